import type { Indicator } from '../../domain/catalogue-types.ts';
import type { GridCell, GridRow } from '../../reading/team-grid.ts';
import type { TeamOrder } from '../../state/preferences.ts';
import type { TeamsView } from '../../state/view.ts';
import type { StatusShape } from '../../ui/mark-shapes.ts';
import { CellFacts, TeamName } from './grid-cell.tsx';
import styles from './teams.module.css';

/** So many goals of a team stand in sight. */
const IN_SIGHT = 3;

const RANK: Readonly<Record<StatusShape, number>> = { act: 0, watch: 1, on: 2, few: 3, none: 4 };

type Props = {
  readonly view: TeamsView;
  readonly rows: readonly GridRow[];
  readonly columns: readonly Indicator[];
  readonly order: TeamOrder;
};

/** On a phone: each team with its goals as lines, the worst first. */
export function TeamCards({ view, rows, columns, order }: Props) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.team.id ?? 'organisation'} className={styles.card}>
          <h2 className={styles.cardName}>
            <TeamName team={row.team} view={view} order={order} />
          </h2>
          <Goals row={row} view={view} goals={worstFirst(row, columns)} />
        </li>
      ))}
    </ul>
  );
}

type Placed = { readonly column: Indicator; readonly cell: GridCell };

/** The worst in sight, the others a press away. */
function Goals({
  row,
  view,
  goals,
}: {
  readonly row: GridRow;
  readonly view: TeamsView;
  readonly goals: readonly Placed[];
}) {
  const rest = goals.slice(IN_SIGHT);
  const lines = (some: readonly Placed[]) => (
    <ul>
      {some.map(({ column, cell }) => (
        <li key={column.id} className={styles.line}>
          <span>{column.name}</span>
          <CellFacts cell={cell} team={row.team} name={column.name} view={view} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {lines(goals.slice(0, IN_SIGHT))}
      {rest.length === 0 ? null : (
        <details className={styles.rest}>
          <summary>
            {rest.length} more of {row.team.name}
          </summary>
          {lines(rest)}
        </details>
      )}
    </>
  );
}

function worstFirst({ cells }: GridRow, columns: readonly Indicator[]): readonly Placed[] {
  return columns
    .flatMap((column, place) => {
      const cell = cells[place];
      return cell === undefined || cell.kind === 'no-goal' ? [] : [{ column, cell }];
    })
    .toSorted((a, b) => rankOf(a.cell) - rankOf(b.cell));
}

function rankOf(cell: GridCell): number {
  return cell.kind === 'judged' ? RANK[cell.status.shape] : RANK.none;
}
