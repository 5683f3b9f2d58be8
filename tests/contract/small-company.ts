/**
 * A company of three teams and thirty-seven weeks as files to import: enough for every computed indicator to have
 * a figure, small enough to be imported for each test file. Ends on Sunday of 2026-W46.
 */
export type SmallFile = { readonly kind: string; readonly text: string; readonly covers: boolean };

export const COVERS = '2026-03-02..2026-11-15';

const FIRST_MONDAY = Date.UTC(2026, 2, 2);
const DAY_MS = 86_400_000;
const WEEKS = 37;
const TEAMS = ['north', 'north-city', 'south'] as const;
const ORDERS_A_WEEK = 4;
const CUSTOMERS = 40;

const day = (week: number, weekday: number): string =>
  new Date(FIRST_MONDAY + (week * 7 + weekday) * DAY_MS).toISOString().slice(0, 10);
const at = (week: number, weekday: number, hour: number): string =>
  `${day(week, weekday)}T${String(hour).padStart(2, '0')}:00:00Z`;

type Cell = string | number | boolean | null;
const csv = (header: string, rows: ReadonlyArray<readonly Cell[]>): string =>
  [header, ...rows.map((row) => row.map((cell) => cell ?? '').join(',')), ''].join('\n');

type Order = {
  readonly id: string;
  readonly customer: string;
  readonly team: string;
  readonly week: number;
  readonly at: number;
};

const ORDERS: readonly Order[] = Array.from({ length: WEEKS * TEAMS.length * ORDERS_A_WEEK }, (_, index) => ({
  id: `o${index}`,
  customer: `c${(index * 7) % CUSTOMERS}`,
  team: TEAMS[index % TEAMS.length] ?? 'north',
  week: Math.floor(index / (TEAMS.length * ORDERS_A_WEEK)),
  at: index,
}));

/** Every tenth order has a claim, of every team in turn, so customers claim again within 90 days. */
const CLAIMED = ORDERS.filter(({ at: index }) => index % 10 === 0);
const isLast = ({ week }: Order): boolean => week === WEEKS - 1;

const orders = csv(
  'order_id,customer_id,team_id,ordered_at,quoted_total,invoiced_total,currency',
  ORDERS.map(({ id, customer, team, week, at: index }) => [
    id,
    customer,
    team,
    at(week, 0, 9),
    '100.00',
    index % 13 === 0 ? '112.00' : '100.00',
    'EUR',
  ]),
);

const orderLines = csv(
  'line_id,order_id,product,quantity_ordered,quantity_accepted,list_price,net_price,promised_at,delivered_at,returned_at',
  ORDERS.map((order) => [
    `l${order.at}`,
    order.id,
    'hinge',
    10,
    order.at % 11 === 0 ? 9 : 10,
    '110.00',
    '100.00',
    day(order.week, 2),
    order.at % 7 === 0 && !isLast(order) ? day(order.week, 4) : day(order.week, 2),
    order.at % 29 === 0 && !isLast(order) ? day(order.week, 6) : null,
  ]),
);

const claims = csv(
  'claim_id,customer_id,order_id,team_id,cause_id,opened_at,acknowledge_by,acknowledged_at,resolve_by,resolved_at',
  CLAIMED.map(({ id, customer, team, week, at: index }) => [
    `k${index}`,
    customer,
    id,
    team,
    index % 20 === 0 ? 'late-carrier' : 'broken-parts',
    at(week, 3, 8),
    at(week, 3, 16),
    at(week, 3, index % 40 === 0 ? 18 : 10),
    at(week, 5, 12),
    index % 50 === 0 ? null : at(week, 4, 12),
  ]),
);

const events = csv(
  'event_id,claim_id,type,at,actor',
  CLAIMED.flatMap(({ week, at: index }) => [
    [`e${index}a`, `k${index}`, 'answered', at(week, 3, index % 40 === 0 ? 18 : 10), 'staff'],
    ...(index % 50 === 0
      ? []
      : [
          [`e${index}r`, `k${index}`, 'resolved', at(week, 4, 12), 'staff'],
          [`e${index}c`, `k${index}`, 'closed', at(week, 4, 13), 'staff'],
        ]),
  ]),
);

const contacts = csv(
  'contact_id,customer_id,claim_id,at,direction,automated,intent',
  CLAIMED.map(({ customer, week, at: index }) => [
    `m${index}`,
    customer,
    `k${index}`,
    at(week, 3, 20),
    'inbound',
    'false',
    'chase',
  ]),
);

const evaluations = csv(
  'evaluation_id,post_id,customer_id,team_id,order_id,answered_at,compliance,disposition,staff,empathy,tangibles,overall,comment,actionable',
  ORDERS.filter(({ at: index }) => index % 4 === 0).map(({ id, customer, team, week, at: index }) => [
    `v${index}`,
    'after-delivery',
    customer,
    team,
    id,
    at(week, 4, 10),
    index % 8 === 0 ? 1 : 4,
    5,
    4,
    4,
    3,
    index % 12 === 0 ? null : 1 + (index % 5),
    index % 8 === 0 ? 'It came late again' : null,
    index % 16 === 0,
  ]),
);

const costs = csv(
  'cost_id,kind,amount,currency,incurred_at,claim_id,team_id',
  CLAIMED.map(({ team, week, at: index }) => [
    `x${index}`,
    'refund',
    '15.00',
    'EUR',
    at(week, 5, 9),
    `k${index}`,
    team,
  ]),
);

/** In the order in which they refer to each other. */
export const SMALL_COMPANY: readonly SmallFile[] = [
  {
    kind: 'teams',
    covers: false,
    text: csv('team_id,name,parent_team_id', [
      ['north', 'North', null],
      ['north-city', 'North city', 'north'],
      ['south', 'South', null],
    ]),
  },
  {
    kind: 'customers',
    covers: false,
    text: csv(
      'customer_id,name',
      Array.from({ length: CUSTOMERS }, (_, index) => [`c${index}`, `Customer ${index}`]),
    ),
  },
  {
    kind: 'causes',
    covers: false,
    text: csv('cause_id,name,parent_cause_id,class,component', [
      ['delivery', 'Delivery', null, 'promise', 'procedures'],
      ['late-carrier', 'Carrier late', 'delivery', 'promise', 'procedures'],
      ['goods', 'Goods', null, 'product', 'product'],
      ['broken-parts', 'Broken parts', 'goods', 'product', 'product'],
    ]),
  },
  {
    kind: 'listening_posts',
    covers: false,
    text: csv('post_id,name,audience,sampling,scale_min,scale_max', [
      ['after-delivery', 'After delivery', 'external', 'random', 1, 5],
    ]),
  },
  { kind: 'orders', covers: true, text: orders },
  { kind: 'order_lines', covers: true, text: orderLines },
  { kind: 'claims', covers: true, text: claims },
  { kind: 'claim_events', covers: true, text: events },
  { kind: 'contacts', covers: true, text: contacts },
  { kind: 'evaluations', covers: true, text: evaluations },
  { kind: 'costs', covers: true, text: costs },
];
