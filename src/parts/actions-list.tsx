import { useQuery } from '@tanstack/react-query';
import { wordsOf } from '../api/api-error.ts';
import { actionsQuery } from '../api/indicator-queries.ts';
import type { Minute } from '../contract/minutes.ts';
import type { Team } from '../contract/teams.ts';
import type { Formats } from '../domain/format.ts';
import { parseIsoWeek } from '../domain/week.ts';
import { actionDue, shortName } from '../reading/action-due.ts';
import { lineageOf, scopeName } from '../reading/team-tree.ts';
import { cx } from '../ui/cx.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useFacts, type Facts } from './actions-facts.ts';
import styles from './actions-list.module.css';

type Props = {
  readonly indicator: string;
  /** In view; none: the whole organisation. */
  readonly scope: readonly string[];
  /** All there are. */
  readonly teams: readonly Team[];
  readonly formats: Formats;
};

/** What was agreed about a measure in any review of the teams in view and is not done yet: what, by whom and until when. */
export function ActionsList({ indicator, scope, teams, formats }: Props) {
  const facts = useFacts(formats);
  const { data, error } = useQuery(actionsQuery(indicator, 'open'));
  if (error !== null) return <p className={styles.none}>{wordsOf(error)}</p>;
  if (data === undefined) return <p className={styles.none} aria-busy="true" />;
  const actions = data.actions.filter((action) => isWithin(action, scope, teams));
  if (actions.length === 0)
    return (
      <p className={styles.none}>
        {scope.length === 0
          ? 'No open action on this measure.'
          : `No open action on this measure for ${scopeName(teams, scope)}.`}
      </p>
    );
  return (
    <ul>
      {actions.map((action) => (
        <ActionLine key={action.id} action={action} of={whose(action, scope, teams)} facts={facts} formats={formats} />
      ))}
    </ul>
  );
}

/** Whether an action was agreed for teams in view, or for teams below them. */
function isWithin({ teams: of }: Minute, scope: readonly string[], teams: readonly Team[]): boolean {
  if (scope.length === 0) return true;
  return of.length > 0 && of.every((team) => lineageOf(teams, team).some((each) => scope.includes(each)));
}

/** For whom it was agreed, where that is not the very scope in view. */
function whose({ teams: of }: Minute, scope: readonly string[], teams: readonly Team[]): string | null {
  const isScope = of.length === scope.length && of.every((team) => scope.includes(team));
  return isScope ? null : scopeName(teams, of);
}

type LineProps = {
  readonly action: Minute;
  readonly of: string | null;
  readonly facts: Facts;
  readonly formats: Formats;
};

function ActionLine({ action, of, facts, formats }: LineProps) {
  if (action.action === null) return null;
  const due = actionDue(action.action, facts.today, facts.timeZone, formats);
  const week = parseIsoWeek(action.week);
  const from = week === null ? action.week : formats.weekName(week);
  return (
    <li className={styles.row}>
      <span>
        {action.text}
        <span className={styles.who} title={action.action.owner}>
          {shortName(action.action.owner)}, {of === null ? '' : `${of}, `}from {from}
        </span>
      </span>
      <span className={cx(styles.due, due.kind === 'late' ? styles.late : null)}>
        <VisuallyHidden>{due.kind === 'due' ? 'Due ' : ''}</VisuallyHidden>
        {due.words}
      </span>
    </li>
  );
}
