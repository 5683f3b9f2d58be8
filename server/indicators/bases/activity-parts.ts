import type { Scope, Weeks } from '../base.ts';
import type { Part } from '../definition.ts';
import { claimActivity } from './claim-activity.ts';
import { orderActivity } from './order-activity.ts';

/** Weeks for which a customer counts as active after an order, and as a claimant after a claim (indicators.md). */
const ACTIVE_WEEKS = 12;

/** Stands for "not since": a week number later than any. */
const NEVER = 1_000_000;

const next = `coalesce(next_week, ${NEVER})`;
const lesser = (a: string, b: string): string => `case when ${a} < ${b} then ${a} else ${b} end`;

/** The last `weeks` weeks, the week itself included: what was done before or after them does not show at its end. */
const lookingBack =
  (weeks: number) =>
  ({ from, to }: Weeks): Scope => ({ kind: 'weeks', from: from - weeks + 1, to });

/** In force from the activity until 12 weeks have passed or the next activity takes over. */
const untilNext = { kind: 'in-span', from: 'week', to: lesser(`week + ${ACTIVE_WEEKS - 1}`, `${next} - 1`) } as const;

/** Customers who ordered in the last 12 weeks, the week itself included. */
export const activeOrders = (numerator: string, denominator: string): Part => ({
  base: orderActivity,
  when: untilNext,
  numerator,
  denominator,
  candidates: lookingBack(ACTIVE_WEEKS),
});

/** Customers who opened a claim in the last 12 weeks, the week itself included. */
export const activeClaims = (numerator: string, denominator: string): Part => ({
  base: claimActivity,
  when: untilNext,
  numerator,
  denominator,
  candidates: lookingBack(ACTIVE_WEEKS),
  note: `'claimed'`,
});

/**
 * Retention at the end of week t over W weeks: of the customers who ordered in (t−2W, t−W] those who ordered in (t−W, t].
 *
 * With `a` a customer's order week and `n` the next one, `a` is the latest order of the base window for the weeks t with
 * a+W ≤ t ≤ a+2W−1 and t ≤ n+W−1: in these the customer is in the denominator. Of these weeks, n lies within (t−W, t]
 * for t ≥ n: there the customer is in the numerator too. For every t at most one `a` of a customer counts.
 */
export const retentionParts = (weeks: number): readonly Part[] => {
  const to = lesser(`week + ${2 * weeks - 1}`, `${next} + ${weeks - 1}`);
  const shared = { base: orderActivity, candidates: lookingBack(2 * weeks) };
  return [
    { ...shared, when: { kind: 'in-span', from: `week + ${weeks}`, to }, numerator: '0', denominator: '1' },
    {
      ...shared,
      when: {
        kind: 'in-span',
        from: `case when next_week > week + ${weeks} then next_week when next_week is not null then week + ${weeks} end`,
        to,
      },
      numerator: '1',
      denominator: '0',
      note: `'ordered again'`,
    },
  ];
};
