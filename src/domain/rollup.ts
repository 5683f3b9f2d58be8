import type { Indicator } from './catalogue-types.ts';
import { figureOf } from './figure.ts';
import { isJudged, type SeriesPoint } from './series.ts';

/** Numerator and denominator: the only thing that is ever added up. */
export type Sums = { readonly numerator: number; readonly denominator: number };

export const NO_SUMS: Sums = { numerator: 0, denominator: 0 };

/** Exact for whole numbers below 2⁵³, so neither order nor grouping of teams and weeks changes a result. */
export function addSums(a: Sums, b: Sums): Sums {
  return { numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator };
}

/** Σ numerator and Σ denominator of all; a ratio is never averaged. */
export function rollUp(all: readonly Sums[]): Sums {
  return all.reduce(addSums, NO_SUMS);
}

/**
 * The same weeks of several teams as one: index by index, so `columns` are equally long.
 * null (not covered) counts only where every team is null: the service decides which teams report in a week.
 */
export function rollUpColumns(columns: ReadonlyArray<ReadonlyArray<number | null>>): ReadonlyArray<number | null> {
  const length = columns.reduce((longest, column) => Math.max(longest, column.length), 0);
  return Array.from({ length }, (_, index) => {
    let sum: number | null = null;
    for (const column of columns) {
      const value = column[index] ?? null;
      if (value !== null) sum = (sum ?? 0) + value;
    }
    return sum;
  });
}

export type WeeksFigure = Sums & {
  readonly value: number | null;
  /** Judged weeks in it. */
  readonly weeks: number;
};

/**
 * The figure of several weeks: sums of the judged ones; a stock or look-back stands at its last judged week.
 * Gaps, hollow weeks and weeks outside are in none of the sums. null where no week is judged.
 */
export function overWeeks(
  indicator: Pick<Indicator, 'unit' | 'overWeeks'>,
  points: readonly SeriesPoint[],
): WeeksFigure | null {
  const judged = points.filter(isJudged);
  const last = judged.at(-1);
  if (!last) return null;
  const sums = indicator.overWeeks === 'last' ? last : rollUp(judged);
  const { numerator, denominator } = sums;
  return { numerator, denominator, value: figureOf(indicator, numerator, denominator), weeks: judged.length };
}
