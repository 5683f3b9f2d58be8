/**
 * Whose records a base counts, by the key that says which of its rows a change may move: a changed order line touches
 * its order, a reopened claim touches the claim and its customer.
 */
export const KEY_KINDS = ['order', 'claim', 'customer', 'evaluation', 'cost'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** The values of the settings that take part in the SQL, as whole numbers or SQL literals. */
export type SqlSettings = {
  readonly rightFirstTimeDays: number;
  /** 1 + tolerance, such as 1.02. */
  readonly priceFactor: number;
  /** Minor units for a minute of work on claims; 0: not set. */
  readonly labourPerMinute: number;
};

/**
 * Restricts a base to some keys: SQL of a query that yields the keys (one column), or null for all of them.
 * The SQL of a base writes `${scope.where('o.order_id')}` wherever a key stands.
 */
export type Scope = {
  /** `and <column> in (…)`, or nothing where the scope is everything. */
  readonly and: (column: string) => string;
};

/**
 * Rows of records with what the indicators need of them. One row is one record (or one span of it) and has `record_id`,
 * `team_id` and the columns that the parts name. The figure, and the rows behind the figure, both come from this SQL.
 */
export type Base = {
  readonly id: string;
  readonly key: KeyKind;
  /** Kind of the records named by `record_id`. */
  readonly records: 'orders' | 'order_lines' | 'claims' | 'customers' | 'evaluations' | 'costs';
  readonly sql: (scope: Scope, settings: SqlSettings) => string;
};

/**
 * A part of an indicator: what each row of a base adds to the two sums.
 * - `in-week`: added in the week that `week` names; a null week adds nothing.
 * - `in-span`: added in every week from `from` to `to` (both inclusive; `to` null: until further notice).
 * `numerator`, `denominator` and `where` are SQL over the columns of the base and give whole numbers.
 */
export type Part = {
  readonly base: Base;
  readonly when:
    | { readonly kind: 'in-week'; readonly week: string }
    | { readonly kind: 'in-span'; readonly from: string; readonly to: string };
  readonly numerator: string;
  readonly denominator: string;
  /**
   * SQL of the keys (one column) that may add to a week, a superset: it keeps the drill-down of one week from reading
   * every record. `week` is the number as text.
   */
  readonly candidates: (week: string) => string;
};

/**
 * How an indicator is stored. `sums`: each week holds its own sums. `flows`: each week holds what entered less what left,
 * and the figure is the running total from the first week, so that nothing has to be written when a week merely passes.
 * The in-span parts need flows; an indicator is stored one way as a whole.
 */
export type StoredAs = 'sums' | 'flows';

export type IndicatorDefinition = {
  readonly id: string;
  readonly stored: StoredAs;
  readonly parts: readonly Part[];
};
