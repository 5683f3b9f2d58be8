import { cx } from '../ui/cx.ts';
import { SIGNAL_WORDS } from '../ui/signal-chip.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { readOutHeight, readOutPlace } from './read-out-place.ts';
import type { TrendColumn } from './trend-columns.ts';
import type { TrendGeometry } from './trend-geometry.ts';
import styles from './read-out.module.css';

/** What a week says, as one sentence for readers. */
function spoken({ title, value, notes, signal }: TrendColumn): string {
  return [`${title}: ${value}`, ...notes, ...(signal === null ? [] : [`${SIGNAL_WORDS[signal]} signal`])].join('. ');
}

/**
 * The chart's read-out, 252 x 88, on hover and on keyboard focus. Its words are a polite live region that is in the
 * document from the start: one that comes with its text is not read out.
 */
export function ReadOut({
  column,
  geometry,
  by,
}: {
  readonly column: TrendColumn | null;
  readonly geometry: TrendGeometry;
  readonly by: 'keyboard' | 'pointer';
}) {
  return (
    <>
      <div role="status" aria-live="polite">
        <VisuallyHidden>{column !== null && by === 'keyboard' ? spoken(column) : ''}</VisuallyHidden>
      </div>
      {column === null ? null : <Seen column={column} geometry={geometry} />}
    </>
  );
}

function Seen({ column, geometry }: { readonly column: TrendColumn; readonly geometry: TrendGeometry }) {
  const { plot } = geometry.scales;
  const height = readOutHeight(column.notes.length + (column.signal === null ? 0 : 1));
  return (
    <div aria-hidden="true">
      {column.y === null ? (
        <span className={styles.cursor} style={{ left: column.x, top: plot.y0, height: plot.y1 - plot.y0 }} />
      ) : (
        <span className={styles.ring} style={{ left: column.x, top: column.y }} />
      )}
      <div className={styles.box} style={readOutPlace(column, geometry, height)} data-testid="read-out">
        <span className={styles.title}>{column.title}</span>
        <span className={styles.value}>{column.value}</span>
        {column.notes.map((note, k) => (
          <span key={`${k} ${note}`} className={styles.note}>
            {note}
          </span>
        ))}
        {column.signal === null ? null : (
          <span className={cx(styles.note, styles[column.signal])}>{SIGNAL_WORDS[column.signal]} signal</span>
        )}
      </div>
    </div>
  );
}
