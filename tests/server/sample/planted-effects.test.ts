import { describe, expect, it } from 'vitest';
import type { Planted } from '../../../server/sample/planted.ts';
import { collect, kept, PLANTED } from './collect-sample.ts';

const imports = kept();
const rows = collect(imports);
type Weeks = { readonly from: number; readonly to: number };

/** Counted from the rows alone, with no SQL of the service. */
const sharePerWeek = <T>(
  items: Iterable<T>,
  of: (item: T) => { readonly week: number | null; readonly hit: boolean } | null,
): ReadonlyMap<number, { readonly n: number; readonly hits: number }> => {
  const weeks = new Map<number, { n: number; hits: number }>();
  for (const item of items) {
    const found = of(item);
    if (found?.week == null) continue;
    const week = weeks.get(found.week) ?? { n: 0, hits: 0 };
    week.n += 1;
    if (found.hit) week.hits += 1;
    weeks.set(found.week, week);
  }
  return weeks;
};
const over = (weeks: ReadonlyMap<number, { readonly n: number; readonly hits: number }>, { from, to }: Weeks) => {
  let n = 0;
  let hits = 0;
  for (const [week, sums] of weeks) {
    if (week < from || week > to) continue;
    n += sums.n;
    hits += sums.hits;
  }
  return { n, hits, share: hits / n };
};

const onTime = (teams: readonly string[] | null) =>
  sharePerWeek(rows.order_lines.values(), (line) => {
    const order = rows.orders.get(line.order_id);
    if (order?.cancelled_at !== null || teams?.includes(order.team_id) === false) return null;
    return { week: line.promised_week, hit: line.delivered_at !== null && line.delivered_at <= line.promised_at };
  });
const { carrierChange, fix, smallTeam, lateRows, weeks } = PLANTED;
const before = (change: Weeks): Weeks => ({ from: change.from - 52, to: change.from - 1 });

describe('planted effects, counted from the rows', { timeout: 60_000 }, () => {
  it('the carrier change lowers on-time of its teams by about its size, and of no others', () => {
    const expected = (carrierChange.addedFirstWeek + carrierChange.addedLastWeek) / 2;
    const changed = onTime(carrierChange.teams);
    const fall = over(changed, before(carrierChange.weeks)).share - over(changed, carrierChange.weeks).share;
    expect(fall).toBeGreaterThan(expected * 0.6);
    expect(fall).toBeLessThan(expected * 1.3);
    const others = onTime(lateRows.teams);
    const drift = over(others, before(carrierChange.weeks)).share - over(others, carrierChange.weeks).share;
    expect(Math.abs(drift)).toBeLessThan(expected * 0.35);
  });

  it('on-time of the whole company stays under its mean in each of the last seven weeks', () => {
    const all = onTime(null);
    const mean = over(all, before(carrierChange.weeks)).share;
    for (let week = weeks.to - 6; week <= weeks.to; week += 1)
      expect(over(all, { from: week, to: week }).share).toBeLessThan(mean);
  });

  it('the fix halves the repeats of its cause, and repeats of others stay', () => {
    const repeats = repeatsPerWeek(fix.causeId);
    const per = (span: Weeks) => over(repeats, span).hits / (span.to - span.from + 1);
    const was = per({ from: fix.week - 16, to: fix.week - 1 });
    const is = per({ from: fix.week, to: weeks.to });
    expect(was).toBeGreaterThan(2.2);
    expect(is / was).toBeGreaterThan(0.3);
    expect(is / was).toBeLessThan(0.65);
  });

  it('repeats of all causes stay under their mean in every week since the fix, so that the chart can see it', () => {
    const all = allRepeatsPerWeek();
    const mean = over(all, { from: fix.week - 52, to: fix.week - 1 }).share;
    for (let week = fix.week; week <= weeks.to; week += 1) {
      expect(over(all, { from: week, to: week }).share).toBeLessThan(mean);
    }
  });

  it('no claim repeats by accident: every repeat was meant', () => {
    const others = ['items-missing', 'damaged', 'wrong-item', 'wrong-invoice', 'unfriendly'];
    for (const causeId of others) expect(over(repeatsPerWeek(causeId), weeks).hits).toBe(0);
  });

  it('the new carrier misses its slots: no other cause of late deliveries is claimed as often in its teams', () => {
    const late = [...rows.causes.values()].filter(({ parent_cause_id }) => parent_cause_id === 'late-delivery');
    const counted = late.map(({ cause_id }) => ({
      cause_id,
      claims: [...rows.claims.values()].filter(
        (claim) =>
          claim.cause_id === cause_id &&
          carrierChange.teams.includes(claim.team_id) &&
          claim.opened_week >= carrierChange.weeks.from,
      ).length,
    }));
    counted.sort((a, b) => b.claims - a.claims);
    expect(counted[0]?.cause_id).toBe('carrier-slot');
    expect(counted[0]?.claims).toBeGreaterThan(2 * (counted[1]?.claims ?? 0));
  });

  it('customers write something in every week that has data, in more words than one for each fault', () => {
    const written = [...rows.evaluations.values()].filter(({ comment }) => comment !== null);
    const last = written.filter(({ answered_week }) => answered_week === weeks.to);
    expect(last.length).toBeGreaterThan(20);
    expect(new Set(last.map(({ comment }) => comment)).size).toBeGreaterThan(8);
    expect(new Set(written.map(({ answered_week }) => answered_week)).size).toBe(weeks.to - weeks.from);
  });

  it('the small team stays under 10 in every week, in lines, orders, claims and answers', () => {
    const ofTeam = (teamId: string) => teamId === smallTeam.teamId;
    const counts = [
      onTime([smallTeam.teamId]),
      sharePerWeek(rows.orders.values(), (row) => (ofTeam(row.team_id) ? { week: row.ordered_week, hit: true } : null)),
      sharePerWeek(rows.claims.values(), (row) => (ofTeam(row.team_id) ? { week: row.opened_week, hit: true } : null)),
      sharePerWeek(rows.evaluations.values(), (row) =>
        ofTeam(row.team_id) ? { week: row.answered_week, hit: true } : null,
      ),
    ];
    expect(over(counts[1] ?? new Map(), weeks).n).toBeGreaterThan(100);
    for (const perWeek of counts)
      for (const { n } of perWeek.values()) expect(n).toBeLessThan(smallTeam.denominatorBelow);
  });

  it('nothing that happened in the week without an import is known, but the orders that the next one named', () => {
    const { gapWeek } = PLANTED;
    expect(onTime(null).has(gapWeek)).toBe(false);
    const known = [
      [...rows.claims.values()].filter((row) => row.opened_week === gapWeek),
      [...rows.evaluations.values()].filter((row) => row.answered_week === gapWeek),
      [...rows.contacts.values()].filter((row) => row.at_week === gapWeek && row.claim_id === null),
    ];
    for (const list of known) expect(list).toEqual([]);
  });

  it('late rows come for a week that was long final, and lower its on-time', () => {
    const late = imports[lateRows.importIndex];
    const earlier = collect(imports.slice(0, lateRows.importIndex));
    const brought = [...(late ? collect([late]) : rows).order_lines.values()].filter(
      (line) => line.promised_week === lateRows.week && !earlier.order_lines.has(line.line_id),
    );
    const orders = new Set(brought.map((line) => line.order_id));
    expect(orders.size).toBeGreaterThan(lateRows.onTimeOrders);
    expect(orders.size).toBeLessThanOrEqual(lateRows.onTimeOrders + lateRows.lateOrders);
    for (const id of orders) expect(lateRows.teams).toContain(rows.orders.get(id)?.team_id);
    const missed = brought.filter((line) => line.delivered_at !== null && line.delivered_at > line.promised_at);
    expect(missed.length / brought.length).toBeGreaterThan(0.2);
    expect((late?.now ?? 0) - (brought[0]?.promised_at ?? 0)).toBeGreaterThan(4 * 7 * 86_400_000);
  });
});

const repeatsPerWeek = (causeId: string) => {
  const last = new Map<string, number>();
  const claims = [...rows.claims.values()].filter((claim) => claim.cause_id === causeId);
  claims.sort((a, b) => a.opened_at - b.opened_at);
  return sharePerWeek(claims, (claim) => {
    const earlier = last.get(claim.customer_id);
    last.set(claim.customer_id, claim.opened_day);
    return { week: claim.opened_week, hit: earlier !== undefined && claim.opened_day - earlier <= 90 };
  });
};

/** With claims that their customers reopened, as the indicator counts them. */
const allRepeatsPerWeek = () => {
  const last = new Map<string, number>();
  const opened = [...rows.claims.values()].sort((a, b) => a.opened_at - b.opened_at);
  const returning = opened.map((claim) => {
    const key = `${claim.customer_id} ${claim.cause_id ?? claim.claim_id}`;
    const earlier = last.get(key);
    last.set(key, claim.opened_day);
    return { week: claim.opened_week, hit: earlier !== undefined && claim.opened_day - earlier <= 90 };
  });
  const reopened = [...rows.claim_events.values()].filter((event) => event.type === 'reopened');
  return sharePerWeek([...returning, ...reopened.map((event) => ({ week: event.at_week, hit: true }))], (one) => one);
};

type Level = { readonly name: string; readonly low: number; readonly high: number; readonly value: () => number };
const YEAR: Weeks = { from: carrierChange.weeks.from - 52, to: carrierChange.weeks.from - 1 };
const LEVELS: readonly Level[] = [
  { name: 'on-time', low: 0.93, high: 0.945, value: () => over(onTime(null), YEAR).share },
  {
    name: 'in-full',
    low: 0.93,
    high: 0.95,
    value: () =>
      over(
        sharePerWeek(rows.order_lines.values(), (line) =>
          rows.orders.get(line.order_id)?.cancelled_at === null
            ? { week: line.promised_week, hit: (line.quantity_accepted ?? -1) >= line.quantity_ordered }
            : null,
        ),
        YEAR,
      ).share,
  },
  {
    name: 'no return within a week',
    low: 0.955,
    high: 0.97,
    value: () =>
      over(
        sharePerWeek(rows.order_lines.values(), (line) => ({
          week: line.delivered_week,
          hit: line.returned_day === null || line.returned_day - (line.delivered_day ?? 0) > 7,
        })),
        YEAR,
      ).share,
  },
  { name: 'retention over 12 weeks', low: 0.65, high: 0.71, value: () => retention(weeks.to, 12) },
  { name: 'retention over 12 months', low: 0.835, high: 0.87, value: () => retention(weeks.to, 52) },
  {
    name: 'claims per delivered order',
    low: 0.017,
    high: 0.021,
    value: () => over(claimsOpened(), YEAR).n / ordersDelivered(YEAR),
  },
  { name: 'answers a week', low: 370, high: 430, value: () => over(answers(), YEAR).n / 51 },
];

const claimsOpened = () => sharePerWeek(rows.claims.values(), (row) => ({ week: row.opened_week, hit: true }));
const answers = () => sharePerWeek(rows.evaluations.values(), (row) => ({ week: row.answered_week, hit: true }));
const ordersDelivered = ({ from, to }: Weeks): number =>
  new Set(
    [...rows.order_lines.values()]
      .filter((line) => line.delivered_week !== null && line.delivered_week >= from && line.delivered_week <= to)
      .map((line) => line.order_id),
  ).size;
const retention = (week: number, window: number): number => {
  const [base, now] = [new Set<string>(), new Set<string>()];
  for (const order of rows.orders.values()) {
    const id = rows.customers.get(order.customer_id)?.canonical_id ?? order.customer_id;
    if (order.ordered_week > week - 2 * window && order.ordered_week <= week - window) base.add(id);
    if (order.ordered_week > week - window && order.ordered_week <= week) now.add(id);
  }
  return [...base].filter((id) => now.has(id)).length / base.size;
};

describe('levels, near those of the design', { timeout: 60_000 }, () => {
  it.each(LEVELS)('$name is between $low and $high', ({ low, high, value }) => {
    const found = value();
    expect(found).toBeGreaterThanOrEqual(low);
    expect(found).toBeLessThanOrEqual(high);
  });

  it('retention never loses customers to the week without an import', () => {
    const values = [-2, 2, 6, 10].map((offset) => retention(PLANTED.gapWeek + offset, 12));
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.03);
  });
});

describe('what is planted', () => {
  it('stays apart: no planted week disturbs another', () => {
    const marks = (planted: Planted): readonly number[] => [
      planted.reminder.week,
      planted.gapWeek,
      planted.lateRows.week,
      planted.carrierChange.weeks.from,
      planted.fix.week,
    ];
    expect(new Set(marks(PLANTED)).size).toBe(5);
    expect(weeks.to - PLANTED.gapWeek).toBeGreaterThanOrEqual(20);
    expect(weeks.to - PLANTED.gapWeek).toBeLessThanOrEqual(30);
    expect(carrierChange.weeks.to - carrierChange.weeks.from + 1).toBe(10);
  });
});
