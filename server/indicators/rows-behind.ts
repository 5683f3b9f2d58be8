import { computedById } from '../../src/domain/catalogue-computed.ts';
import { isoDate } from '../../src/domain/week.ts';
import type { Sql, SqlValue } from '../db/database.ts';
import type { IndicatorDefinition, Part } from './definition.ts';
import { definitionOf } from './definitions.ts';
import { inTeams, literal, partRows, partsByRows } from './part-rows.ts';
import { type Column, type DisplayKind, RECORD_DISPLAYS } from './record-display.ts';
import type { RowsBehind, RowsBehindQuery } from './rows-types.ts';

type RecordCell = RowsBehind['rows'][number]['cells'][number];

/** Figures that were sent ready-made instead of records: the observations themselves. */
const sentRows = (query: RowsBehindQuery, scale: number): string =>
  `select observation_id as record_id, 'observations' as kind, team_id, numerator * ${scale} as numerator, denominator,
     'sent ready-made' as note
   from sent_observations b
   where indicator_id = $1 and voided_at is null and week = ${query.week} ${inTeams(query.teamIds)}`;

const allRows = (parts: readonly Part[], query: RowsBehindQuery, scale: number): string =>
  `select kind, record_id, max(team_id) as team_id, sum(numerator) as numerator, sum(denominator) as denominator,
     max(note) as note
   from (${[
     ...partsByRows(parts).flatMap(([first, ...rest]) =>
       first === undefined
         ? []
         : [partRows([first, ...rest], { ...query, weeks: { from: query.week, to: query.week } })],
     ),
     sentRows(query, scale),
   ].join('\n union all ')}) parts
   where numerator <> 0 or denominator <> 0 group by kind, record_id`;

const cellOf = (value: SqlValue | undefined, type: Column['type']): RecordCell => {
  if (value === null || value === undefined) return null;
  if (type === 'date') return isoDate(Number(value));
  if (type === 'instant') return new Date(Number(value)).toISOString();
  return type === 'text' ? String(value) : value;
};

type Counted = {
  readonly kind: DisplayKind;
  readonly record_id: string;
  readonly team_id: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly note: string | null;
};

type Totals = { readonly total: number; readonly all_numerators: number; readonly all_denominators: number };

/** For a page beyond the last one, which has no row to carry them. */
const totalsOf = async (db: Sql, rows: string, indicator: string): Promise<Totals> => {
  const found = await db.all<Totals>(
    `select count(*) as total, coalesce(sum(numerator), 0) as all_numerators,
       coalesce(sum(denominator), 0) as all_denominators from (${rows}) counted`,
    [indicator],
  );
  return found[0] ?? { total: 0, all_numerators: 0, all_denominators: 0 };
};

const TEAM: Column = { id: 'team', name: 'Team', type: 'text' };
const NOTE: Column = { id: 'counts_as', name: 'Counts as', type: 'text' };

/** Columns of all kinds of records in the drill-down; columns that two kinds share stand once. */
const columnsOf = (kinds: readonly DisplayKind[]): readonly Column[] => {
  const found = new Map<string, Column>();
  for (const kind of kinds) for (const column of RECORD_DISPLAYS[kind].columns) found.set(column.id, column);
  return [...found.values(), TEAM, NOTE];
};

/** Whether figures of the indicator were sent, for whatever team. */
const wasSent = async (db: Sql, indicator: string): Promise<boolean> =>
  (
    await db.all(`select 1 as one from sent_observations where indicator_id = $1 and voided_at is null limit 1`, [
      indicator,
    ])
  ).length > 0;

const shownCells = async (
  db: Sql,
  counted: readonly Counted[],
): Promise<ReadonlyMap<string, Readonly<Record<string, SqlValue>>>> => {
  const found = new Map<string, Readonly<Record<string, SqlValue>>>();
  for (const kind of new Set(counted.map((row) => row.kind))) {
    const ids = counted.filter((row) => row.kind === kind).map((row) => literal(row.record_id));
    for (const row of await db.all(RECORD_DISPLAYS[kind].sql(ids.join(', ')))) {
      found.set(`${kind} ${String(row['record_id'])}`, row);
    }
  }
  return found;
};

const factsOf = async (
  db: Sql,
  definition: IndicatorDefinition | undefined,
  rows: string,
  query: RowsBehindQuery,
): Promise<RowsBehind['facts']> => {
  const facts: RowsBehind['facts'] = [];
  for (const { name, unit, sql } of definition?.facts ?? []) {
    const value = (await db.all<{ value: number | null }>(sql(rows, query.week), [query.indicator]))[0]?.value ?? null;
    if (value !== null) facts.push({ name, value, unit });
  }
  return facts;
};

/**
 * The rows behind one figure, a page of them: every record that adds to the numerator or the denominator of the week,
 * with what it adds. They come from the very SQL that counted them, so over all pages they add up to the figure.
 *
 * Misses come first (hits, where lower is better). For stocks and look-backs the rows are the members at the week's end.
 * @returns null for an indicator that Kept neither counts nor was sent.
 */
export const rowsBehind = async (db: Sql, query: RowsBehindQuery): Promise<RowsBehind | null> => {
  const definition = definitionOf(query.indicator);
  const sent = await wasSent(db, query.indicator);
  if (definition === undefined && !sent) return null;
  const indicator = computedById(query.indicator);
  const scale = indicator?.numeratorScale ?? 1;
  const parts = definition?.parts ?? [];
  const rows = allRows(parts, query, scale);
  const order = indicator?.better === 'lower' ? 'desc' : 'asc';
  const counted = await db.all<Counted & Totals>(
    `select counted.*, count(*) over () as total, sum(numerator) over () as all_numerators,
       sum(denominator) over () as all_denominators
     from (${rows}) counted order by numerator ${order}, kind, record_id
     limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`,
    [query.indicator],
  );
  const sums = counted[0] ?? (await totalsOf(db, rows, query.indicator));
  const shown = await shownCells(db, counted);
  const kinds: readonly DisplayKind[] = [...new Set(parts.map(({ base }) => base.records))];
  const columns = columnsOf(sent ? [...kinds, 'observations'] : kinds);
  const cellsOf = (row: Counted): RecordCell[] => {
    const cells = shown.get(`${row.kind} ${row.record_id}`) ?? {};
    return columns.map((column) => {
      if (column === TEAM) return row.team_id;
      return column === NOTE ? row.note : cellOf(cells[column.id], column.type);
    });
  };
  return {
    kind: kinds[0] ?? 'observations',
    columns: [...columns],
    rows: counted.map((row) => ({
      id: row.record_id,
      inNumerator: row.numerator / scale,
      inDenominator: row.denominator,
      cells: cellsOf(row),
    })),
    total: sums.total,
    numerator: sums.all_numerators / scale,
    denominator: sums.all_denominators,
    facts: await factsOf(db, definition, rows, query),
  };
};
