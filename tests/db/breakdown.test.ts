import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { weeksCounted, type CasesQuery } from '../../server/indicators/breakdown-cases.ts';
import { casesBehind, type CasesBehind } from '../../server/indicators/breakdown.ts';
import { DEFINITIONS } from '../../server/indicators/definitions.ts';
import { rowsBehind } from '../../server/indicators/rows-behind.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import { eachDatabase, type TestDatabase } from './setup/test-databases.ts';
import { emptyDatabase } from './support/dump.ts';
import { world } from './support/random-worlds.ts';
import { cause, claim, cost, event, line, order } from './support/rows.ts';
import { at, importOf, SETTINGS, week, type World } from './support/world.ts';

const W10 = { from: week('2026-W10'), to: week('2026-W10') };

const CAUSES = [cause('carrier', null, 'promise'), cause('slot', 'carrier', null), cause('damage', null, 'product')];

/**
 * Five lines due in week 10 (2 to 8 March 2026), four of them late: `l1` by a day, `l2` by five, `l3` never came, `l4`
 * by two, of another team. `l0` was in time.
 */
const LATE: World = {
  causes: CAUSES,
  orders: [
    order('o1', 'c', '2026-03-02'),
    order('o2', 'c', '2026-03-02'),
    order('o3', 'c', '2026-03-02'),
    order('o4', 'd', '2026-03-02', { team_id: 'b' }),
  ],
  order_lines: [
    line('l0', 'o1', '2026-03-04', '2026-03-04'),
    line('l1', 'o1', '2026-03-04', '2026-03-05'),
    line('l2', 'o2', '2026-03-04', '2026-03-09'),
    line('l3', 'o3', '2026-03-04', null),
    line('l4', 'o4', '2026-03-05', '2026-03-07'),
  ],
  claims: [
    claim('k1', 'c', '2026-03-06', { order_id: 'o1', cause_id: 'slot' }),
    claim('k2', 'c', '2026-03-05', { line_id: 'l1', cause_id: 'damage' }),
    claim('k3', 'c', '2026-03-05', { order_id: 'o2' }),
    claim('k4', 'c', '2026-03-08', { order_id: 'o2', cause_id: 'slot' }),
    claim('k5', 'd', '2026-03-06', { order_id: 'o4', cause_id: 'slot', voided_at: at('2026-03-07') }),
    claim('k6', 'd', '2026-03-06', { order_id: 'o4', cause_id: 'slot', duplicate_of: 'k5' }),
    claim('k7', 'c', '2026-03-06', { line_id: 'l0', cause_id: 'slot' }),
  ],
};

/** The same lines, most of which name a cause of their own. */
const LATE_WITH_CAUSES: World = {
  ...LATE,
  order_lines: [
    line('l0', 'o1', '2026-03-04', '2026-03-04', { cause_id: 'carrier' }),
    line('l1', 'o1', '2026-03-04', '2026-03-05', { cause_id: 'carrier' }),
    line('l2', 'o2', '2026-03-04', '2026-03-09'),
    line('l3', 'o3', '2026-03-04', null),
    line('l4', 'o4', '2026-03-05', '2026-03-07', { cause_id: 'carrier' }),
  ],
};

/** Three claims to be answered by Wednesday of week 10 at noon and resolved by Friday. */
const CLAIMS: World = {
  causes: CAUSES,
  claims: ['k1', 'k2', 'k3'].map((id, index) =>
    claim(id, 'c', '2026-03-03', {
      acknowledge_by: at('2026-03-04 12:00'),
      resolve_by: at('2026-03-06 12:00'),
      cause_id: index === 2 ? null : 'slot',
    }),
  ),
  claim_events: [
    event('e1', 'k1', 'answered', '2026-03-04 17:30'),
    event('e2', 'k2', 'answered', '2026-03-04 11:00'),
    event('e3', 'k1', 'closed', '2026-03-06 11:00'),
    event('e4', 'k1', 'reopened', '2026-03-07 10:00'),
    event('e5', 'k1', 'closed', '2026-03-08 13:00'),
    event('e6', 'k2', 'closed', '2026-03-17 13:00'),
  ],
  costs: [
    cost('x1', 'refund', 500, '2026-03-05', { claim_id: 'k1' }),
    cost('x2', 'credit', 700, '2026-03-05'),
    cost('x3', 'waste', 900, '2026-03-05', { claim_id: 'k1' }),
  ],
};

type Case = {
  /** The failure that the case guards. */
  readonly guards: string;
  readonly world: World;
  readonly indicator: string;
  readonly teams?: readonly string[];
  readonly expected: Partial<CasesBehind>;
};

const SLOT = { cause: 'slot', name: 'slot' };
const DAMAGE = { cause: 'damage', name: 'damage' };
const UNNAMED = { cause: null, name: 'No cause named' };

const CASES: readonly Case[] = [
  {
    guards: 'a later claim, a claim on another line, a withdrawn one or a duplicate tells why a line was late',
    world: LATE,
    indicator: 'on-time',
    expected: {
      cases: 4,
      casesWords: 'late lines',
      causes: [
        { ...UNNAMED, count: 2 },
        { ...DAMAGE, count: 1 },
        { ...SLOT, count: 1 },
      ],
      spread: {
        name: 'How late',
        note: 'Median 2 days; 1 line over 3 days; 1 not delivered',
        bins: [
          { label: '1 day', count: 1 },
          { label: '2 days', count: 1 },
          { label: '3 days', count: 0 },
          { label: '4 to 7 days', count: 1 },
          { label: 'Over 7 days', count: 0 },
          { label: 'Not delivered', count: 1 },
        ],
      },
    },
  },
  {
    guards: 'what a line says of itself is left out, or outdoes what the customer said',
    world: LATE_WITH_CAUSES,
    indicator: 'on-time',
    expected: {
      cases: 4,
      causes: [
        { cause: 'carrier', name: 'carrier', count: 1 },
        { ...DAMAGE, count: 1 },
        { ...SLOT, count: 1 },
        { ...UNNAMED, count: 1 },
      ],
    },
  },
  {
    guards: 'an order is told by a line in time, or counted once for each of its lines',
    world: LATE,
    indicator: 'broken-late',
    teams: ['a'],
    expected: {
      cases: 3,
      causes: [
        { ...DAMAGE, count: 1 },
        { ...SLOT, count: 1 },
        { ...UNNAMED, count: 1 },
      ],
      spread: {
        name: 'How late',
        note: 'Median 1 day; 1 order over 3 days; 1 not delivered',
        bins: [
          { label: '1 day', count: 1 },
          { label: '2 days', count: 0 },
          { label: '3 days', count: 0 },
          { label: '4 to 7 days', count: 1 },
          { label: 'Over 7 days', count: 0 },
          { label: 'Not delivered', count: 1 },
        ],
      },
    },
  },
  {
    guards: 'a broken promise that was not late is given a day',
    world: {
      ...LATE,
      order_lines: [
        line('l1', 'o1', '2026-03-04', '2026-03-05'),
        line('l2', 'o2', '2026-03-04', '2026-03-04', { quantity_accepted: 1 }),
      ],
    },
    indicator: 'promise-kept',
    expected: {
      cases: 2,
      spread: {
        name: 'How late',
        note: 'Median 1 day',
        bins: [
          { label: '1 day', count: 1 },
          { label: '2 days', count: 0 },
          { label: '3 days', count: 0 },
          { label: '4 to 7 days', count: 0 },
          { label: 'Over 7 days', count: 0 },
        ],
      },
    },
  },
  {
    guards: 'an answer in time counts as a miss, or one that never came is left out',
    world: CLAIMS,
    indicator: 'answered-in-promise',
    expected: {
      cases: 2,
      causes: [
        { ...SLOT, count: 1 },
        { ...UNNAMED, count: 1 },
      ],
      spread: {
        name: 'How long after the deadline',
        note: 'Median 5 hours; 1 not answered',
        bins: [
          { label: '1 to 3 hours', count: 0 },
          { label: '4 to 11 hours', count: 1 },
          { label: '12 to 23 hours', count: 0 },
          { label: '1 to 3 days', count: 0 },
          { label: 'Over 3 days', count: 0 },
          { label: 'Not answered', count: 1 },
        ],
      },
    },
  },
  {
    guards: 'a claim that was reopened is measured by its first close',
    world: CLAIMS,
    indicator: 'resolved-in-promise',
    expected: {
      cases: 3,
      causes: [
        { ...SLOT, count: 2 },
        { ...UNNAMED, count: 1 },
      ],
      spread: {
        name: 'How long after the deadline',
        note: 'Median 2 days; 1 claim over 3 days; 1 not resolved',
        bins: [
          { label: '1 day', count: 0 },
          { label: '2 days', count: 1 },
          { label: '3 days', count: 0 },
          { label: '4 to 7 days', count: 0 },
          { label: 'Over 7 days', count: 1 },
          { label: 'Not resolved', count: 1 },
        ],
      },
    },
  },
  {
    guards: 'claims that were opened are told by another claim of their order',
    world: LATE,
    indicator: 'claims-per-1000',
    expected: {
      cases: 5,
      causes: [
        { ...SLOT, count: 3 },
        { ...DAMAGE, count: 1 },
        { ...UNNAMED, count: 1 },
      ],
      spread: null,
    },
  },
  {
    guards: 'costs count by their amount, without their claim, or with what is not counted as a cost',
    world: CLAIMS,
    indicator: 'cost-of-poor-service',
    expected: {
      cases: 2,
      causes: [
        { ...SLOT, count: 1 },
        { ...UNNAMED, count: 1 },
      ],
      spread: null,
    },
  },
  {
    guards: 'a week in which nothing went wrong has a spread',
    world: { ...LATE, order_lines: [line('l0', 'o1', '2026-03-04', '2026-03-04')], claims: [] },
    indicator: 'on-time',
    expected: { cases: 0, causes: [], spread: null },
  },
];

/** Misses where higher is better, hits where lower is; rows where the denominator is money; null: no cases. */
const wrongOfFigure = async (db: Database, query: CasesQuery): Promise<number | null> => {
  const indicator = computedById(query.indicator);
  if (indicator?.numeratorScale !== 1 || indicator.id === 'silent-customers') return null;
  if (indicator.better === 'none' && !['claims-opened', 'claims-with-cause'].includes(indicator.id)) return null;
  const figure = await rowsBehind(db, { ...query, week: query.weeks.to, page: 1, pageSize: 500 });
  if (figure === null) return null;
  if (indicator.unit === 'percent' && indicator.countedIn === '') {
    const isWrong = (row: (typeof figure.rows)[number]): boolean =>
      indicator.better === 'lower' ? row.inNumerator > 0 : row.inNumerator < row.inDenominator;
    return figure.rows.filter(isWrong).length;
  }
  return indicator.better === 'higher' ? figure.denominator - figure.numerator : figure.numerator;
};

eachDatabase((name, open) => {
  let opened: Promise<TestDatabase> | undefined;
  const holding = async (records: World) => {
    opened ??= open();
    const { db } = await opened;
    await emptyDatabase(db);
    await writeRecords(db, importOf(1, records));
    return db;
  };

  for (const { guards, world: records, indicator, teams, expected } of CASES) {
    test(guards, async () => {
      const db = await holding(records);
      const query = { indicator, teamIds: teams ?? null, weeks: W10, settings: SETTINGS };
      expect(await casesBehind(db, query)).toMatchObject(expected);
    });
  }

  test('cases differ from the misses or hits of the figure that they explain', async () => {
    const { db } = await (opened ??= open());
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.integer({ min: 2914, max: 2932 }),
        fc.constantFrom(null, ['a'], ['a', 'b'], []),
        async (records, at, teamIds) => {
          await emptyDatabase(db);
          // A figure that was sent ready-made has no cases that could explain it.
          await writeRecords(db, importOf(1, { ...records, observations: [] }));
          for (const { id } of DEFINITIONS) {
            const query = { indicator: id, teamIds, weeks: { from: at, to: at }, settings: SETTINGS };
            const behind = await casesBehind(db, query);
            const expected = await wrongOfFigure(db, query);
            expect([id, expected ?? 0]).toEqual([id, behind?.cases]);
            const counted = behind?.causes.reduce((sum, { count }) => sum + count, 0);
            expect([id, counted]).toEqual([id, behind?.cases]);
          }
        },
      ),
      { numRuns: name === 'sqlite' ? 30 : 4, interruptAfterTimeLimit: 25_000 },
    );
  });

  test('cases of several weeks are not those of each, or a stock counts its cases in every week', async () => {
    const { db } = await (opened ??= open());
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.integer({ min: 2914, max: 2928 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(null, ['a'], []),
        async (records, from, more, teamIds) => {
          await emptyDatabase(db);
          await writeRecords(db, importOf(1, records));
          const weeks = { from, to: from + more };
          for (const { id } of DEFINITIONS) {
            const query = { indicator: id, teamIds, settings: SETTINGS };
            const counted = weeksCounted(id, weeks);
            expect([id, counted]).toEqual([
              id,
              computedById(id)?.overWeeks === 'last' ? { from: weeks.to, to: weeks.to } : weeks,
            ]);
            const behind = await casesBehind(db, { ...query, weeks: counted });
            const each = [];
            for (let week = counted.from; week <= counted.to; week += 1) {
              each.push((await casesBehind(db, { ...query, weeks: { from: week, to: week } }))?.cases ?? Number.NaN);
            }
            const sum = each.reduce((total, cases) => total + cases, 0);
            const added = (counts: ReadonlyArray<{ readonly count: number }> = []) =>
              counts.reduce((total, { count }) => total + count, 0);
            expect([id, behind?.cases, added(behind?.causes), added(behind?.components)]).toEqual([id, sum, sum, sum]);
          }
        },
      ),
      { numRuns: name === 'sqlite' ? 15 : 2, interruptAfterTimeLimit: 25_000 },
    );
  });

  test('cases go to another component than that of their first cause', async () => {
    const causes = [
      { ...cause('slot', null, 'promise'), component: 'systems' },
      { ...cause('damage', null, 'product'), component: 'facilities' },
    ];
    const db = await holding({ ...LATE, causes });
    const query = { indicator: 'claims-per-1000', teamIds: null, weeks: W10, settings: SETTINGS };
    expect((await casesBehind(db, query))?.components).toEqual([
      { component: 'systems', count: 3 },
      { component: 'facilities', count: 1 },
      { component: null, count: 1 },
    ]);
  });

  test.each(['service-grade', 'silent-customers', 'active-customers', 'orders-due'])(
    'cases are made up for %s, of which none can go wrong',
    async (indicator) => {
      const db = await holding(LATE);
      const query = { indicator, teamIds: null, weeks: W10, settings: SETTINGS };
      expect(await casesBehind(db, query)).toMatchObject({ cases: 0, causes: [], spread: null });
    },
  );

  test('an indicator that is not counted from records is broken down', async () => {
    const db = await holding(LATE);
    const query = { indicator: 'assembled-right', teamIds: null, weeks: W10, settings: SETTINGS };
    expect(await casesBehind(db, query)).toBeNull();
  });
});
