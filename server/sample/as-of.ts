import { mondayOf, type DayNumber } from '../../src/domain/week.ts';
import type { ClaimStory } from './claim-story.ts';
import type { OrderStory } from './orders.ts';
import type { CustomerRow, EvaluationRow, SampleRows } from './row-types.ts';
import type { WeekStory } from './simulate.ts';

/** What an import sees: what changed after `after` (exclusive) up to `until` (inclusive), as it stood at `until`. */
export type Sight = {
  readonly after: number;
  readonly until: number;
  /** Local days of the two. */
  readonly afterDay: DayNumber;
  readonly untilDay: DayNumber;
};

export type Rows = { readonly [K in keyof SampleRows]?: ReadonlyArray<SampleRows[K]> };

/** The rows of one week's stories that an import sees, but for the orders held back. */
export const rowsSeen = (story: WeekStory, sight: Sight): Rows => {
  const orders = story.orders.filter(({ order }) => !story.heldBack.has(order.order_id));
  return {
    customers: startsIn(story, sight) ? story.customers.map((row) => customerAt(row, sight)) : [],
    orders: orders.flatMap((order) => orderSeen(order, sight)),
    order_lines: orders.flatMap((order) => linesSeen(order, sight)),
    claims: story.claims.flatMap((claim) => claimSeen(claim, sight)),
    claim_events: story.claims.flatMap((claim) => claim.events.filter((row) => within(row.at, sight))),
    contacts: [...story.contacts, ...story.claims.flatMap((claim) => claim.contacts)].filter((row) =>
      within(row.at, sight),
    ),
    evaluations: story.evaluations
      .filter((row) => within(row.invited_at, sight) || within(row.answered_at, sight))
      .map((row) => (after(row.answered_at, sight) ? unanswered(row) : row)),
    costs: [...story.costs, ...story.claims.flatMap((claim) => claim.costs)].filter((row) =>
      within(row.incurred_at, sight),
    ),
  };
};

/** Orders that were held back, whole. */
export const heldBackRows = (story: WeekStory, sight: Sight): Rows => {
  const all = { ...sight, after: -Infinity };
  const orders = story.orders.filter(({ order }) => story.heldBack.has(order.order_id));
  return {
    orders: orders.flatMap((order) => orderSeen(order, all)),
    order_lines: orders.flatMap((order) => linesSeen(order, all)),
  };
};

/** Customers who left between two imports are sent again. */
export const customerLeft = (row: CustomerRow, { afterDay, untilDay }: Sight): boolean =>
  row.left_day !== null && row.left_day > afterDay && row.left_day <= untilDay;

export const customerAt = (row: CustomerRow, { untilDay }: Sight): CustomerRow =>
  row.left_day !== null && row.left_day > untilDay ? { ...row, left_day: null, left_reason: null } : row;

const startsIn = ({ week }: WeekStory, { afterDay, untilDay }: Sight): boolean =>
  mondayOf(week) > afterDay && mondayOf(week) <= untilDay;

const within = (at: number | null, { after: from, until }: Sight): boolean => at !== null && at > from && at <= until;
const after = (at: number | null, { until }: Sight): boolean => at !== null && at > until;
const seenBy = (at: number | null, sight: Sight): number | null => (after(at, sight) ? null : at);

const unanswered = (row: EvaluationRow): EvaluationRow => ({
  ...row,
  answered_at: null,
  answered_day: null,
  answered_week: null,
  compliance: null,
  disposition: null,
  staff: null,
  empathy: null,
  tangibles: null,
  overall: null,
  price: null,
  comment: null,
  actionable: null,
});

const orderSeen = ({ order, ended }: OrderStory, sight: Sight): Array<SampleRows['orders']> =>
  within(order.ordered_at, sight) || within(order.cancelled_at, sight) || within(ended.at, sight)
    ? [
        {
          ...order,
          cancelled_at: seenBy(order.cancelled_at, sight),
          invoiced_total: ended.at > sight.until ? null : order.invoiced_total,
        },
      ]
    : [];

const linesSeen = ({ order, lines }: OrderStory, sight: Sight): Array<SampleRows['order_lines']> =>
  lines
    .filter(
      (line) =>
        order.ordered_at <= sight.until &&
        [order.ordered_at, line.delivered_at, line.returned_at, line.delay_notified_at].some((at) => within(at, sight)),
    )
    .map((line) => {
      const delivered = line.delivered_at !== null && line.delivered_at <= sight.until;
      const returned = line.returned_at !== null && line.returned_at <= sight.until;
      return {
        ...line,
        quantity_accepted: delivered ? line.quantity_accepted : null,
        delivered_at: delivered ? line.delivered_at : null,
        delivered_day: delivered ? line.delivered_day : null,
        delivered_week: delivered ? line.delivered_week : null,
        returned_at: returned ? line.returned_at : null,
        returned_day: returned ? line.returned_day : null,
        delay_notified_at: seenBy(line.delay_notified_at, sight),
        /* Written down once all that happened to the line has. */
        cause_id: delivered && returned === (line.returned_at !== null) ? line.cause_id : null,
      };
    });

const claimSeen = ({ claim }: ClaimStory, sight: Sight): Array<SampleRows['claims']> =>
  [claim.opened_at, claim.acknowledged_at, claim.resolved_at].some((at) => within(at, sight)) &&
  claim.opened_at <= sight.until
    ? [
        {
          ...claim,
          acknowledged_at: seenBy(claim.acknowledged_at, sight),
          resolved_at: seenBy(claim.resolved_at, sight),
        },
      ]
    : [];
