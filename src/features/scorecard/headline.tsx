import type { ReactNode } from 'react';
import { HBars } from '../../charts/h-bars.tsx';
import { ChartBody } from '../../charts/chart-body.tsx';
import type { BrokenModel } from '../../reading/broken-model.ts';
import { FigureLink } from './figure-link.tsx';
import { HeardStatus } from '../../parts/heard-status.tsx';
import styles from './headline.module.css';
import type { PictureModel } from '../../reading/picture-model.ts';
import { chartState } from '../../reading/chart-state-of.ts';
import { SignalList } from './signal-list.tsx';
import { valueText } from '../../reading/tile-model.ts';
import { LineText, TileValue } from '../../parts/tile-value.tsx';
import type { ScorecardModel } from './view-model.ts';

type Props = {
  readonly model: ScorecardModel;
  /** `wait`: the first frame, which belongs to the figures. */
  readonly trends: 'wait' | 'draw';
  readonly onRetry: () => void;
};

/** Promise kept: the figure, where it broke, its 26 weeks, and what moved this week. */
export function Headline({ model, trends, onRetry }: Props) {
  return (
    <section className={styles.head} aria-label="Promise kept">
      <div className={styles.section}>
        <h2 className={styles.title}>Promise kept</h2>
        <HeadlineFigure model={model} />
      </div>
      <Broken broken={model.broken} />
      <div className={styles.section}>
        <h2 className={styles.title}>Promise kept, 26 weeks</h2>
        <div className={styles.picture}>
          {trends === 'draw' ? (
            <HeadlineTrend picture={model.headlineTrend} locale={model.formats.locale} onRetry={onRetry} />
          ) : null}
        </div>
      </div>
      <div className={styles.section}>
        <h2 className={styles.title}>Signals this week</h2>
        <SignalList signals={model.signals} />
      </div>
    </section>
  );
}

type FigureProps = {
  readonly model: ScorecardModel;
  /** What stands between figure and definition on a phone. */
  readonly children?: ReactNode;
};

export function HeadlineFigure({ model, children = null }: FigureProps) {
  const { headline } = model;
  if (headline === null) return <p className={styles.definition}>No figure: the records behind it were not sent.</p>;
  const { tile, definition, note } = headline;
  const meta = [tile.change.strong + tile.change.text, tile.date.text, note].filter((text) => text !== '');
  return (
    <>
      <p className={styles.number}>
        <FigureLink
          open={{ kind: 'figure', indicator: tile.id }}
          label={`Promise kept ${valueText(tile)}: how it is calculated`}
        >
          <TileValue tile={tile} />
        </FigureLink>
        {tile.value.kind === 'figure' ? <span className={styles.of}>of orders due</span> : null}
      </p>
      <p className={styles.status}>
        <HeardStatus status={tile.status} />
        <span>
          <LineText line={tile.gap} />
        </span>
      </p>
      <p className={styles.meta}>{meta.join(' · ')}</p>
      {children}
      <p className={styles.definition}>{definition}</p>
    </>
  );
}

function Broken({ broken }: { readonly broken: BrokenModel }) {
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>Where the promise broke</h2>
      {broken.kind === 'unknown' ? (
        <p className={styles.definition}>{broken.reason}</p>
      ) : (
        <>
          <p className={styles.sub}>{broken.sub}</p>
          <div className={styles.bars}>
            <HBars
              label="Orders due by what broke"
              bars={broken.bars}
              nameOf={({ id, label, valueText: count }) => (
                <FigureLink
                  open={{ kind: 'figure', indicator: id }}
                  className={styles.part}
                  label={`${label} ${count}: how it is calculated`}
                >
                  {label}
                </FigureLink>
              )}
            />
          </div>
          <p className={styles.definition}>{broken.note}</p>
        </>
      )}
    </div>
  );
}

type TrendProps = { readonly picture: PictureModel | null; readonly locale: string; readonly onRetry: () => void };

function HeadlineTrend({ picture, locale, onRetry }: TrendProps) {
  if (picture === null) return null;
  return (
    <ChartBody state={chartState('Promise kept', picture, onRetry)} variant="headline" locale={locale} view="picture" />
  );
}
