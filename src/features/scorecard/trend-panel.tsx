import { memo } from 'react';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { Sparkline } from '../../charts/sparkline.tsx';
import { SignalChip } from '../../ui/signal-chip.tsx';
import { chartState } from '../../reading/chart-state-of.ts';
import { FigureLink } from './figure-link.tsx';
import { useHearing } from '../../parts/hearing.ts';
import { HeardStatus } from '../../parts/heard-status.tsx';
import type { PanelModel, UnderModel } from './panel-model.ts';
import { valueText } from '../../reading/tile-model.ts';
import { LineText, TileValue } from '../../parts/tile-value.tsx';
import styles from './trend-panel.module.css';

type Props = {
  readonly panel: PanelModel;
  readonly size: 'panel' | 'phone';
  readonly locale: string;
  readonly onRetry: () => void;
};

/** One of the two lines that tell where it is heading, with its figure above and what goes with it below. */
export const TrendPanel = memo(function TrendPanel({ panel, size, locale, onRetry }: Props) {
  return (
    <ChartFrame
      title={panel.title}
      state={chartState(panel.title, panel.picture, onRetry)}
      variant={size}
      locale={locale}
      head={<Head panel={panel} size={size} />}
      under={size === 'phone' && panel.under.kind === 'measure' ? null : <Under under={panel.under} />}
    />
  );
});

function Head({ panel, size }: Pick<Props, 'panel' | 'size'>) {
  const { tile, under } = panel;
  return (
    <>
      <p className={styles.definition}>{panel.definition}</p>
      <div className={styles.head}>
        <p className={styles.value}>
          <FigureLink
            open={{ kind: 'figure', indicator: panel.id }}
            label={`${panel.title} ${valueText(tile)}: how it is calculated`}
          >
            <TileValue tile={tile} />
          </FigureLink>
        </p>
        <p className={styles.status}>
          <HeardStatus status={tile.status} />
          <span>
            <LineText line={tile.gap} />
          </span>
        </p>
        <p className={styles.meta}>
          {[tile.change.strong + tile.change.text, tile.date.text].filter((text) => text !== '').join(' · ')}
        </p>
      </div>
      {size === 'phone' && under.kind === 'measure' ? (
        <p className={styles.second}>
          <FigureLink open={{ kind: 'figure', indicator: under.tile.id }}>{under.tile.name}</FigureLink>{' '}
          <b>
            <TileValue tile={under.tile} />
          </b>{' '}
          <LineText line={under.tile.gap} />
        </p>
      ) : null}
    </>
  );
}

function Under({ under }: { readonly under: UnderModel }) {
  const hearing = useHearing();
  switch (under.kind) {
    case 'measure': {
      const { tile } = under;
      return (
        <>
          <h3 className={styles.underName}>
            <FigureLink open={{ kind: 'figure', indicator: tile.id }}>{tile.name}</FigureLink>
          </h3>
          <b className={styles.underValue}>
            <TileValue tile={tile} />
          </b>
          <HeardStatus status={tile.status} />
          <span className={styles.underGap}>
            <LineText line={tile.gap} />
          </span>
          {hearing.kind === 'heard' ? <ShortChange words={tile.shortChange} /> : null}
          {tile.spark === null || tile.spark === 'hatch' ? null : (
            <span className={styles.underSpark}>
              <Sparkline model={tile.spark} width={110} height={30} />
            </span>
          )}
        </>
      );
    }
    case 'signal':
      return (
        <>
          <SignalChip signal={under.tone} />
          <span>{under.words}</span>
        </>
      );
    case 'quiet':
      return <span className={styles.muted}>{under.words}</span>;
  }
}

/** Difference and cases; what has no room in the line goes out of sight as a whole, never cut. */
function ShortChange({ words }: { readonly words: string }) {
  const [first, ...rest] = words.split(' · ');
  return (
    <span className={styles.underChange}>
      <span>{first}</span>
      {rest.map((part) => (
        <span key={part}>· {part}</span>
      ))}
    </span>
  );
}
