import fc from 'fast-check';
import type { RecordValues } from '../../../server/records/types.ts';
import { at, by, type World } from './world.ts';
import { isoDate, parseIsoDate } from '../../../src/domain/week.ts';

/** Small pools of ids, so that imports meet each other's rows again and again. */
const id = (prefix: string, size: number) => fc.integer({ min: 1, max: size }).map((n) => `${prefix}${n}`);

const FIRST_DAY = parseIsoDate('2025-11-03') ?? 0;
const DAYS = 110;

/* Crowded into two weeks, with a few far apart: what depends on days between two records must happen often. */
const day = fc
  .oneof({ weight: 3, arbitrary: fc.nat(14) }, { weight: 2, arbitrary: fc.nat(DAYS) })
  .map((n) => isoDate(FIRST_DAY + n));
const hour = fc.constantFrom('00:00', '00:30', '08:00', '12:00', '23:59');
export const instant = fc.tuple(day, hour).map(([date, time]) => at(`${date} ${time}`));
const deadline = fc.oneof(instant, day.map(by));
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 4) => fc.option(arbitrary, { freq, nil: null });
const voided = fc
  .option(instant, { freq: 1, nil: null })
  .chain((value) => fc.constantFrom(null, null, null, null, value));

const team = fc.constantFrom('a', 'b', 'c', 'unassigned');
const customer = id('c', 2);
const order = id('o', 3);
const line = id('l', 6);
const claim = id('k', 12);
const cause = fc.constantFrom('root', 'damage', 'damage', 'scratch', 'scratch', 'delay', 'rude', 'unknown');

const orders = fc.record({
  order_id: order,
  customer_id: customer,
  team_id: team,
  ordered_at: instant,
  cancelled_at: fc.option(instant, { freq: 1, nil: null }),
  quoted_total: maybe(fc.constantFrom(100, 150)),
  invoiced_total: maybe(fc.constantFrom(100, 102, 103, 160)),
  voided_at: voided,
});

const order_lines = fc.record({
  line_id: line,
  order_id: order,
  quantity_ordered: fc.constantFrom(1, 2.5, 10),
  quantity_accepted: maybe(fc.constantFrom(0, 1, 2.5, 10), 2),
  list_price: maybe(fc.constantFrom(100, 50)),
  net_price: maybe(fc.constantFrom(100, 40)),
  promised_at: deadline,
  delivered_at: maybe(instant, 9),
  returned_at: fc.option(instant, { freq: 1, nil: null }),
  voided_at: voided,
});

const claims = fc.record({
  claim_id: claim,
  customer_id: customer,
  order_id: maybe(order, 3),
  line_id: maybe(line, 2),
  team_id: team,
  cause_id: maybe(cause, 9),
  opened_at: instant,
  acknowledge_by: maybe(deadline),
  acknowledged_at: maybe(instant, 1),
  resolve_by: maybe(deadline),
  resolved_at: maybe(instant, 2),
  duplicate_of: fc
    .option(fc.constant('k1'), { freq: 1, nil: null })
    .chain((found) => fc.constantFrom(null, null, null, found)),
  voided_at: voided,
});

const claim_events = fc.record({
  event_id: id('e', 12),
  claim_id: claim,
  type: fc.constantFrom('opened', 'answered', 'reopened', 'extended', 'resolved', 'closed'),
  at: instant,
  actor: fc.constantFrom('customer', 'staff', 'system', null),
  voided_at: voided,
});

const contacts = fc.record({
  contact_id: id('m', 20),
  claim_id: maybe(claim),
  at: instant,
  direction: fc.constantFrom('inbound', 'inbound', 'outbound'),
  automated: fc.constantFrom(0, 0, 1),
  intent: fc.constantFrom('chase', 'question', null),
  voided_at: voided,
});

const causes = fc.constantFrom<RecordValues>(
  { cause_id: 'root', name: 'Product', class: 'product' },
  { cause_id: 'root', name: 'Product', class: 'promise' },
  { cause_id: 'damage', name: 'Damage', parent_cause_id: 'root' },
  { cause_id: 'damage', name: 'Damage', parent_cause_id: 'scratch' },
  { cause_id: 'scratch', name: 'Scratch', parent_cause_id: 'damage' },
  { cause_id: 'scratch', name: 'Scratch', parent_cause_id: 'root', class: 'other' },
  { cause_id: 'delay', name: 'Delay', class: 'promise' },
  { cause_id: 'rude', name: 'Rude', class: 'attention', parent_cause_id: 'absent' },
  { cause_id: 'absent', name: 'Appears later', class: 'product' },
);

const customers = fc.record({
  customer_id: customer,
  kind: fc.constant('external'),
  merged_into: fc.option(customer, { freq: 2, nil: null }),
  voided_at: voided,
});

const listening_posts = fc.record({
  post_id: fc.constantFrom('p1', 'p2'),
  name: fc.constant('Post'),
  audience: fc.constant('external'),
  sampling: fc.constantFrom('random', 'event', 'open', null),
  scale_min: fc.constant(0),
  scale_max: fc.constant(10),
});

const share = fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 1);
const evaluations = fc.record({
  evaluation_id: id('v', 9),
  post_id: fc.constantFrom('p1', 'p2', 'p3'),
  customer_id: maybe(customer),
  team_id: team,
  order_id: maybe(order, 2),
  answered_at: maybe(instant, 6),
  compliance: maybe(share, 9),
  disposition: share,
  staff: share,
  empathy: share,
  tangibles: maybe(share, 9),
  voided_at: voided,
});

const costs = fc.record({
  cost_id: id('x', 10),
  kind: fc.constantFrom('refund', 'credit', 'replacement', 'labour', 'waste'),
  amount: fc.constantFrom(0, 10, 250),
  incurred_at: instant,
  claim_id: maybe(claim),
  team_id: team,
  minutes: maybe(fc.constantFrom(0, 7.5, 30), 1),
  voided_at: voided,
});

/** Figures sent for own and built-in indicators; a pair that is counted already is refused by the writer. */
const observations = fc.record({
  indicator_id: fc.constantFrom('own', 'on-time', 'open-claims', 'service-grade'),
  team_id: fc.constantFrom('a', 'd'),
  week: fc.integer({ min: 2915, max: 2925 }),
  numerator: fc.constantFrom(0, 0.1, 0.7, 3, 12),
  denominator: fc.constantFrom(0, 1, 20),
  voided_at: voided,
});

const rows = (arbitrary: fc.Arbitrary<RecordValues>, maxLength: number) =>
  fc.array(arbitrary, { maxLength, size: 'max' });

const kinds = {
  customers: rows(customers, 4),
  orders: rows(orders, 10),
  order_lines: rows(order_lines, 14),
  causes: rows(causes, 4),
  claims: rows(claims, 16),
  claim_events: rows(claim_events, 10),
  contacts: rows(contacts, 8),
  listening_posts: rows(listening_posts, 2),
  evaluations: rows(evaluations, 8),
  costs: rows(costs, 5),
  observations: rows(observations, 3),
};

/** Rows of some kinds or of all; ids repeat within and between imports. */
export const world: fc.Arbitrary<World> = fc.oneof(fc.record(kinds, { requiredKeys: [] }), fc.record(kinds));

/** An import of another source, an import, or taking back the n-th import that stands. */
export type Step =
  | { readonly kind: 'import'; readonly world: World; readonly source: string; readonly now: number }
  | { readonly kind: 'undo'; readonly which: number };

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('import' as const),
        world,
        source: fc.constantFrom('test', 'test', 'test', 'other'),
        now: instant,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat({ max: 5 }) }) },
  ),
  { minLength: 1, maxLength: 6 },
);
