import type { Facts } from '../../parts/actions-facts.ts';
import type { EntryWords, Saving } from '../../state/drafts.ts';
import { Button } from '../../ui/button.tsx';
import type { Entry } from './minutes-entry.ts';
import styles from './minutes.module.css';

type Props = { readonly entry: Entry; readonly conflict: Extract<Saving, { kind: 'conflict' }>; readonly facts: Facts };

/** Two people changed the same: theirs is shown, one's own stays in the field above, and either or both can stand. */
export function MinutesConflict({ entry, conflict: { theirs, both }, facts }: Props) {
  const mine = entry.words;
  const differences = actionDifferences(mine, theirs.words);
  return (
    <div className={styles.conflict} role="group" aria-label={`What ${theirs.by} wrote meanwhile`}>
      <p className={styles.theirs}>{theirs.words.text}</p>
      <div className={styles.meta}>
        {theirs.by}, {facts.when(theirs.at)}
      </div>
      {differences.map((words) => (
        <p key={words} className={styles.meta}>
          {words}
        </p>
      ))}
      <p className={styles.choices}>
        <Button onClick={() => void entry.settle(mine)}>Keep mine</Button>
        <Button onClick={() => void entry.settle(theirs.words)}>Keep theirs</Button>
        {mine.text.trim() === theirs.words.text.trim() ? null : (
          <Button onClick={() => void entry.settle({ ...mine, text: both })}>Keep both texts</Button>
        )}
      </p>
    </div>
  );
}

function actionDifferences(mine: EntryWords, theirs: EntryWords): readonly string[] {
  if (mine.action === null || theirs.action === null) return [];
  const [m, t] = [mine.action, theirs.action];
  return [
    ...(m.owner === t.owner ? [] : [`Owner: you ${m.owner}, they ${t.owner}`]),
    ...(m.due === t.due ? [] : [`Due: you ${m.due}, they ${t.due}`]),
    ...(m.state === t.state ? [] : [`State: you ${m.state}, they ${t.state}`]),
    ...(m.cause === t.cause && m.improvement === t.improvement ? [] : ['Linked with another cause or improvement']),
  ];
}
