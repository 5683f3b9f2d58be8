import { memo } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import { PrintChoice } from './print-choice.tsx';
import styles from './key-bar.module.css';

const KEYS: ReadonlyArray<{
  readonly keys: readonly string[];
  readonly between?: string;
  readonly does: string;
  readonly writes?: true;
}> = [
  { keys: ['J', 'K'], does: 'next, previous' },
  { keys: ['1', '5'], between: '–', does: 'agenda' },
  { keys: ['N'], does: 'note', writes: true },
  { keys: ['D'], does: 'decision', writes: true },
  { keys: ['A'], does: 'action', writes: true },
  { keys: ['T'], does: 'table' },
  { keys: ['P'], does: 'print: 2 pages, exceptions then minutes, no navigation' },
];

type Props = {
  readonly weekName: string;
  /** `reading`: this person writes nothing here. */
  readonly keys: 'all' | 'reading';
};

/** The keys of the review, at its foot, and what a print carries. */
export const KeyBar = memo(function KeyBar({ weekName, keys: shown }: Props) {
  return (
    <footer className={styles.bar} aria-label="Keys">
      {KEYS.filter(({ writes = false }) => shown === 'all' || !writes).map(({ keys, between = '', does }) => (
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
