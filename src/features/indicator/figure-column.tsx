import { HeardStatus } from '../../parts/heard-status.tsx';
import { LineText, TileValue } from '../../parts/tile-value.tsx';
import type { IndicatorView } from '../../state/view.ts';
import { Mark } from '../../ui/mark.tsx';
import { SIGNAL_WORDS } from '../../ui/signal-chip.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './indicator.module.css';
import type { IndicatorModel } from './page-model.ts';
import { ProposalNote } from './proposal-note.tsx';
import type { Saying } from './says-model.ts';

/** As many as stand beside the chart; older ones unfold. */
const SHOWN = 6;

/** The figure of the week in view, and in words what the chart beside it argues. */
export function FigureColumn({ model, view }: { readonly model: IndicatorModel; readonly view: IndicatorView }) {
  const { tile, estimate, says, reading } = model;
  const signals = says.filter((saying) => saying.tone !== null);
  const rest = says.filter((saying) => saying.tone === null);
  const older = signals.slice(SHOWN);
  return (
    <section className={styles.region} aria-label="This week">
      {estimate === null ? (
        <>
          <p className={styles.value}>
            <TileValue tile={tile} />
          </p>
          <p className={styles.status}>
            <HeardStatus status={tile.status} />
            <span>
              <LineText line={tile.gap} />
            </span>
          </p>
        </>
      ) : (
        <>
          <p className={styles.range}>{estimate.range}</p>
          <p className={styles.status}>{estimate.how}</p>
        </>
      )}
      <p className={styles.meta}>{model.changes}</p>
      {reading.kind === 'read' && reading.measure.state === 'figure' && reading.measure.restated !== null ? (
        <p className={styles.meta}>Restated: {tile.change.strong}</p>
      ) : null}
      <p className={cx(styles.meta, tile.date.look === 'late' ? styles.late : undefined)}>{tile.date.text}</p>
      <p className={styles.definition}>{reading.indicator.definition}</p>
      {says.length === 0 ? null : (
        <>
          <h2 className={styles.saysHead}>What the chart says</h2>
          <Says list={signals.slice(0, SHOWN)} />
          {older.length === 0 ? null : (
            <details className={styles.older}>
              <summary>{older.length} older</summary>
              <Says list={older} />
            </details>
          )}
          <Says list={rest} />
          {model.proposal === null ? null : <ProposalNote proposal={model.proposal} model={model} view={view} />}
        </>
      )}
      <p className={styles.tip}>Arrow keys move by week</p>
    </section>
  );
}

function Says({ list }: { readonly list: readonly Saying[] }) {
  if (list.length === 0) return null;
  return (
    <ul className={styles.says}>
      {list.map(({ id, tone, strong, text }) => (
        <li key={id}>
          <span className={tone === null ? undefined : styles[tone]}>
            {tone === null ? null : (
              <>
                <Mark shape={tone} size={9} />
                <VisuallyHidden>{SIGNAL_WORDS[tone]}: </VisuallyHidden>
              </>
            )}
          </span>
          <p>
            <b>{strong}</b> {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
