import { useQuery } from '@tanstack/react-query';
import { wordsOf } from '../api/api-error.ts';
import { actionsQuery } from '../api/indicator-queries.ts';
import type { Minute } from '../contract/minutes.ts';
import type { Formats } from '../domain/format.ts';
import { parseIsoWeek } from '../domain/week.ts';
import { actionDue, shortName } from '../reading/action-due.ts';
import { cx } from '../ui/cx.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useFacts, type Facts } from './actions-facts.ts';
import styles from './actions-list.module.css';

type Props = { readonly indicator: string; readonly formats: Formats };

/** What was agreed about a measure in any review and is not done yet: what, by whom and until when. */
export function ActionsList({ indicator, formats }: Props) {
  const facts = useFacts(formats);
  const { data, error } = useQuery(actionsQuery(indicator, 'open'));
  if (error !== null) return <p className={styles.none}>{wordsOf(error)}</p>;
  if (data === undefined) return <p className={styles.none} aria-busy="true" />;
  if (data.actions.length === 0) return <p className={styles.none}>No open action on this measure.</p>;
  return (
    <ul>
      {data.actions.map((action) => (
        <ActionLine key={action.id} action={action} facts={facts} formats={formats} />
      ))}
    </ul>
  );
}

type LineProps = { readonly action: Minute; readonly facts: Facts; readonly formats: Formats };

function ActionLine({ action, facts, formats }: LineProps) {
  if (action.action === null) return null;
  const due = actionDue(action.action, facts.today, facts.timeZone, formats);
  const week = parseIsoWeek(action.week);
  const from = week === null ? action.week : formats.weekName(week);
  return (
    <li className={styles.row}>
      <span>
        {action.text}
        <span className={styles.who} title={action.action.owner}>
          {shortName(action.action.owner)}, from {from}
        </span>
      </span>
      <span className={cx(styles.due, due.kind === 'late' ? styles.late : null)}>
        <VisuallyHidden>{due.kind === 'due' ? 'Due ' : ''}</VisuallyHidden>
        {due.words}
      </span>
    </li>
  );
}
