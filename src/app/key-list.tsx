import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './key-list.module.css';

const KEYS: ReadonlyArray<{ readonly keys: readonly string[]; readonly does: string }> = [
  { keys: ['←', '→'], does: 'One week back, one week on' },
  { keys: ['Home'], does: 'To the latest complete week' },
  { keys: ['Ctrl', 'K'], does: 'Find a page, a team or an indicator (⌘ K on a Mac)' },
  { keys: ['t'], does: 'Chart in focus: picture or table' },
  { keys: ['Esc'], does: 'Close what is open' },
  { keys: ['?'], does: 'This list' },
];

export function KeyList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className={styles.keys}>
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
