import { Sparkline } from '../../charts/sparkline.tsx';
import { SignalChip } from '../../ui/signal-chip.tsx';
import { CompareControl } from '../../parts/compare-control.tsx';
import { Dimension } from './dimension.tsx';
import { HeadlineFigure } from './headline.tsx';
import type { LayoutProps } from './layout-props.ts';
import { PhoneContext } from './phone-context.tsx';
import { PhoneRow } from './phone-row.tsx';
import styles from './scorecard.module.css';
import { SignalList } from './signal-list.tsx';
import { Tile } from './tile.tsx';
import type { TileModel } from '../../reading/tile-model.ts';
import { TrendPanel } from './trend-panel.tsx';

/** One column, three densities: what needs action is a full tile, what is on target one line. */
export function PhoneLayout({ model, compare, trends, onRetry }: LayoutProps) {
  const headline = model.headline?.tile ?? null;
  const line = headline === null || headline.spark === 'hatch' ? null : headline.spark;
  return (
    <>
      <section className={styles.section}>
        <h2 className={styles.title}>Promise kept</h2>
        <HeadlineFigure model={model}>
          {headline === null ? null : <Signal tile={headline} />}
          {line === null ? null : (
            <div className={styles.phoneSpark}>
              <Sparkline model={line} width={358} height={60} />
            </div>
          )}
        </HeadlineFigure>
      </section>
      {model.dimensions.map((dimension) => (
        <Dimension key={dimension.id} dimension={dimension}>
          {dimension.tiles.map((tile) =>
            tile.urgency === 'full' ? (
              <div key={tile.id}>
                <Tile tile={tile} onRetry={onRetry} />
                <Signal tile={tile} />
              </div>
            ) : (
              <PhoneRow key={tile.id} tile={tile} />
            ),
          )}
        </Dimension>
      ))}
      <section className={styles.section}>
        <h2 className={styles.title}>Signals this week</h2>
        <SignalList signals={model.signals} />
      </section>
      <PhoneContext context={model.context} />
      {trends === 'draw'
        ? model.panels.map((panel) => (
            <TrendPanel key={panel.id} panel={panel} size="phone" locale={model.formats.locale} onRetry={onRetry} />
          ))
        : null}
      <section className={styles.section} aria-label="Comparison">
        <CompareControl compare={compare} />
      </section>
    </>
  );
}

function Signal({ tile }: { readonly tile: TileModel }) {
  if (tile.signal === null) return null;
  return (
    <p className={styles.phoneSignal}>
      <SignalChip signal={tile.signal.tone} />
      <span>{tile.signal.words}</span>
    </p>
  );
}
