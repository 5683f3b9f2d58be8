import { Link } from 'wouter';
import type { GridCell, GridTeam } from '../../reading/team-grid.ts';
import { addressOf } from '../../state/address.ts';
import type { TeamOrder } from '../../state/preferences.ts';
import { GOALS, scopedOf, type TeamsView } from '../../state/view.ts';
import { StatusChip } from '../../ui/status-chip.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './teams.module.css';

/** Where the goals of a team stand, with one of them in focus. */
function goalsAddress(view: TeamsView, team: GridTeam, goal: string | null): string {
  return addressOf({ ...GOALS, ...scopedOf(view), teams: team.id === null ? [] : [team.id], goal });
}

/** A team's name, under its parents by structure and after them by need. */
export function TeamName({
  team,
  view,
  order,
}: {
  readonly team: GridTeam;
  readonly view: TeamsView;
  readonly order: TeamOrder;
}) {
  const depth = order === 'structure' ? team.above.length : 0;
  return (
    <span className={styles.name} data-depth={Math.min(depth, 4)}>
      <Link className={styles.teamLink} href={goalsAddress(view, team, null)}>
        {team.name}
      </Link>
      {order === 'need' && team.above.length > 0 ? (
        <span className={styles.above}>{team.above.join(' › ')}</span>
      ) : null}
    </span>
  );
}

/** What a cell says: value, status by shape and word, and the gap in words. `name`: of its indicator, for readers. */
export function CellFacts({
  cell,
  team,
  name,
  view,
}: {
  readonly cell: GridCell | undefined;
  readonly team: GridTeam;
  readonly name: string;
  readonly view: TeamsView;
}) {
  if (cell === undefined || cell.kind === 'no-goal') return <span className={styles.none}>No goal</span>;
  const who = <VisuallyHidden>{`${name}, ${team.name}: `}</VisuallyHidden>;
  if (cell.kind === 'unjudged') {
    return cell.goal === null ? (
      <span className={styles.none}>{cell.words}</span>
    ) : (
      <Link className={styles.cell} href={goalsAddress(view, team, cell.goal)}>
        {who}
        <span className={styles.none}>{cell.words}</span>
      </Link>
    );
  }
  const facts = (
    <>
      <span className={styles.value}>{cell.value}</span>{' '}
      <StatusChip
        status={cell.status.shape}
        word={cell.status.word}
        freshness={cell.status.look === 'hollow' ? 'stale' : 'fresh'}
      />{' '}
      <span className={styles.gap}>{cell.gap}</span>
    </>
  );
  return (
    <Link className={styles.cell} href={goalsAddress(view, team, cell.goal)}>
      {who}
      {facts}
    </Link>
  );
}
