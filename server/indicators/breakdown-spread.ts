import { sqlSettings } from '../rollup/sql-settings.ts';
import type { CasesQuery } from './breakdown-cases.ts';
import { claims, claimsToAnswer, claimsToResolve } from './bases/claims.ts';
import { orderLines, ordersDue } from './bases/order-lines.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A bin of whole units, `to` inclusive. */
type Bin = { readonly label: string; readonly to: number };

/** How far the cases of an indicator went wrong. */
export type Spread = {
  readonly name: string;
  readonly unit: 'day' | 'hour';
  /** What the cases are called in the note, in the plural. */
  readonly words: string;
  /** Ascending; the first one holds what is under a unit. */
  readonly bins: readonly Bin[];
  /** The cases that never came to an end, such as "Not delivered". */
  readonly never: string;
  /** More than so many units is told in the note. */
  readonly over: number;
  /** SQL that yields `record_id` and `late` (whole units; null: never) for the cases of `wrong(record_id, wrong)`. */
  readonly sql: (query: CasesQuery) => string;
};

const DAYS: readonly Bin[] = [
  { label: 'Same day', to: 0 },
  { label: '1 day', to: 1 },
  { label: '2 days', to: 2 },
  { label: '3 days', to: 3 },
  { label: '4 to 7 days', to: 7 },
  { label: 'Over 7 days', to: Infinity },
];

const HOURS: readonly Bin[] = [
  { label: 'Under 1 hour', to: 0 },
  { label: '1 to 3 hours', to: 3 },
  { label: '4 to 11 hours', to: 11 },
  { label: '12 to 23 hours', to: 23 },
  { label: '1 to 3 days', to: 95 },
  { label: 'Over 3 days', to: Infinity },
];

/** The late lines of orders due in the weeks, with the local days that they were late. */
const lateLines = ({ weeks, settings }: CasesQuery): string => `
  select b.record_id, b.order_id, l.delivered_day - l.promised_day as late
  from (${orderLines.sql(ordersDue(weeks), sqlSettings(settings))}) b
  join order_lines l on l.line_id = b.record_id
  where b.on_time = 0`;

/** An order is as late as its latest line, and never delivered while one of its lines is not. */
const lateOrders = (query: CasesQuery): string => `
  select order_id as record_id, case when count(*) > count(late) then null else max(late) end as late
  from (${lateLines(query)}) late_lines group by order_id`;

const wholeUnits = (from: string, to: string, unit: number): string =>
  `case when ${from} is null then null else (${from} - ${to}) / ${unit} end`;

const HOW_LATE: Omit<Spread, 'words' | 'sql'> = {
  name: 'How late',
  unit: 'day',
  bins: DAYS,
  never: 'Not delivered',
  over: 3,
};

/** By indicator; elsewhere there is nothing to measure. */
export const SPREADS: Readonly<Record<string, Spread>> = {
  'on-time': { ...HOW_LATE, words: 'lines', sql: lateLines },
  'broken-late': { ...HOW_LATE, words: 'orders', sql: lateOrders },
  'promise-kept': { ...HOW_LATE, words: 'orders', sql: lateOrders },
  'answered-in-promise': {
    name: 'How long after the deadline',
    unit: 'hour',
    words: 'claims',
    bins: HOURS,
    never: 'Not answered',
    over: 95,
    sql: ({ weeks, settings }) => `
      select record_id, ${wholeUnits('answered_at', 'acknowledge_by', HOUR_MS)} as late
      from (${claims.sql(claimsToAnswer(weeks), sqlSettings(settings))}) b`,
  },
  'resolved-in-promise': {
    name: 'How long after the deadline',
    unit: 'day',
    words: 'claims',
    bins: [{ label: 'Under 1 day', to: 0 }, ...DAYS.slice(1)],
    never: 'Not resolved',
    over: 3,
    sql: ({ weeks, settings }) => `
      select record_id, ${wholeUnits('closed_at', 'resolve_by', DAY_MS)} as late
      from (${claims.sql(claimsToResolve(weeks), sqlSettings(settings))}) b`,
  },
};

/** So many cases were so late; null: never. */
export type LateCount = { readonly late: number | null; readonly count: number };

/** "1 day", "3 lines"; `plural` is regular. */
const counted = (count: number, plural: string): string => `${count} ${count === 1 ? plural.slice(0, -1) : plural}`;

/** The middle one of the cases that came to an end, the lower of two middle ones. */
const medianOf = (known: ReadonlyArray<{ readonly late: number; readonly count: number }>): number | null => {
  const whole = known.reduce((sum, { count }) => sum + count, 0);
  let reached = 0;
  for (const { late, count } of known.toSorted((a, b) => a.late - b.late)) {
    reached += count;
    if (reached * 2 >= whole) return late;
  }
  return null;
};

/** "Median 1 day; 28 orders over 3 days; 4 not delivered". */
const noteOf = (spread: Spread, known: ReadonlyArray<{ late: number; count: number }>, never: number): string => {
  const median = medianOf(known);
  const over = known.reduce((sum, { late, count }) => sum + (late > spread.over ? count : 0), 0);
  const limit = spread.unit === 'hour' ? counted((spread.over + 1) / 24, 'days') : counted(spread.over, 'days');
  const told = [
    ...(median === null
      ? []
      : [median === 0 ? `median under 1 ${spread.unit}` : `median ${counted(median, `${spread.unit}s`)}`]),
    ...(over === 0 ? [] : [`${counted(over, spread.words)} over ${limit}`]),
    ...(never === 0 ? [] : [`${never} ${spread.never.toLowerCase()}`]),
  ].join('; ');
  return told.charAt(0).toUpperCase() + told.slice(1);
};

/** Bins and note of what was counted; null where there is nothing. An empty first bin and an empty "never" are left out. */
export const spreadOf = (
  spread: Spread,
  counts: readonly LateCount[],
): { readonly name: string; readonly note: string; readonly bins: Array<{ label: string; count: number }> } | null => {
  if (counts.length === 0) return null;
  const never = counts.reduce((sum, { late, count }) => sum + (late === null ? count : 0), 0);
  const known = counts.flatMap(({ late, count }) => (late === null ? [] : [{ late: Math.max(0, late), count }]));
  const bins = spread.bins.map(({ label, to }, at) => {
    const from = spread.bins[at - 1]?.to ?? -1;
    return { label, count: known.reduce((sum, { late, count }) => sum + (late > from && late <= to ? count : 0), 0) };
  });
  const first = bins[0]?.count === 0 ? 1 : 0;
  return {
    name: spread.name,
    note: noteOf(spread, known, never),
    bins: [...bins.slice(first), ...(never === 0 ? [] : [{ label: spread.never, count: never }])],
  };
};
