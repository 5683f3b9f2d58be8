import { expect, test } from 'vitest';
import type { ImprovementWords, NewImprovement } from '../../src/contract/improvements.ts';
import type { ServiceContext } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { ServiceFailure } from '../../server/http/service-failure.ts';
import { bringUpToDate } from '../../server/records/rezone.ts';
import { undoImport } from '../../server/records/undo-import.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import { addImprovement } from '../../server/services/add-improvement.ts';
import { changeImprovement, withdrawImprovement } from '../../server/services/change-improvement.ts';
import { listCauses } from '../../server/services/list-causes.ts';
import { listImprovements } from '../../server/services/list-improvements.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { tableDump } from './support/dump.ts';
import { cause, line, order } from './support/rows.ts';
import { contextOn, failingAtCommit } from './support/service.ts';
import { at, importOf, SETTINGS } from './support/world.ts';

const NOW = at('2026-03-10');

const fill = async (db: Database): Promise<void> => {
  const orders = [order('o1', 'c1', '2026-02-24'), order('o2', 'c2', '2026-03-03', { team_id: 'b' })];
  const lines = [line('l1', 'o1', '2026-02-25', '2026-02-25'), line('l2', 'o2', '2026-03-04', '2026-03-06')];
  const causes = [{ ...cause('slot', null, 'promise'), component: 'systems' }];
  await writeRecords(db, importOf(1, { orders, order_lines: lines, causes }));
};

const words = (more: Partial<ImprovementWords> = {}): ImprovementWords => ({
  title: 'Second check before release',
  owner: 'Ana',
  component: 'procedures',
  cause: 'slot',
  indicator: 'on-time',
  team: 'a',
  effective: '2026-02-02',
  ...more,
});

const improvement = (id: string, more: Partial<ImprovementWords> = {}): NewImprovement => ({
  id,
  author: 'Ana',
  words: words(more),
});

const failureOf = async (work: Promise<unknown>): Promise<readonly unknown[]> =>
  work.then(
    () => ['nothing'],
    (error: unknown) => (error instanceof ServiceFailure ? [error.code, error.at] : [error]),
  );

/** Where improvements are drawn: indicator, team and date. */
const drawn = async (ctx: ServiceContext): Promise<readonly unknown[]> =>
  (await ctx.data.index()).annotations.map(({ annotation }) => [
    annotation.indicator,
    annotation.team,
    annotation.date,
  ]);

eachDatabase((_, open) => {
  test('an improvement that comes back other than it was written, or in another order', async () => {
    const { db } = await open();
    await fill(db);
    const ctx = contextOn(db, () => NOW);
    const first = await addImprovement(ctx, improvement('improve-0001'));
    expect(first).toEqual({
      id: 'improve-0001',
      ...words(),
      state: 'stands',
      origin: 'kept',
      revision: 1,
      changedBy: 'Ana',
      changedAt: '2026-03-10T11:00:00.000Z',
    });
    await addImprovement(ctx, improvement('improve-0002', { effective: null }));
    await addImprovement(ctx, improvement('improve-0003', { effective: '2026-02-16' }));
    const { improvements } = await listImprovements(ctx);
    expect(improvements.map(({ id }) => id)).toEqual(['improve-0003', 'improve-0001', 'improve-0002']);
    expect(improvements[1]).toEqual(first);
    const { improvements: toLink, causes } = await listCauses(ctx);
    expect(toLink).toHaveLength(3);
    expect(causes).toEqual([{ id: 'slot', name: 'slot', parent: null, component: 'systems' }]);
  });

  test('an improvement is drawn where it is not to work, as an idea, or after it was withdrawn', async () => {
    const { db } = await open();
    await fill(db);
    const ctx = contextOn(db, () => NOW);
    await addImprovement(ctx, improvement('improve-0001'));
    await addImprovement(ctx, improvement('improve-0002', { indicator: null, team: null }));
    await addImprovement(ctx, improvement('improve-0003', { indicator: null, cause: null }));
    await addImprovement(ctx, improvement('improve-0004', { effective: null }));
    expect(await drawn(ctx)).toEqual([
      ['on-time', 'a', '2026-02-02'],
      ['repeated-claims', null, '2026-02-02'],
    ]);
    const moved = words({ effective: '2026-02-09', indicator: 'in-full' });
    await changeImprovement(ctx, 'improve-0001', { revision: 1, author: 'Tom', words: moved });
    expect(await drawn(ctx)).toEqual([
      ['repeated-claims', null, '2026-02-02'],
      ['in-full', 'a', '2026-02-09'],
    ]);
    const withdrawal = { revision: 2, author: 'Tom', reason: 'It was another one' };
    const withdrawn = await withdrawImprovement(ctx, 'improve-0001', withdrawal);
    expect(withdrawn).toMatchObject({ ...moved, state: 'withdrawn', revision: 3, changedBy: 'Tom' });
    expect(await drawn(ctx)).toEqual([['repeated-claims', null, '2026-02-02']]);
    expect((await listImprovements(ctx)).improvements.map(({ id }) => id)).not.toContain('improve-0001');
  });

  test('an import, its undo or another time zone moves or takes what people keep', async () => {
    const { db } = await open();
    await fill(db);
    const ctx = contextOn(db, () => NOW);
    await addImprovement(ctx, improvement('improve-0001', { cause: null }));
    const before = [await listImprovements(ctx), await drawn(ctx), await tableDump(db, 'improvement_versions')];
    const improvements = [{ improvement_id: 'improve-0001', title: 'Of elsewhere' }];
    const { perKind } = await writeRecords(db, importOf(2, { improvements }));
    expect(perKind.improvements).toMatchObject({ refused: 1 });
    for (const importId of [2, 1]) await undoImport(db, { importId, now: NOW, settings: SETTINGS });
    await bringUpToDate(db, { now: NOW, settings: { ...SETTINGS, timeZone: 'America/Los_Angeles' } });
    expect([await listImprovements(ctx), await drawn(ctx), await tableDump(db, 'improvement_versions')]).toEqual(
      before,
    );
  });

  test('an imported improvement is changed here, or is shown without its source', async () => {
    const { db } = await open();
    await fill(db);
    const improvements = [
      { improvement_id: 'i-imported', title: 'Of elsewhere', effective_at: at('2026-02-02'), cause_id: 'slot' },
    ];
    await writeRecords(db, importOf(2, { improvements }));
    const ctx = contextOn(db, () => NOW);
    expect((await listImprovements(ctx)).improvements).toEqual([
      {
        ...{ id: 'i-imported', title: 'Of elsewhere', owner: null, component: null, cause: 'slot', indicator: null },
        ...{ team: null, effective: '2026-02-02', state: 'stands', origin: 'imported', revision: 0 },
        ...{ changedBy: null, changedAt: null },
      },
    ]);
    const change = { revision: 1, author: 'Tom', words: words() };
    expect(await failureOf(changeImprovement(ctx, 'i-imported', change))).toEqual(['conflict', 'id']);
    expect(await failureOf(addImprovement(ctx, improvement('i-imported')))).toEqual(['conflict', 'id']);
  });

  test('two change one improvement at once, and a version is lost', async () => {
    const { db, location } = await open();
    await fill(db);
    const other = await openDatabase(location);
    const [one, two] = [contextOn(db, () => NOW), contextOn(other, () => NOW)];
    const twice = await Promise.all([one, two].map(async (ctx) => addImprovement(ctx, improvement('improve-0001'))));
    expect(twice[0]).toEqual(twice[1]);
    const change = (title: string) => ({ revision: 1, author: title, words: words({ title }) });
    const results = await Promise.allSettled([
      changeImprovement(one, 'improve-0001', change('One')),
      changeImprovement(two, 'improve-0001', change('Two')),
    ]);
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost.map(({ reason }) => reason as unknown)).toMatchObject([{ code: 'conflict', at: 'revision' }]);
    expect(await tableDump(db, 'improvement_versions')).toHaveLength(2);
    await other.close();
  });

  test('a write that fails leaves half of itself behind', async () => {
    const { db } = await open();
    await fill(db);
    const ctx = contextOn(db, () => NOW);
    await addImprovement(ctx, improvement('improve-0001'));
    const failing = contextOn(failingAtCommit(db), () => NOW);
    const tables = ['improvements', 'improvement_versions', 'settings'] as const;
    const everything = async () => Promise.all(tables.map(async (table) => tableDump(db, table)));
    const before = await everything();
    const full = /disk is full/;
    await expect(addImprovement(failing, improvement('improve-0002'))).rejects.toThrow(full);
    const change = { revision: 1, author: 'Tom', words: words({ title: 'Other' }) };
    await expect(changeImprovement(failing, 'improve-0001', change)).rejects.toThrow(full);
    const withdrawal = { revision: 1, author: 'Tom', reason: 'x' };
    await expect(withdrawImprovement(failing, 'improve-0001', withdrawal)).rejects.toThrow(full);
    expect(await everything()).toEqual(before);
  });

  test('an improvement that cannot be changed any more because an undone import took its cause', async () => {
    const { db } = await open();
    await fill(db);
    const ctx = contextOn(db, () => NOW);
    await addImprovement(ctx, improvement('improve-0001'));
    await undoImport(db, { importId: 1, now: NOW, settings: SETTINGS });
    const change = { revision: 1, author: 'Tom', words: words({ title: 'Other' }) };
    await expect(changeImprovement(ctx, 'improve-0001', change)).resolves.toMatchObject({ revision: 2, cause: 'slot' });
    expect(await failureOf(addImprovement(ctx, improvement('improve-0002', { team: null })))).toEqual([
      'not-found',
      'words.cause',
    ]);
  });
});
