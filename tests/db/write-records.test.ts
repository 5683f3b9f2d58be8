import { expect, test } from 'vitest';
import { readDataVersion } from '../../server/db/data-version.ts';
import { RowsRefused } from '../../server/records/classify-records.ts';
import { undoImport } from '../../server/records/undo-import.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { databaseDump, tableDump } from './support/dump.ts';
import { claim, customer, line, order } from './support/rows.ts';
import { at, batchesOf, bucketsOf, importOf, NOW, SETTINGS, week } from './support/world.ts';

const W10 = week('2026-W10');
const counts = (given: Partial<Record<'new' | 'changed' | 'unchanged' | 'duplicates' | 'refused', number>>) => ({
  new: 0,
  changed: 0,
  unchanged: 0,
  duplicates: 0,
  refused: 0,
  ...given,
});

const ORDERS = [order('o1', 'c1', '2026-03-02'), order('o2', 'c2', '2026-03-03')];
const LINES = [line('l1', 'o1', '2026-03-04', '2026-03-04'), line('l2', 'o2', '2026-03-04', null)];

eachDatabase((_, open) => {
  test('new, changed and unchanged rows are told apart wrongly', async () => {
    const { db } = await open();
    const first = await writeRecords(db, importOf(1, { orders: ORDERS, order_lines: LINES }));
    expect(first.perKind).toEqual({ orders: counts({ new: 2 }), order_lines: counts({ new: 2 }) });
    expect(first.weeks).toEqual({ from: W10, to: W10, count: 1 });
    const again = await writeRecords(db, importOf(2, { orders: ORDERS, order_lines: LINES }));
    expect(again.perKind).toEqual({ orders: counts({ unchanged: 2 }), order_lines: counts({ unchanged: 2 }) });
    expect([again.weeks, again.restated, again.dataVersion]).toEqual([null, 0, first.dataVersion]);
    const mixed = await writeRecords(
      db,
      importOf(3, {
        order_lines: [
          ...LINES.slice(0, 1),
          line('l2', 'o2', '2026-03-04', '2026-03-04'),
          line('l3', 'o2', '2026-03-12', null),
        ],
      }),
    );
    expect(mixed.perKind).toEqual({ order_lines: counts({ new: 1, changed: 1, unchanged: 1 }) });
    await expect(bucketsOf(db, 'on-time')).resolves.toEqual([
      ['a', W10, 2, 2],
      ['a', W10 + 1, 0, 1],
    ]);
    const history = await db.all(`select import_id, kind, record_id, before_import_id from import_changes`);
    expect(history).toEqual([{ import_id: 3, kind: 'order_lines', record_id: 'l2', before_import_id: 1 }]);
  });

  test('of an id that comes twice the first row wins, or nobody counts it', async () => {
    const { db } = await open();
    const twice = [line('l1', 'o1', '2026-03-04', null), line('l1', 'o1', '2026-03-04', '2026-03-04')];
    const result = await writeRecords(db, importOf(1, { orders: ORDERS, order_lines: twice }));
    expect(result.perKind.order_lines).toEqual(counts({ new: 1, duplicates: 1 }));
    await expect(bucketsOf(db, 'on-time')).resolves.toEqual([['a', W10, 1, 1]]);
  });

  test('a row of one source replaces one of another', async () => {
    const { db } = await open();
    await writeRecords(db, importOf(1, { orders: ORDERS }));
    const other = {
      ...importOf(2, {}),
      sourceSystem: 'other',
      batches: [
        {
          kind: 'orders' as const,
          rows: [order('o1', 'c9', '2026-03-02'), order('o3', 'c9', '2026-03-02')],
          lines: [2, 3],
        },
      ],
    };
    const before = await databaseDump(db);
    await expect(writeRecords(db, { ...other, strict: true })).rejects.toBeInstanceOf(RowsRefused);
    expect(await databaseDump(db)).toEqual(before);
    const result = await writeRecords(db, other);
    expect(result.perKind).toEqual({ orders: counts({ new: 1, refused: 1 }) });
    expect(result.problems).toEqual([
      {
        kind: 'orders',
        id: 'o1',
        line: 2,
        reason: 'the id already comes from the source "test"; a row of one source never replaces one of another',
      },
    ]);
    const standing = await db.all(`select customer_id from orders where order_id = 'o1'`);
    expect(standing).toEqual([{ customer_id: 'c1' }]);
  });

  test('a row that comes only in case it is missing changes one that stands, or loses to none', async () => {
    const { db } = await open();
    const bare = { kind: 'customers' as const, rows: [customer('c1'), customer('c2')], ifMissing: true };
    const first = await writeRecords(db, {
      ...importOf(1, {}),
      batches: [bare, { kind: 'customers', rows: [{ ...customer('c1'), name: 'Named' }] }],
    });
    expect(first.perKind).toEqual({ customers: counts({ new: 2 }) });
    const second = await writeRecords(db, { ...importOf(2, {}), sourceSystem: 'other', batches: [bare] });
    expect(second.perKind).toEqual({ customers: counts({}) });
    const names = await db.all(`select customer_id, name, import_id from customers order by customer_id`);
    expect(names).toEqual([
      { customer_id: 'c1', name: 'Named', import_id: 1 },
      { customer_id: 'c2', name: null, import_id: 1 },
    ]);
  });

  test('a dry run writes, or counts otherwise than in earnest', async () => {
    const { db } = await open();
    await writeRecords(db, importOf(1, { orders: ORDERS }));
    const before = await databaseDump(db);
    const version = await readDataVersion(db);
    const input = importOf(2, { order_lines: LINES, orders: ORDERS.map((row) => ({ ...row, team_id: 'b' })) });
    const dry = await writeRecords(db, { ...input, dryRun: true });
    expect(await databaseDump(db)).toEqual(before);
    expect(await readDataVersion(db)).toEqual(version);
    const earnest = await writeRecords(db, input);
    expect({ ...earnest, dataVersion: 0 }).toEqual({ ...dry, dataVersion: 0 });
    expect(dry.dataVersion).toBe(version.version);
  });

  test('an import that is cancelled or fails at the end leaves rows behind', async () => {
    const { db } = await open();
    const before = await databaseDump(db);
    const stop = new AbortController();
    const cancelled = writeRecords(db, {
      ...importOf(1, { orders: ORDERS, order_lines: LINES }),
      signal: stop.signal,
      onProgress: ({ phase }) => {
        if (phase === 'rolling-up') stop.abort(new Error('cancelled'));
      },
    });
    await expect(cancelled).rejects.toThrow('cancelled');
    const failing = writeRecords(db, {
      ...importOf(1, { orders: ORDERS }),
      finish: async () => Promise.reject(new Error('the report could not be kept')),
    });
    await expect(failing).rejects.toThrow('the report could not be kept');
    expect(await databaseDump(db)).toEqual(before);
  });

  test('what changed in a final week is forgotten, or what was never shown is called restated', async () => {
    const { db } = await open();
    const covers = { how: 'declared', fromDay: (W10 - 2) * 7 - 3, toDay: (W10 + 1) * 7 + 3 } as const;
    const import1 = {
      ...importOf(1, { orders: ORDERS, order_lines: LINES, claims: [claim('k0', 'c', '2026-03-02')] }),
      covers,
    };
    await writeRecords(db, { ...import1, now: at('2026-03-18') });
    /* 20 March: week 10 (to 8 March) is final for on-time, and with 7 days of lag not yet for promise-kept. */
    const late = line('l2', 'o2', '2026-03-04', '2026-03-04');
    const restated = await writeRecords(db, importOf(2, { order_lines: [late] }, { now: at('2026-03-20') }));
    const rows = await db.all(
      `select import_id, indicator_id, team_id, week, was_numerator, was_denominator, now_numerator, now_denominator, at
       from restatements order by indicator_id`,
    );
    const restatement = (id: string, was: readonly number[], now: readonly number[]) => ({
      import_id: 2,
      indicator_id: id,
      team_id: 'a',
      week: W10,
      was_numerator: was[0],
      was_denominator: was[1],
      now_numerator: now[0],
      now_denominator: now[1],
      at: at('2026-03-20'),
    });
    expect(rows).toEqual([
      restatement('claims-per-1000', [1, 1], [1, 2]),
      restatement('in-full', [1, 2], [2, 2]),
      restatement('on-time', [1, 2], [2, 2]),
    ]);
    expect(restated.restated).toBe(3);
    await undoImport(db, { importId: 2, now: NOW, settings: SETTINGS });
    expect(await tableDump(db, 'restatements')).toEqual([]);
  });

  test('a file covers beyond its last event, or deadlines count as events', async () => {
    const { db } = await open();
    const result = await writeRecords(
      db,
      importOf(1, {
        teams: [
          { team_id: 'a', name: 'A' },
          { team_id: 'b', name: 'B' },
        ],
        orders: [...ORDERS, order('o3', 'c3', '2026-03-05', { team_id: 'b' })],
        order_lines: [line('l1', 'o1', '2026-02-20', '2026-03-04'), line('l2', 'o2', '2026-05-01', null)],
        claims: [claim('k', 'c', '2026-03-06', { resolve_by: at('2026-04-01') })],
      }),
    );
    const day = (date: string): number => Math.floor(at(date) / 86_400_000);
    expect(result.coverage).toEqual([
      { kind: 'orders', teamId: null, fromDay: day('2026-03-02'), toDay: day('2026-03-05') },
      { kind: 'order_lines', teamId: 'a', fromDay: day('2026-02-20'), toDay: day('2026-03-04') },
      { kind: 'claims', teamId: 'a', fromDay: day('2026-03-06'), toDay: day('2026-03-06') },
    ]);
    expect((await tableDump(db, 'coverage')).length).toBe(3);
  });

  test('sent and counted figures of one indicator and team mix', async () => {
    const { db } = await open();
    const sent = (indicator: string, team: string) => ({
      indicator_id: indicator,
      team_id: team,
      week: W10,
      numerator: 7.5,
      denominator: 9,
    });
    await writeRecords(db, importOf(1, { orders: ORDERS, order_lines: LINES }));
    const result = await writeRecords(
      db,
      importOf(2, {
        observations: [sent('on-time', 'a'), sent('on-time', 'b'), sent('service-grade', 'b'), sent('own', 'a')],
      }),
    );
    expect(result.perKind).toEqual({ observations: counts({ new: 3, refused: 1 }) });
    expect(result.problems[0]?.reason).toContain('never mixes');
    /* Records of the team for which figures were sent add nothing … */
    const ofTeamB = order('o9', 'c', '2026-03-02', { team_id: 'b' });
    await writeRecords(db, importOf(3, { orders: [ofTeamB], order_lines: [line('l9', 'o9', '2026-03-04', null)] }));
    await expect(bucketsOf(db, 'on-time')).resolves.toEqual([
      ['a', W10, 1, 2],
      ['b', W10, 7.5, 9],
    ]);
    await expect(bucketsOf(db, 'service-grade')).resolves.toEqual([['b', W10, 7_500_000, 9]]);
    await expect(bucketsOf(db, 'own')).resolves.toEqual([['a', W10, 7.5, 9]]);
    /* … until the sent ones are taken back. */
    await undoImport(db, { importId: 2, now: NOW, settings: SETTINGS });
    await expect(bucketsOf(db, 'on-time')).resolves.toEqual([
      ['a', W10, 1, 2],
      ['b', W10, 0, 1],
    ]);
  });

  test('an undo of an earlier import takes back what a later one wrote, or forgets who wrote it', async () => {
    const { db } = await open();
    const version = (delivered: string | null) => ({ order_lines: [line('l1', 'o1', '2026-03-04', delivered)] });
    await writeRecords(db, importOf(1, { orders: ORDERS, ...version(null) }));
    await writeRecords(db, importOf(2, version('2026-03-05')));
    await writeRecords(db, importOf(3, version('2026-03-04')));
    await undoImport(db, { importId: 2, now: NOW, settings: SETTINGS });
    await expect(bucketsOf(db, 'on-time')).resolves.toEqual([['a', W10, 1, 1]]);
    const history = await db.all(`select import_id, before_import_id from import_changes`);
    expect(history).toEqual([{ import_id: 3, before_import_id: 1 }]);
    const undone = await undoImport(db, { importId: 3, now: NOW, settings: SETTINGS });
    expect(undone.perKind).toEqual({ order_lines: { removed: 0, restored: 1 } });
    await expect(bucketsOf(db, 'on-time')).resolves.toEqual([['a', W10, 0, 1]]);
    await writeRecords(db, importOf(4, version('2026-03-04')));
    /* The first import created the row; the fourth wrote it since and now stands as its creator. */
    await undoImport(db, { importId: 1, now: NOW, settings: SETTINGS });
    expect(await tableDump(db, 'import_changes')).toEqual([]);
    await undoImport(db, { importId: 4, now: NOW, settings: SETTINGS });
    for (const [table, rows] of Object.entries(await databaseDump(db))) expect([table, rows]).toEqual([table, []]);
  });

  test('batches of one kind in several pieces, with other kinds in between, are lost', async () => {
    const { db } = await open();
    async function* pieces() {
      yield* batchesOf({ order_lines: LINES.slice(1) });
      await Promise.resolve();
      yield* batchesOf({ orders: ORDERS });
      yield* batchesOf({ order_lines: LINES.slice(0, 1) });
    }
    const result = await writeRecords(db, { ...importOf(1, {}), batches: pieces() });
    expect(result.perKind).toEqual({ orders: counts({ new: 2 }), order_lines: counts({ new: 2 }) });
    await expect(bucketsOf(db, 'on-time')).resolves.toEqual([['a', W10, 1, 2]]);
  });
});
