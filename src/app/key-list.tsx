import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './key-list.module.css';

type KeyHelp = { readonly keys: readonly string[]; readonly does: string };

const GROUPS: ReadonlyArray<{ readonly where: string; readonly list: readonly KeyHelp[] }> = [
  {
    where: 'Everywhere',
    list: [
      { keys: ['←', '→'], does: 'One week back, one week on' },
      { keys: ['Home'], does: 'To the latest complete week' },
      { keys: ['Ctrl', 'K'], does: 'Find a page, a team or an indicator (⌘ K on a Mac)' },
      { keys: ['t'], does: 'Chart in focus: picture or table' },
      { keys: ['Esc'], does: 'Close what is open' },
      { keys: ['?'], does: 'This list' },
    ],
  },
  { where: 'On the page of an indicator', list: [{ keys: ['n'], does: 'Annotate a week' }] },
  {
    where: 'On the goals of a team',
    list: [
      { keys: ['j', 'k'], does: 'Next and previous goal' },
      { keys: ['n'], does: 'Set a goal' },
      { keys: ['a'], does: 'Add an action' },
    ],
  },
  { where: 'On the overview of teams', list: [{ keys: ['/'], does: 'Find a team by its name' }] },
  { where: 'On the slides of a display', list: [{ keys: ['Alt', '↑', '↓'], does: 'Move the slide up or down' }] },
  {
    where: 'In the weekly review',
    list: [
      { keys: ['j', 'k'], does: 'Next and previous step of the agenda' },
      { keys: ['1', '…', '5'], does: 'To a section of the agenda' },
      { keys: ['n', 'd', 'a'], does: 'Write a note, a decision, an action' },
      { keys: ['p'], does: 'Print' },
    ],
  },
];

export function KeyList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      {GROUPS.map(({ where, list }) => (
        <section key={where} aria-label={where}>
          <h3 className={styles.where}>{where}</h3>
          <dl className={styles.keys}>
            {list.map(({ keys, does }) => (
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
        </section>
      ))}
    </Dialog>
  );
}
