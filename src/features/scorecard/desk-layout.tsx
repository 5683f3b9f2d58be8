import { ContextStrip } from './context-strip.tsx';
import { Dimension } from './dimension.tsx';
import { Headline } from './headline.tsx';
import { Key } from './key.tsx';
import type { LayoutProps } from './layout-props.ts';
import styles from './scorecard.module.css';
import { Tile } from './tile.tsx';
import { TrendPanel } from './trend-panel.tsx';

/** Four columns at full width; two by two with the trends below each other where there is less room. */
export function DeskLayout({ model, trends, onRetry }: LayoutProps) {
  return (
    <>
      <Headline model={model} trends={trends} onRetry={onRetry} />
      <ContextStrip context={model.context} formats={model.formats} />
      <div className={styles.dimensions}>
        {model.dimensions.map((dimension) => (
          <Dimension key={dimension.id} dimension={dimension}>
            {dimension.tiles.map((tile) => (
              <Tile key={tile.id} tile={tile} onRetry={onRetry} />
            ))}
            {dimension.id === 'quantity' ? <Key /> : null}
          </Dimension>
        ))}
      </div>
      <div className={styles.trends}>
        {trends === 'draw'
          ? model.panels.map((panel) => (
              <TrendPanel key={panel.id} panel={panel} size="panel" locale={model.formats.locale} onRetry={onRetry} />
            ))
          : null}
      </div>
    </>
  );
}
