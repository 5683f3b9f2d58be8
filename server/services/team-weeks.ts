import type { WeekNumber } from '../../src/domain/week.ts';

/** One indicator of one team as the charts read it: `numerators[i]` belongs to the week `first + i`. */
export type TeamWeeks = {
  readonly first: WeekNumber;
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  /** `sums`: beyond the arrays there is nothing. `levels`: the last level goes on. */
  readonly as: 'sums' | 'levels';
};

export type WeekSums = { readonly week: WeekNumber; readonly numerator: number; readonly denominator: number };

/**
 * Lays the stored rows of a team (any order, one a week) out by week. Rows of an indicator that is stored as flows are
 * added up from the first week: level(t) = Σ flow(w) over w ≤ t, exact because all of them are whole numbers.
 */
export const layOutWeeks = (rows: readonly WeekSums[], stored: 'sums' | 'flows'): TeamWeeks => {
  let first = Infinity;
  let last = -Infinity;
  for (const { week } of rows) {
    first = Math.min(first, week);
    last = Math.max(last, week);
  }
  const length = rows.length === 0 ? 0 : last - first + 1;
  const numerators = new Float64Array(length);
  const denominators = new Float64Array(length);
  for (const { week, numerator, denominator } of rows) {
    numerators[week - first] = numerator;
    denominators[week - first] = denominator;
  }
  if (stored === 'flows') {
    for (let index = 1; index < length; index += 1) {
      numerators[index] = (numerators[index] ?? 0) + (numerators[index - 1] ?? 0);
      denominators[index] = (denominators[index] ?? 0) + (denominators[index - 1] ?? 0);
    }
  }
  return { first: length === 0 ? 0 : first, numerators, denominators, as: stored === 'flows' ? 'levels' : 'sums' };
};

/** Adds the weeks `from`, `from + 1`, … of a team to the columns of a scope. */
export const addWeeks = (
  team: TeamWeeks,
  from: WeekNumber,
  numerators: Float64Array,
  denominators: Float64Array,
): void => {
  const end = team.numerators.length - 1;
  if (end < 0) return;
  const start = Math.max(0, team.first - from);
  const stop = team.as === 'levels' ? numerators.length - 1 : Math.min(numerators.length - 1, team.first + end - from);
  for (let index = start; index <= stop; index += 1) {
    const at = Math.min(from + index - team.first, end);
    numerators[index] = (numerators[index] ?? 0) + (team.numerators[at] ?? 0);
    denominators[index] = (denominators[index] ?? 0) + (team.denominators[at] ?? 0);
  }
};
