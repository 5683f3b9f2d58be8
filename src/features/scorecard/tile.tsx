import { memo, useMemo } from 'react';
import { Sparkline, SparklineHatch } from '../../charts/sparkline.tsx';
import type { SparklineModel } from '../../charts/sparkline-model.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { FigureLink } from './figure-link.tsx';
import { useHearing, type Hearing } from '../../parts/hearing.ts';
import { LineText, TileValue } from '../../parts/tile-value.tsx';
import { HeardStatus } from '../../parts/heard-status.tsx';
import type { TileModel } from '../../reading/tile-model.ts';
import styles from './tile.module.css';

type Props = { readonly tile: TileModel; readonly onRetry: () => void };

/** One indicator, in the same five lines whatever its state. */
export const Tile = memo(function Tile({ tile, onRetry }: Props) {
  const hearing = useHearing();
  const change = hearing.kind === 'lost' ? { strong: '', text: lostWords(hearing) } : tile.change;
  return (
    <article className={styles.tile} aria-label={tile.name}>
      <h3 className={styles.name}>
        <FigureLink className={styles.link} open={{ kind: 'figure', indicator: tile.id }}>
          {tile.name}
        </FigureLink>
        {tile.note === '' ? null : <span className={styles.note}>{tile.note}</span>}
      </h3>
      <p className={styles.value}>
        <TileValue tile={tile} />
      </p>
      <p className={styles.status}>
        <HeardStatus status={tile.status} />
      </p>
      <p className={styles.gap}>
        <LineText line={tile.gap} />
      </p>
      <p className={styles.change}>
        {tile.failed ? (
          <Button kind="link" className={styles.retry} onClick={onRetry}>
            Try again
          </Button>
        ) : null}
        <LineText line={change} />
      </p>
      <div className={styles.spark}>
        {tile.spark === 'hatch' ? <SparklineHatch /> : tile.spark === null ? null : <TileSpark model={tile.spark} />}
      </div>
      <p className={cx(styles.date, tile.date.look === 'late' ? styles.late : null)}>{tile.date.text}</p>
    </article>
  );
});

/** The line as it may be shown now: a last point that may be old is hollow. */
function TileSpark({ model }: { readonly model: SparklineModel }) {
  const lost = useHearing().kind === 'lost';
  const shown = useMemo((): SparklineModel => (lost ? { ...model, freshness: 'stale' } : model), [lost, model]);
  return <Sparkline model={shown} />;
}

function lostWords({ minutes, since }: Extract<Hearing, { kind: 'lost' }>): string {
  return minutes < 1 ? `Not heard since ${since}, trying` : `Not heard for ${minutes} min, trying`;
}
