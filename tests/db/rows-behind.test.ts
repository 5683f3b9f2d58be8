import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import { DEFINITIONS, storedAs } from '../../server/indicators/definitions.ts';
import { rowsBehind } from '../../server/indicators/rows-behind.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { emptyDatabase } from './support/dump.ts';
import { world } from './support/random-worlds.ts';
import { claim, event, message } from './support/rows.ts';
import { at, by, importOf, SETTINGS, week } from './support/world.ts';

type Figure = { readonly numerator: number; readonly denominator: number };

/** The figure of a scope as the service answers it: the week's sums, or the running total of flows. */
const figureOf = async (db: Database, id: string, teams: readonly string[] | null, at: number): Promise<Figure> => {
  const scale = computedById(id)?.numeratorScale ?? 1;
  const rows = await db.all<{ team_id: string; week: number; numerator: number; denominator: number }>(
    `select team_id, week, numerator, denominator from observations where indicator_id = $1`,
    [id],
  );
  const counted = rows.filter(
    (row) => (teams?.includes(row.team_id) ?? true) && (storedAs(id) === 'flows' ? row.week <= at : row.week === at),
  );
  return {
    numerator: counted.reduce((sum, row) => sum + row.numerator, 0) / scale,
    denominator: counted.reduce((sum, row) => sum + row.denominator, 0),
  };
};

eachDatabase((name, open) => {
  test('the rows behind a figure do not add up to it', async () => {
    const { db } = await open();
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.integer({ min: 2914, max: 2932 }),
        fc.constantFrom(null, ['a'], ['a', 'b'], []),
        async (records, at, teamIds) => {
          await emptyDatabase(db);
          await writeRecords(db, importOf(1, records));
          for (const { id } of DEFINITIONS) {
            const figure = await figureOf(db, id, teamIds, at);
            const query = { indicator: id, teamIds, week: at, settings: SETTINGS };
            const all = await rowsBehind(db, { ...query, page: 1, pageSize: 500 });
            expect([id, all?.numerator, all?.denominator]).toEqual([
              id,
              expect.closeTo(figure.numerator, 9),
              figure.denominator,
            ]);
            expect([id, all?.rows.length]).toEqual([id, all?.total]);
            const added = (of: 'inNumerator' | 'inDenominator') => all?.rows.reduce((sum, row) => sum + row[of], 0);
            expect([id, added('inNumerator'), added('inDenominator')]).toEqual([
              id,
              expect.closeTo(figure.numerator, 9),
              figure.denominator,
            ]);
            for (const row of all?.rows ?? []) expect([id, row.cells.length]).toEqual([id, all?.columns.length]);
          }
        },
      ),
      { numRuns: name === 'sqlite' ? 40 : 6, interruptAfterTimeLimit: 25_000 },
    );
  });

  test('pages of a drill-down overlap, miss rows, or lose the totals', async () => {
    const { db } = await open();
    const orders = Array.from({ length: 7 }, (_, index) => ({
      order_id: `o${index}`,
      customer_id: `c${index}`,
      team_id: 'a',
      ordered_at: at('2026-03-02'),
    }));
    const order_lines = orders.map(({ order_id }, index) => ({
      line_id: `l${index}`,
      order_id,
      quantity_ordered: 1,
      promised_at: by('2026-03-04'),
      delivered_at: at(index < 2 ? '2026-03-05' : '2026-03-03'),
    }));
    await writeRecords(db, importOf(1, { orders, order_lines }));
    const query = { indicator: 'on-time', teamIds: null, week: week('2026-W10'), pageSize: 3, settings: SETTINGS };
    const pages = await Promise.all([1, 2, 3, 4].map(async (page) => rowsBehind(db, { ...query, page })));
    expect(pages.map((page) => page?.rows.map(({ id }) => id))).toEqual([
      ['l0', 'l1', 'l2'],
      ['l3', 'l4', 'l5'],
      ['l6'],
      [],
    ]);
    for (const page of pages) {
      expect([page?.kind, page?.total, page?.numerator, page?.denominator]).toEqual(['order_lines', 7, 5, 7]);
    }
    const [line, order, , , , promised, delivered] = pages[0]?.rows[0]?.cells ?? [];
    expect([line, order, promised, delivered]).toEqual(['l0', 'o0', '2026-03-04', '2026-03-05']);
    expect(pages[0]?.rows.map(({ cells }) => cells.slice(-2))).toEqual([
      ['a', 'late'],
      ['a', 'late'],
      ['a', 'on time'],
    ]);
  });

  test('open claims are shown without their age', async () => {
    const { db } = await open();
    const claims = Array.from({ length: 10 }, (_, index) => ({
      claim_id: `k${index}`,
      customer_id: 'c',
      team_id: 'a',
      opened_at: at(`2026-03-0${index === 9 ? 1 : 2}`),
    }));
    await writeRecords(db, importOf(1, { claims }));
    const behind = await rowsBehind(db, {
      indicator: 'open-claims',
      teamIds: null,
      week: week('2026-W10'),
      page: 1,
      pageSize: 50,
      settings: SETTINGS,
    });
    /* Nine of ten are 6 days old on Sunday 8 March, the tenth 7: the 90th percentile by nearest rank is the ninth. */
    expect(behind?.facts).toEqual([{ name: 'Age, 90th percentile', value: 6, unit: 'days' }]);
    expect(behind?.total).toBe(10);
  });

  test('the share of claims chased and the extended deadlines are not told, or told of other weeks', async () => {
    const { db } = await open();
    await writeRecords(
      db,
      importOf(1, {
        claims: [
          claim('k1', 'c', '2026-03-02', { resolve_by: by('2026-03-06') }),
          claim('k2', 'c', '2026-03-02', { resolve_by: by('2026-03-06') }),
          claim('k3', 'c', '2026-03-02', { resolve_by: by('2026-03-13') }),
        ],
        claim_events: [
          event('e1', 'k1', 'extended', '2026-03-03'),
          event('e2', 'k1', 'extended', '2026-03-04'),
          event('e3', 'k3', 'extended', '2026-03-04'),
        ],
        contacts: [message('m1', 'k1', 'inbound', '2026-03-03', { intent: 'chase' })],
      }),
    );
    const query = { teamIds: null, week: week('2026-W10'), page: 1, pageSize: 50, settings: SETTINGS };
    const chased = await rowsBehind(db, { ...query, indicator: 'chases' });
    expect(chased?.facts.map(({ name, value, unit }) => [name, Math.round(value), unit])).toEqual([
      ['Share of open claims chased', 33, '%'],
    ]);
    const resolved = await rowsBehind(db, { ...query, indicator: 'resolved-in-promise' });
    expect(resolved?.facts).toEqual([{ name: 'Deadlines extended', value: 1, unit: 'claims' }]);
  });

  test('an indicator that nobody knows has rows', async () => {
    const { db } = await open();
    const query = { indicator: 'nothing', teamIds: null, week: 2900, page: 1, pageSize: 50, settings: SETTINGS };
    await expect(rowsBehind(db, query)).resolves.toBeNull();
  });
});
