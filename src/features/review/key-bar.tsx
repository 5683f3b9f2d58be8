import { memo } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import { PrintChoice } from './print-choice.tsx';
import styles from './key-bar.module.css';

const KEYS: ReadonlyArray<{ readonly keys: readonly string[]; readonly between?: string; readonly does: string }> = [
  { keys: ['J', 'K'], does: 'next, previous' },
  { keys: ['1', '5'], between: '–', does: 'agenda' },
  { keys: ['N'], does: 'note' },
  { keys: ['D'], does: 'decision' },
  { keys: ['A'], does: 'action' },
  { keys: ['T'], does: 'table' },
  { keys: ['P'], does: 'print: 2 pages, exceptions then minutes, no navigation' },
];

/** The keys of the review, at its foot, and what a print carries. */
export const KeyBar = memo(function KeyBar({ weekName }: { readonly weekName: string }) {
  return (
    <footer className={styles.bar} aria-label="Keys">
      {KEYS.map(({ keys, between = '', does }) => (
        <span key={does} className={styles.key}>
          <span className={styles.caps}>
            {keys.map((key, index) => (
              <span key={key}>
                {index === 0 ? '' : between}
                <Kbd>{key}</Kbd>
              </span>
            ))}
          </span>
          {does}
        </span>
      ))}
      <PrintChoice />
      <span className={styles.end}>Minutes are kept with {weekName}</span>
    </footer>
  );
});
