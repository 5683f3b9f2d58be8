import { SignalChip } from '../../ui/signal-chip.tsx';
import { FigureLink } from './figure-link.tsx';
import type { SignalEntry } from '../../reading/signal-entries.ts';
import styles from './headline.module.css';

/** As many as stand beside the headline's other columns; the rest unfolds. */
const SHOWN = 5;

export function SignalList({ signals }: { readonly signals: readonly SignalEntry[] }) {
  if (signals.length === 0) {
    return (
      <p className={styles.definition}>
        None. Every figure lies within its natural variation: what moved since last week is noise.
      </p>
    );
  }
  const more = signals.slice(SHOWN);
  return (
    <>
      <Entries signals={signals.slice(0, SHOWN)} />
      {more.length === 0 ? null : (
        <details className={styles.more}>
          <summary>{more.length} more</summary>
          <Entries signals={more} />
        </details>
      )}
    </>
  );
}

function Entries({ signals }: { readonly signals: readonly SignalEntry[] }) {
  return (
    <ul className={styles.signals}>
      {signals.map(({ id, name, tone, words }) => (
        <li key={id}>
          <FigureLink open={{ kind: 'figure', indicator: id }} className={styles.signalName}>
            {name}
          </FigureLink>
          <SignalChip signal={tone} markAt="end" />
          <p>{words}</p>
        </li>
      ))}
    </ul>
  );
}
