import { FileRefused } from './file-refused.ts';
import type { Source } from './mapping.ts';
import { parseMoment, type Moment } from './parse-moment.ts';
import { parseNumber } from './parse-number.ts';
import type { Conventions, Warn } from './row-context.ts';
import { cellProblem, isProblem, type CellProblem } from './row-problem.ts';
import { columnsOf, textReader, type Header } from './text-source.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** An instant with its local day. `wholeDay`: the source gave a date without a time; `at` is the day's first instant. */
export type LocalInstant = { readonly at: number; readonly day: number; readonly wholeDay: boolean };

export type MomentReader = (cells: readonly string[], warn: Warn) => LocalInstant | CellProblem | null;

/**
 * Thrown where a date of numbers alone, or a number with a comma, is met after the file was taken to have none:
 * the import then scans the whole file and starts again.
 */
export class ConventionNeeded extends Error {
  readonly which: 'date-order' | 'decimal-mark';

  constructor(which: 'date-order' | 'decimal-mark') {
    super(`The ${which} of this file is not settled.`);
    this.name = 'ConventionNeeded';
    this.which = which;
  }
}

/** First and last year that a record can have; outside of it a cell is a typing mistake. */
const FIRST_DAY = -25_567; // 1900-01-01
const LAST_DAY = 84_006; // 2200-01-01

/** An instant from what the cell says: a date alone stays that date whatever the zone. */
export const localInstant = (moment: Moment, { clock, fileClock }: Conventions): LocalInstant => {
  if (moment.time === null) return { at: clock.startOfDay(moment.day), day: moment.day, wholeDay: true };
  if (moment.offset !== null) {
    const at = moment.day * DAY_MS + moment.time - moment.offset * MINUTE_MS;
    return { at, day: clock.dayOfInstant(at), wholeDay: false };
  }
  const start = fileClock.startOfDay(moment.day);
  /* A day of 24 hours, which nearly all are, needs no search for changes of the clock. */
  const plain = fileClock.startOfDay(moment.day + 1) - start === DAY_MS;
  const at = plain ? start + moment.time : fileClock.instantOfLocal(moment.day, moment.time);
  return { at, day: clock === fileClock && plain ? moment.day : clock.dayOfInstant(at), wholeDay: false };
};

const cellReader = (
  source: Source,
  header: Header,
  missing: ReadonlySet<string>,
  conventions: Conventions,
): MomentReader => {
  const text = textReader(source, header, missing);
  const column = columnsOf(source)[0] ?? null;
  return (cells, warn) => {
    const cell = text(cells);
    if (cell === '') return null;
    const moment = parseMoment(cell, conventions.dateOrder);
    if (moment === 'order-needed') throw new ConventionNeeded('date-order');
    if (moment === 'no-date') return cellProblem(column, cell, 'This is no date.');
    if (moment.day < FIRST_DAY || moment.day >= LAST_DAY) {
      return cellProblem(column, cell, 'The year lies outside 1900 to 2199.');
    }
    if (moment.twoDigitYear) warn(column, cell, 'The year has two digits; 69 to 99 are read as 1969 to 1999.');
    return localInstant(moment, conventions);
  };
};

const minutesReader = (
  minutes: number | { readonly column: string } | undefined,
  header: Header,
  missing: ReadonlySet<string>,
  conventions: Conventions,
): ((cells: readonly string[]) => number | CellProblem | null) => {
  if (minutes === undefined) return () => 0;
  if (typeof minutes === 'number') return () => minutes;
  const text = textReader(minutes.column, header, missing);
  return (cells) => {
    const cell = text(cells);
    if (cell === '') return null;
    const value = parseNumber(cell, conventions.decimalMark);
    if (value === 'mark-needed') throw new ConventionNeeded('decimal-mark');
    return value === 'no-number' ? cellProblem(minutes.column, cell, 'This is no number of minutes.') : value;
  };
};

/** Compiles a source of a date or instant: a cell, the first or earliest of several, or some time after another. */
export const momentReader = (
  source: Source,
  header: Header,
  missing: ReadonlySet<string>,
  conventions: Conventions,
): MomentReader => {
  if (typeof source === 'string' || 'column' in source || 'constant' in source || 'join' in source) {
    return cellReader(source, header, missing, conventions);
  }
  if ('firstOf' in source || 'earliestOf' in source) {
    const earliest = 'earliestOf' in source;
    const parts = (earliest ? source.earliestOf : source.firstOf).map((part) =>
      momentReader(part, header, missing, conventions),
    );
    return (cells, warn) => {
      let best: LocalInstant | null = null;
      for (const part of parts) {
        const found = part(cells, warn);
        if (found === null) continue;
        if (isProblem(found)) return found;
        if (!earliest) return found;
        if (best === null || found.at < best.at) best = found;
      }
      return best;
    };
  }
  if ('productOf' in source) throw new FileRefused('The mapping uses productOf for a field that is a date.');
  const base = momentReader(source.after, header, missing, conventions);
  const minutes = minutesReader(source.minutes, header, missing, conventions);
  const days = source.days ?? 0;
  const fixed = (source.hours ?? 0) * 60;
  return (cells, warn) => {
    const from = base(cells, warn);
    if (from === null || isProblem(from)) return from;
    const more = minutes(cells);
    if (more === null || isProblem(more)) return more;
    const { clock } = conventions;
    const day = from.day + days;
    /* Whole days are days of the calendar: the same time of day, or the same date. */
    const timeOfDay = from.at + clock.offsetAt(from.at) - from.day * DAY_MS;
    const shifted = days === 0 ? from.at : from.wholeDay ? clock.startOfDay(day) : clock.instantOfLocal(day, timeOfDay);
    const at = shifted + (fixed + more) * MINUTE_MS;
    const wholeDay = from.wholeDay && fixed + more === 0;
    return { at, day: wholeDay ? day : clock.dayOfInstant(at), wholeDay };
  };
};
