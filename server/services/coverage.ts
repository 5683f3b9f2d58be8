import { mondayOf, sundayOf, weekOfDay, type DayNumber, type WeekNumber } from '../../src/domain/week.ts';

/** Days, both inclusive. */
export type DaySpan = { readonly from: DayNumber; readonly to: DayNumber };

/** Sorted spans that neither overlap nor touch: the days that imports cover. */
export type CoveredDays = readonly DaySpan[];

/** A team counts as reporting for so long after its last covered week; until then its absence makes a gap. */
export const REPORTING_WEEKS = 8;

const ALWAYS = { from: -Infinity, to: Infinity } as const;

/** Every day that any of the spans covers. */
export const unite = (spans: readonly DaySpan[]): CoveredDays => {
  const united: DaySpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last !== undefined && span.from <= last.to + 1) {
      united[united.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else if (span.from <= span.to) united.push(span);
  }
  return united;
};

/** Every day that both cover. */
export const intersect = (one: CoveredDays, other: CoveredDays): CoveredDays => {
  const both: DaySpan[] = [];
  let left = 0;
  let right = 0;
  for (;;) {
    const a = one[left];
    const b = other[right];
    if (a === undefined || b === undefined) return both;
    const from = Math.max(a.from, b.from);
    const to = Math.min(a.to, b.to);
    if (from <= to) both.push({ from, to });
    if (a.to < b.to) left += 1;
    else right += 1;
  }
};

const firstWholeWeek = (covered: CoveredDays): WeekNumber | null => {
  for (const { from, to } of covered) {
    const week = weekOfDay(from + 6);
    if (sundayOf(week) <= to) return week;
  }
  return null;
};

/** The days on which a team's absence would be a gap are those it covers; on the others it does not report. */
const coveredOrSilent = (covered: CoveredDays): CoveredDays => {
  const first = firstWholeWeek(covered);
  const last = covered.at(-1);
  if (first === null || last === undefined) return [ALWAYS];
  return unite([
    { from: -Infinity, to: mondayOf(first) - 1 },
    ...covered,
    { from: sundayOf(weekOfDay(last.to) + REPORTING_WEEKS) + 1, to: Infinity },
  ]);
};

/**
 * The days that a scope of several teams covers: those on which every team that reports then is covered, and at least
 * one is. A team reports from its first whole covered week until `REPORTING_WEEKS` weeks after its last covered one.
 */
export const coveredByAll = (teams: readonly CoveredDays[]): CoveredDays => {
  const distinct = [...new Set(teams)].filter((covered) => covered.length > 0);
  const [only] = distinct;
  if (only === undefined || distinct.length === 1) return only ?? [];
  return distinct.reduce((days, covered) => intersect(days, coveredOrSilent(covered)), unite(distinct.flat()));
};

/** Last covered day; null where nothing is covered. */
export const coveredTo = (covered: CoveredDays): DayNumber | null => covered.at(-1)?.to ?? null;

/**
 * Tells for consecutive weeks whether they carry numbers. A week does when all of it is covered, or when it is the last
 * one and covered without a break from its Monday on: the current week. Every other week is a gap.
 */
export const carriesNumbers = (covered: CoveredDays): ((week: WeekNumber) => boolean) => {
  const last = covered.at(-1);
  return (week) => {
    const monday = mondayOf(week);
    const sunday = sundayOf(week);
    const span = covered.find(({ to }) => to >= monday);
    if (span === undefined || span.from > monday) return false;
    return span.to >= sunday || span === last;
  };
};

/** Whether all seven days of the week are covered. */
export const isWhole = (covered: CoveredDays, week: WeekNumber): boolean => {
  const span = covered.find(({ to }) => to >= sundayOf(week));
  return span !== undefined && span.from <= mondayOf(week);
};
