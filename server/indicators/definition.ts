import type { WeekNumber } from '../../src/domain/week.ts';
import type { Base, Scope, Weeks } from './base.ts';

/**
 * A part of an indicator: what each row of a base adds to the two sums.
 *
 * `numerator` and `denominator` are SQL over the columns of the base and give whole numbers.
 * `when` is SQL over the base's `weeks` columns alone (the roll-up groups by these):
 * - `in-week`: the row is added in that week; a null week adds nothing.
 * - `in-span`: the row is added in every week from `from` to `to`, both inclusive. `from` null or `to` before `from`
 *   adds nothing; `to` null means until further notice.
 */
export type Part = {
  readonly base: Base;
  readonly when:
    | { readonly kind: 'in-week'; readonly week: string }
    | { readonly kind: 'in-span'; readonly from: string; readonly to: string };
  readonly numerator: string;
  readonly denominator: string;
  /** Where the rows are that may add to the weeks, a superset: it keeps the drill-down of one week from reading every record. */
  readonly candidates: (weeks: Weeks) => Scope;
  /** SQL text over the base's columns that says in a word how the row counts, such as `late`; shown in the drill-down. */
  readonly note?: string;
};

/**
 * How an indicator is stored. `sums`: each week holds its own sums. `flows`: each week holds what entered less what left
 * in numerator and denominator alike, and the figure is the running total from the first week. So nothing has to be
 * written when a week merely passes, and a touched customer moves few buckets.
 */
export type StoredAs = 'sums' | 'flows';

/**
 * A further figure over the rows behind an indicator. `sql` yields one row with `value` (null: there is none) from `rows`,
 * SQL of the rows of a week with `record_id`, `numerator` and `denominator`.
 */
export type Fact = {
  readonly name: string;
  readonly unit: string;
  readonly sql: (rows: string, week: WeekNumber) => string;
};

export type IndicatorDefinition = {
  readonly id: string;
  readonly stored: StoredAs;
  readonly parts: readonly Part[];
  /** Further figures over the rows of a week, shown in the drill-down. */
  readonly facts?: readonly Fact[];
};
