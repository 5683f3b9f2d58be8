import type { Dimension, Indicator } from '../domain/catalogue-types.ts';
import type { Formats } from '../domain/format.ts';
import { capital } from '../domain/words.ts';
import type { StatusShape } from '../ui/mark-shapes.ts';
import type { GridCell, GridRow } from './team-grid.ts';

export type GridFilter = {
  readonly need: 'all' | 'act' | 'watch' | 'on-target';
  /** A part of the name; empty is every team. */
  readonly find: string;
};

const WANTED: Readonly<Record<Exclude<GridFilter['need'], 'all'>, StatusShape>> = {
  act: 'act',
  watch: 'watch',
  'on-target': 'on',
};

/** Rows with at least one cell of that status, and with that part of a name. */
export function filteredRows(rows: readonly GridRow[], { need, find }: GridFilter): readonly GridRow[] {
  const name = find.trim().toLocaleLowerCase();
  return rows.filter(
    (row) =>
      row.team.name.toLocaleLowerCase().includes(name) &&
      (need === 'all' || row.cells.some((cell) => shapeIn(cell) === WANTED[need])),
  );
}

/**
 * Who needs help first: most Act, then most Watch, then the largest distance behind plan or target, relative to it. Cells
 * with too few cases count for nothing. Equal ones keep their order. The organisation stays on top: it is no team.
 */
export function byNeed(rows: readonly GridRow[]): readonly GridRow[] {
  const counted = rows.map((row) => ({ row, ...needOf(row) }));
  return counted
    .toSorted(
      (a, b) =>
        Number(b.row.team.id === null) - Number(a.row.team.id === null) ||
        b.act - a.act ||
        b.watch - a.watch ||
        b.behind - a.behind,
    )
    .map(({ row }) => row);
}

function needOf({ cells }: GridRow): { readonly act: number; readonly watch: number; readonly behind: number } {
  const count = (shape: StatusShape): number => cells.filter((cell) => shapeIn(cell) === shape).length;
  const behind = Math.max(0, ...cells.map((cell) => (cell.kind === 'judged' ? cell.behind : 0)));
  return { act: count('act'), watch: count('watch'), behind };
}

function shapeIn(cell: GridCell): StatusShape | null {
  return cell.kind === 'judged' && cell.status.look === 'fresh' ? cell.status.shape : null;
}

/** "6 teams, 24 goals: 3 Act, 5 Watch, 14 On target, 2 not judged": own goals of teams alone. */
export function gridWords(rows: readonly GridRow[], formats: Formats): string {
  const teams = rows.filter(({ team }) => team.id !== null);
  const own = teams.flatMap(({ cells }) => cells.filter((cell) => cell.kind !== 'no-goal' && cell.goal !== null));
  const count = (shape: StatusShape): number => own.filter((cell) => shapeIn(cell) === shape).length;
  const [act, watch, on] = [count('act'), count('watch'), count('on')];
  const rest = own.length - act - watch - on;
  const parts = [
    [act, 'Act'],
    [watch, 'Watch'],
    [on, 'On target'],
    [rest, 'not judged'],
  ] as const;
  const told = parts.flatMap(([number, word]) => (number === 0 ? [] : [`${formats.count(number)} ${word}`]));
  const head = `${plural(teams.length, 'team', formats)}, ${plural(own.length, 'goal', formats)}`;
  return told.length === 0 ? head : `${head}: ${told.join(', ')}`;
}

function plural(count: number, word: string, formats: Formats): string {
  return `${formats.count(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** Columns of one dimension, side by side; those of no dimension stand under "all" alone. */
export function columnsOf(columns: readonly Indicator[], dimension: Dimension | 'all'): readonly Indicator[] {
  const wanted = dimension === 'all' ? columns : columns.filter(({ group }) => group === dimension);
  return columnGroups(wanted).flatMap((group) => group.columns);
}

export type ColumnGroup = { readonly name: string; readonly columns: readonly Indicator[] };

/** Columns under the dimension that they belong to, in the catalogue's order; first those of all four together. */
export function columnGroups(columns: readonly Indicator[]): readonly ColumnGroup[] {
  const groups = new Map<string, Indicator[]>();
  for (const indicator of columns) {
    const name = groupName(indicator);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [indicator]);
    else known.push(indicator);
  }
  return [...groups].map(([name, members]) => ({ name, columns: members }));
}

function groupName({ group }: Indicator): string {
  switch (group) {
    case 'quality':
    case 'quantity':
    case 'opportunity':
    case 'price':
      return capital(group);
    case 'headline':
    case 'retention':
    case 'claims':
      return 'All four together';
    case 'feedback':
    case 'context':
    case 'staff':
    case 'part':
      return 'Beside them';
  }
}
