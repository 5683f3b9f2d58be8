import { cx } from '../ui/cx.ts';
import { SIGNAL_WORDS } from '../ui/signal-chip.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { readOutHeight, readOutLines, readOutPlace } from './read-out-place.ts';
import type { SignalKind } from './signal-marks.ts';
import styles from './read-out.module.css';

/** What is said of one point of a chart, and where it stands in the picture. */
export type ReadOutColumn = {
  readonly x: number;
  /** Null where nothing is drawn. */
  readonly y: number | null;
  readonly title: string;
  /** Value with its unit, or the word that stands in its place. */
  readonly value: string;
  readonly notes: readonly string[];
  readonly signal: SignalKind | null;
  /** `Concerning: below the lower limit; 8 weeks under the mean`; without it the tone alone is said. */
  readonly signalText?: string | null;
};

/** The picture that a read-out stands in, as far as it must know it. */
type Ground = {
  readonly width: number;
  readonly height: number;
  readonly scales: { readonly plot: { readonly y0: number; readonly y1: number } };
};

function signalWords({ signal, signalText }: ReadOutColumn): string | null {
  return signal === null ? null : (signalText ?? `${SIGNAL_WORDS[signal]} signal`);
}

/** What a point says, as one sentence for readers. */
function spoken(column: ReadOutColumn): string {
  const words = signalWords(column);
  return [`${column.title}: ${column.value}`, ...column.notes, ...(words === null ? [] : [words])].join('. ');
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
  readonly column: ReadOutColumn | null;
  readonly geometry: Ground;
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

function Seen({ column, geometry }: { readonly column: ReadOutColumn; readonly geometry: Ground }) {
  const { plot } = geometry.scales;
  const height = readOutHeight(readOutLines(column));
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
          <span className={cx(styles.note, styles[column.signal])}>{signalWords(column)}</span>
        )}
      </div>
    </div>
  );
}
