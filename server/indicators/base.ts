/**
 * The keys by which a change finds the rows that it may move: a changed order line touches its order, a reopened claim
 * touches the claim and its customer. `buyer` and `claimant` are both customers after merges: one by what it ordered, the
 * other by what it claimed or answered, so that a claim does not make every order of its customer be counted again.
 */
export const KEY_KINDS = ['order', 'claim', 'buyer', 'claimant', 'evaluation', 'cost'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/**
 * Which rows of a base are wanted.
 * - `keys`: those of some keys, `sql` yields them (one column).
 * - `weeks`: whatever rows of these weeks tell about the last of them (both inclusive); a base that looks back over weeks
 *   may leave the others out, the rest give everything.
 */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'keys'; readonly sql: string }
  | { readonly kind: 'weeks'; readonly from: number; readonly to: number };

/** Weeks in a row, both inclusive. */
export type Weeks = { readonly from: number; readonly to: number };

/** SQL of a week column that lies in the weeks. */
export const during = (column: string, { from, to }: Weeks): string =>
  from === to ? `${column} = ${to}` : `${column} between ${from} and ${to}`;

/** The settings that take part in the SQL. Whole numbers, so that both databases compute the same. */
export type SqlSettings = {
  readonly rightFirstTimeDays: number;
  /** 10,000 + the tolerance in hundredths of a percent. */
  readonly priceLimitPer10000: number;
  /** Minor units for 1,000 minutes of work on claims; 0: no rate is set. */
  readonly labourPer1000Minutes: number;
};

/**
 * A record (or one span of it) a row, with what the indicators need of it: `record_id`, `team_id`, the `weeks` columns
 * and whatever the parts name. The figure and the rows behind the figure both come from this SQL, so they cannot differ.
 *
 * SQL in the common subset of SQLite and PostgreSQL: flags are `case … end` 0/1, no date functions, bigint and text keys.
 */
export type Base = {
  readonly id: string;
  readonly key: KeyKind;
  /** Kind of the records that `record_id` names. */
  readonly records: 'orders' | 'order_lines' | 'claims' | 'customers' | 'evaluations' | 'costs';
  /** Columns from which the parts tell the weeks. */
  readonly weeks: readonly string[];
  readonly sql: (scope: Scope, settings: SqlSettings) => string;
};

/** The team of rows that name none and whose order or claim names none either. */
export const UNASSIGNED = 'unassigned';

/** `and <column> in (<keys>)`, or nothing where the scope names no keys. */
export const within = (scope: Scope, column: string): string =>
  scope.kind === 'keys' ? `and ${column} in (${scope.sql})` : '';

/** As `within`, where the column is not the key itself: `via` turns the SQL of the keys into the SQL of the column's values. */
export const withinVia = (scope: Scope, column: string, via: (keys: string) => string): string =>
  scope.kind === 'keys' ? `and ${column} in (${via(scope.sql)})` : '';

/**
 * As `within` for rows of customers: `canonical` is the SQL of the customer after merges, `raw` the column of the row's
 * own customer id, by which the rows are found.
 */
export const withinCustomers = (scope: Scope, canonical: string, raw: string): string =>
  scope.kind === 'keys'
    ? `and ${canonical} in (${scope.sql}) and ${raw} in (
        select m.customer_id from customers m where m.canonical_id in (${scope.sql})
        union all select * from (${scope.sql}) k)`
    : '';

/** Restricts a base that looks back over weeks to those that matter. */
export const withinWeeks = (scope: Scope, column: string): string =>
  scope.kind === 'weeks' ? `and ${column} between ${scope.from} and ${scope.to}` : '';
