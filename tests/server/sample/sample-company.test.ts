import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SAMPLE_WEEKS, WEEKLY_IMPORTS } from '../../../server/sample/planted.ts';
import { sampleCompany } from '../../../server/sample/sample-company.ts';
import type { SampleImport } from '../../../server/sample/types.ts';
import { mondayOf, sundayOf, weekOfDay } from '../../../src/domain/week.ts';
import { zoneClock } from '../../../src/domain/zone.ts';
import { collect, idsOf, kept, NOW, OPTIONS, PLANTED, TODAY } from './collect-sample.ts';

const digestOf = (imports: readonly SampleImport[]): string => {
  const hash = createHash('sha256');
  for (const one of imports) {
    hash.update(JSON.stringify({ ...one, batches: null }));
    for (const batch of one.batches()) hash.update(JSON.stringify(batch));
  }
  return hash.digest('hex');
};

const HAPPENED = new Set([
  'ordered_at',
  'cancelled_at',
  'delivered_at',
  'returned_at',
  'delay_notified_at',
  'opened_at',
  'acknowledged_at',
  'resolved_at',
  'at',
  'invited_at',
  'answered_at',
  'incurred_at',
]);
const happenedAt = (row: object): readonly number[] =>
  Object.entries(row).flatMap(([column, value]) => (HAPPENED.has(column) && typeof value === 'number' ? [value] : []));

const imports = kept();
const rows = collect(imports);

describe('the sample company', { timeout: 60_000 }, () => {
  it('is the same, byte for byte, whenever and in whatever order its imports are read', () => {
    const again = kept();
    for (const batch of again[4]?.batches() ?? []) expect(batch.rows.length).toBeGreaterThanOrEqual(0);
    expect(digestOf(again)).toBe(digestOf(imports));
  });

  it('is another one for another seed', () => {
    const [history] = sampleCompany({ ...OPTIONS, seed: 'another' });
    const [same] = imports;
    const first = (one: SampleImport | undefined) => {
      for (const batch of one?.batches() ?? [])
        if (batch.kind === 'orders') return JSON.stringify(batch.rows.slice(0, 50));
      return '';
    };
    expect(first(history)).not.toBe(first(same));
  });

  it('has about 150,000 orders of 158 weeks and ends with the last whole week', () => {
    expect(rows.orders.size).toBeGreaterThan(145_000);
    expect(rows.orders.size).toBeLessThan(155_000);
    expect(PLANTED.weeks.to).toBe(weekOfDay(TODAY) - 1);
    expect(PLANTED.weeks.to - PLANTED.weeks.from + 1).toBe(SAMPLE_WEEKS);
    const due = new Set([...rows.order_lines.values()].map((line) => line.promised_week));
    for (let week = PLANTED.weeks.from; week <= PLANTED.weeks.to; week += 1) {
      expect(due.has(week)).toBe(week !== PLANTED.gapWeek);
    }
  });

  it('has six teams that take orders, in two regions', () => {
    const withOrders = new Set([...rows.orders.values()].map((order) => order.team_id));
    expect(withOrders.size).toBe(6);
    const regions = new Set([...withOrders].map((id) => rows.teams.get(id)?.parent_team_id));
    expect([...regions].sort()).toEqual(['region-north', 'region-south']);
  });

  it('gives each order one to three lines', () => {
    const counts = new Map<string, number>();
    for (const line of rows.order_lines.values()) counts.set(line.order_id, (counts.get(line.order_id) ?? 0) + 1);
    expect(new Set(counts.values())).toEqual(new Set([1, 2, 3]));
  });

  it('names a cause for about seven in ten lines that were late or came short, and for none that went well', () => {
    const lines = [...rows.order_lines.values()];
    const isLate = (line: (typeof lines)[number]): boolean => (line.delivered_day ?? 0) > line.promised_day;
    const isShort = (line: (typeof lines)[number]): boolean =>
      line.quantity_accepted !== null && line.quantity_accepted < line.quantity_ordered;
    for (const wrong of [lines.filter(isLate), lines.filter(isShort)]) {
      const named = wrong.filter((line) => line.cause_id !== null).length / wrong.length;
      expect(named).toBeGreaterThan(0.67);
      expect(named).toBeLessThan(0.77);
    }
    const well = lines.filter((line) => !isLate(line) && !isShort(line) && line.returned_at === null);
    expect(well.some((line) => line.cause_id !== null)).toBe(false);
    expect(lines.every(({ cause_id }) => cause_id === null || rows.causes.has(cause_id))).toBe(true);
  });

  it('comes as one history and weekly imports on Sunday nights, none recorded after now', () => {
    expect(imports).toHaveLength(1 + WEEKLY_IMPORTS);
    const clock = zoneClock(OPTIONS.timeZone);
    for (const [index, one] of imports.entries()) {
      const week = PLANTED.weeks.to - WEEKLY_IMPORTS + index;
      expect(clock.dayOfInstant(one.now)).toBe(sundayOf(week));
      expect(one.recordedAt).toBeLessThanOrEqual(NOW);
    }
  });

  it('covers every day once but for the week without an import', () => {
    const days = new Map<number, number>();
    for (const { covers } of imports)
      for (const { kind, fromDay, toDay } of covers)
        if (kind === 'order_lines')
          for (let day = fromDay; day <= toDay; day += 1) days.set(day, (days.get(day) ?? 0) + 1);
    for (let day = mondayOf(PLANTED.weeks.from); day <= sundayOf(PLANTED.weeks.to); day += 1) {
      expect(days.get(day) ?? 0).toBe(weekOfDay(day) === PLANTED.gapWeek ? 0 : 1);
    }
  });

  it('names an id once within an import: a later version would hide an earlier one', () => {
    for (const one of imports) {
      for (const [kind, ids] of idsOf(one)) expect([kind, new Set(ids).size]).toEqual([kind, ids.length]);
    }
  });

  it('knows in no import what happened after it', () => {
    for (const one of imports) {
      let latest = -Infinity;
      for (const batch of one.batches()) for (const row of batch.rows) latest = Math.max(latest, ...happenedAt(row));
      expect(latest).toBeLessThanOrEqual(one.now);
      expect(latest).toBeGreaterThan(one.now - 86_400_000 * 2);
    }
  });
});

describe('references of the sample company', { timeout: 60_000 }, () => {
  const absent = (ids: Iterable<string | null>, among: ReadonlyMap<string, unknown>): readonly string[] =>
    [...ids].filter((id): id is string => id !== null && !among.has(id));
  const each = <T, U>(map: ReadonlyMap<string, T>, of: (row: T) => U): readonly U[] => [...map.values()].map(of);

  const CASES: ReadonlyArray<{ readonly name: string; readonly missing: () => readonly string[] }> = [
    {
      name: 'team to parent',
      missing: () =>
        absent(
          each(rows.teams, (row) => row.parent_team_id),
          rows.teams,
        ),
    },
    {
      name: 'cause to parent',
      missing: () =>
        absent(
          each(rows.causes, (row) => row.parent_cause_id),
          rows.causes,
        ),
    },
    {
      name: 'customer to merged',
      missing: () =>
        absent(
          each(rows.customers, (row) => row.merged_into),
          rows.customers,
        ),
    },
    {
      name: 'order to customer',
      missing: () =>
        absent(
          each(rows.orders, (row) => row.customer_id),
          rows.customers,
        ),
    },
    {
      name: 'order to team',
      missing: () =>
        absent(
          each(rows.orders, (row) => row.team_id),
          rows.teams,
        ),
    },
    {
      name: 'line to order',
      missing: () =>
        absent(
          each(rows.order_lines, (row) => row.order_id),
          rows.orders,
        ),
    },
    {
      name: 'claim to customer',
      missing: () =>
        absent(
          each(rows.claims, (row) => row.customer_id),
          rows.customers,
        ),
    },
    {
      name: 'claim to order',
      missing: () =>
        absent(
          each(rows.claims, (row) => row.order_id),
          rows.orders,
        ),
    },
    {
      name: 'claim to line',
      missing: () =>
        absent(
          each(rows.claims, (row) => row.line_id),
          rows.order_lines,
        ),
    },
    {
      name: 'claim to cause',
      missing: () =>
        absent(
          each(rows.claims, (row) => row.cause_id),
          rows.causes,
        ),
    },
    {
      name: 'event to claim',
      missing: () =>
        absent(
          each(rows.claim_events, (row) => row.claim_id),
          rows.claims,
        ),
    },
    {
      name: 'contact to claim',
      missing: () =>
        absent(
          each(rows.contacts, (row) => row.claim_id),
          rows.claims,
        ),
    },
    {
      name: 'cost to claim',
      missing: () =>
        absent(
          each(rows.costs, (row) => row.claim_id),
          rows.claims,
        ),
    },
    {
      name: 'evaluation to post',
      missing: () =>
        absent(
          each(rows.evaluations, (row) => row.post_id),
          rows.listening_posts,
        ),
    },
    {
      name: 'evaluation to order',
      missing: () =>
        absent(
          each(rows.evaluations, (row) => row.order_id),
          rows.orders,
        ),
    },
    {
      name: 'improvement to cause',
      missing: () =>
        absent(
          each(rows.improvements, (row) => row.cause_id),
          rows.causes,
        ),
    },
  ];
  it.each(CASES)('lead somewhere: $name', ({ missing }) => {
    expect(missing()).toEqual([]);
  });

  it('keep claims on the second level of the cause tree, and at least nine of ten of a week with a cause', () => {
    const byWeek = new Map<number, { all: number; caused: number }>();
    const onFirstLevel: string[] = [];
    for (const claim of rows.claims.values()) {
      const week = byWeek.get(claim.opened_week) ?? { all: 0, caused: 0 };
      week.all += 1;
      if (claim.cause_id !== null) {
        week.caused += 1;
        if (rows.causes.get(claim.cause_id)?.parent_cause_id == null) onFirstLevel.push(claim.claim_id);
      }
      byWeek.set(claim.opened_week, week);
    }
    expect(onFirstLevel).toEqual([]);
    for (const { all, caused } of byWeek.values()) expect(caused / all).toBeGreaterThanOrEqual(0.9);
  });

  it('derive days and weeks from the instants in the zone', () => {
    const clock = zoneClock(OPTIONS.timeZone);
    const wrong = [
      ...[...rows.order_lines.values()]
        .filter(
          (line) =>
            clock.dayOfInstant(line.promised_at) !== line.promised_day ||
            (line.delivered_at === null ? null : clock.dayOfInstant(line.delivered_at)) !== line.delivered_day,
        )
        .map((line) => line.line_id),
      ...[...rows.claims.values()]
        .filter((claim) => clock.weekOfInstant(claim.opened_at) !== claim.opened_week)
        .map((claim) => claim.claim_id),
    ];
    expect(wrong).toEqual([]);
  });
});
