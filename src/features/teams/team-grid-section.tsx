import { useDeferredValue, useState } from 'react';
import { csvText, csvOf } from '../../charts/csv.ts';
import { downloadText } from '../../charts/download.ts';
import { DIMENSIONS } from '../../domain/catalogue-types.ts';
import { byNeed, columnsOf, filteredRows } from '../../reading/team-grid-order.ts';
import type { GridCell, GridRow } from '../../reading/team-grid.ts';
import { usePreferences, setTeamOrder, type TeamOrder } from '../../state/preferences.ts';
import type { Screen } from '../../state/screen.ts';
import { currentView, goTo } from '../../state/use-view.ts';
import { NEEDS, type Need, type TeamsView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { capital } from '../../domain/words.ts';
import { SegmentedControl, type SegmentOption } from '../../ui/segmented-control.tsx';
import { TeamCards } from './team-cards.tsx';
import { TeamTable } from './team-table.tsx';
import styles from './teams.module.css';
import { FIND_ID } from './use-team-keys.ts';
import type { TeamGrid } from './use-team-grid.ts';

/** So many teams stand on one page. */
const PER_PAGE = 40;

const ORDERS: ReadonlyArray<SegmentOption<TeamOrder>> = [
  { value: 'need', label: 'By need' },
  { value: 'structure', label: 'By structure' },
];

const NEED_WORDS: Readonly<Record<Need, string>> = { all: 'All', act: 'Act', watch: 'Watch', 'on-target': 'On target' };

type Props = { readonly view: TeamsView; readonly grid: TeamGrid; readonly screen: Screen };

/** The grid with what chooses its rows and columns: all of it in the address but for the order, which is a habit. */
export function TeamGridSection({ view, grid, screen }: Props) {
  const order = usePreferences((kept) => kept.teamOrder);
  const [pages, setPages] = useState(1);
  const find = useDeferredValue(view.find);
  const shown = filteredRows(grid.rows, { need: view.need, find });
  const sorted = order === 'need' ? byNeed(shown) : shown;
  const columns = columnsOf(grid.columns, view.dimension);
  const places = columns.map((column) => grid.columns.indexOf(column));
  const rows = sorted.map(({ team, cells }): GridRow => ({ team, cells: places.map((place) => cells[place] ?? NONE) }));
  const some = rows.slice(0, pages * PER_PAGE);
  const looks = { view, rows: some, columns, order };
  return (
    <section className={styles.region} aria-label="Teams by their goals">
      <div className={styles.tools}>
        <SegmentedControl label="Order" options={ORDERS} value={order} onChange={setTeamOrder} />
        <SegmentedControl
          label="Show"
          options={NEEDS.map((value) => ({ value, label: NEED_WORDS[value] }))}
          value={view.need}
          onChange={(need) => change({ need })}
        />
        <label className={styles.field}>
          Dimension
          <select
            value={view.dimension}
            onChange={({ target }) => change({ dimension: DIMENSIONS.find((each) => each === target.value) ?? 'all' })}
          >
            <option value="all">All goals</option>
            {DIMENSIONS.map((dimension) => (
              <option key={dimension} value={dimension}>
                {capital(dimension)}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          Find a team
          <input
            id={FIND_ID}
            type="search"
            value={view.find}
            aria-keyshortcuts="/"
            onChange={({ target }) => change({ find: target.value }, 'replace')}
          />
        </label>
        <Button kind="quiet" className={styles.csv} onClick={() => save(grid, rows, columns)}>
          CSV
        </Button>
      </div>
      {rows.length === 0 || columns.length === 0 ? (
        <p className={styles.quiet} role="status">
          No team with these filters.{' '}
          <Button kind="link" onClick={() => change({ need: 'all', dimension: 'all', find: '' })}>
            Show all
          </Button>
        </p>
      ) : screen === 'phone' ? (
        <TeamCards {...looks} />
      ) : (
        <TeamTable {...looks} />
      )}
      {some.length < rows.length ? (
        <p className={styles.more}>
          <Button onClick={() => setPages(pages + 1)}>
            Show {Math.min(PER_PAGE, rows.length - some.length)} more of {grid.formats.count(rows.length)}
          </Button>
        </p>
      ) : null}
      <p className={styles.foot}>
        “Of plan” marks a goal of its own, judged by where its plan is in the week of the figure; “of target” one that
        the team inherits, or a goal without a start, judged as on the scorecard. Under ten cases nothing is judged.
      </p>
    </section>
  );
}

const NONE: GridCell = { kind: 'no-goal' };

function change(part: Partial<Pick<TeamsView, 'need' | 'dimension' | 'find'>>, how: 'push' | 'replace' = 'push'): void {
  const view = currentView();
  if (view.page === 'teams') goTo({ ...view, ...part }, how);
}

function save({ card, formats }: TeamGrid, rows: readonly GridRow[], columns: TeamGrid['columns']): void {
  const lines = rows.flatMap(({ team, cells }) => cells.map((cell, place) => ({ team, cell, column: columns[place] })));
  const text = csvOf(
    [
      { name: 'team', cell: ({ team }) => csvText(team.name) },
      { name: 'indicator', cell: ({ column }) => csvText(column?.name ?? '') },
      { name: 'against', cell: ({ cell }) => (cell.kind === 'judged' ? cell.against : '') },
      { name: 'value', cell: ({ cell }) => (cell.kind === 'judged' ? csvText(cell.value) : '') },
      { name: 'status', cell: ({ cell }) => (cell.kind === 'judged' ? csvText(cell.status.word) : '') },
      { name: 'gap', cell: ({ cell }) => (cell.kind === 'judged' ? csvText(cell.gap) : '') },
      { name: 'note', cell: ({ cell }) => (cell.kind === 'unjudged' ? csvText(cell.words) : '') },
    ],
    lines.filter(({ cell }) => cell.kind !== 'no-goal'),
  );
  downloadText(`teams-and-goals-${formats.weekName(card.week).replace(' ', '-')}.csv`, 'text/csv;charset=utf-8', text);
}
