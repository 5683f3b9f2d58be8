import type { Indicator } from '../../domain/catalogue-types.ts';
import type { GridCell, GridRow } from '../../reading/team-grid.ts';
import type { TeamOrder } from '../../state/preferences.ts';
import type { TeamsView } from '../../state/view.ts';
import type { StatusShape } from '../../ui/mark-shapes.ts';
import { CellFacts, TeamName } from './grid-cell.tsx';
import styles from './teams.module.css';

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
          <ul>
            {worstFirst(row, columns).map(({ column, cell }) => (
              <li key={column.id} className={styles.line}>
                <span>{column.name}</span>
                <CellFacts cell={cell} team={row.team} name={column.name} view={view} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function worstFirst({ cells }: GridRow, columns: readonly Indicator[]) {
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
