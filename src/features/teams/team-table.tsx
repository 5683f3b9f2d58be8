import type { Indicator } from '../../domain/catalogue-types.ts';
import { columnGroups } from '../../reading/team-grid-order.ts';
import type { GridRow } from '../../reading/team-grid.ts';
import type { TeamOrder } from '../../state/preferences.ts';
import type { TeamsView } from '../../state/view.ts';
import { CellFacts, TeamName } from './grid-cell.tsx';
import styles from './teams.module.css';

type Props = {
  readonly view: TeamsView;
  readonly rows: readonly GridRow[];
  readonly columns: readonly Indicator[];
  readonly order: TeamOrder;
};

/** Teams by goals as a real table, which scrolls within itself where it is wider than the page. */
export function TeamTable({ view, rows, columns, order }: Props) {
  const groups = columnGroups(columns);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className={styles.scroller} role="group" aria-label="Teams by their goals, table" tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>Teams by their goals</caption>
        <colgroup />
        {groups.map(({ name, columns: { length } }) => (
          <colgroup key={name} span={length} />
        ))}
        <thead>
          <tr className={styles.groups}>
            <td />
            {groups.map(({ name, columns: { length } }) => (
              <th key={name} scope="colgroup" colSpan={length}>
                <span>{name}</span>
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col">Team</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.team.id ?? 'organisation'}>
              <th scope="row">
                <TeamName team={row.team} view={view} order={order} />
              </th>
              {columns.map((column, place) => (
                <td key={column.id}>
                  <CellFacts cell={row.cells[place]} team={row.team} name={column.name} view={view} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
