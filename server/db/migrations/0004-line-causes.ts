/**
 * Why a line was late, short or sent back, as whoever delivered it says: one customer in ten claims, so that claims alone
 * leave most broken promises without a cause (docs/decisions/0017-causes-of-lines.md).
 */
export const statements: readonly string[] = [`alter table order_lines add column cause_id text`];
