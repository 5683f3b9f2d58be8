import { expect, test } from 'vitest';
import type { Goal, GoalWords, NewGoal } from '../../src/contract/goals.ts';
import { targetInForce } from '../../src/domain/target.ts';
import { readDataVersion } from '../../server/db/data-version.ts';
import type { Database } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { ServiceFailure } from '../../server/http/service-failure.ts';
import { undoImport } from '../../server/records/undo-import.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import type { ServiceContext } from '../../server/context.ts';
import { addGoal } from '../../server/services/add-goal.ts';
import { changeGoal, endGoal } from '../../server/services/change-goal.ts';
import { getObservations, spanOf } from '../../server/services/get-observations.ts';
import { listGoals } from '../../server/services/list-goals.ts';
import { listGoalVersions } from '../../server/services/list-goal-versions.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { tableDump } from './support/dump.ts';
import { migratedBack } from './support/migrated-back.ts';
import { line, order } from './support/rows.ts';
import { contextOn, failingAtCommit } from './support/service.ts';
import { at, importOf, SETTINGS, week } from './support/world.ts';

/** Tuesday of week 11. */
const NOW = at('2026-03-10');

/** Orders of team a, due in weeks 9 and 10: the latest complete week is 10. */
const fill = async (db: Database): Promise<void> => {
  const covers = { how: 'declared', fromDay: week('2026-W05') * 7 - 3, toDay: week('2026-W10') * 7 + 3 } as const;
  const orders = [order('o1', 'c1', '2026-02-24'), order('o2', 'c2', '2026-03-03')];
  const lines = [line('l1', 'o1', '2026-02-25', '2026-02-25'), line('l2', 'o2', '2026-03-04', '2026-03-06')];
  const teams = [
    { team_id: 'a', name: 'Team A' },
    { team_id: 'b', name: 'Team B' },
  ];
  await writeRecords(db, { ...importOf(1, { teams, orders, order_lines: lines }), covers, now: at('2026-03-09') });
};

const words = (more: Partial<GoalWords> = {}): GoalWords => ({
  indicator: 'on-time',
  team: 'a',
  baseline: { week: '2026-W09', value: 80 },
  target: 95,
  from: '2026-W11',
  due: '2026-12-31',
  owner: 'Ana',
  milestones: [{ week: '2026-W30', value: 88 }],
  ...more,
});

const goal = (id: string, more: Partial<GoalWords> = {}): NewGoal => ({ id, author: 'Ana', words: words(more) });

const importedGoal = (more: Readonly<Record<string, string | number | null>> = {}) => ({
  goal_id: 'g-imported',
  indicator_id: 'on-time',
  team_id: 'a',
  target: 90,
  from_week: week('2026-W08'),
  due_day: week('2026-W50') * 7,
  ...more,
});

/** The target that a week of team a is judged against, as the page reads it; null: none. */
const targetsOf = async (ctx: ServiceContext): Promise<ReadonlyArray<number | null>> => {
  const index = await ctx.data.index();
  const query = { team: ['a'], indicator: ['on-time'], by: 'scope' as const, to: '2026-W30' };
  const { targets } = getObservations(ctx, index, query, spanOf(ctx, index, query));
  const known = targets.map((target) => ({
    ...target,
    from: week(target.from),
    to: target.to === null || target.to === undefined ? null : week(target.to),
  }));
  return Array.from(
    { length: 24 },
    (_, place) => targetInForce(known, 'on-time', ['a'], week('2026-W07') + place)?.value ?? null,
  );
};

const from = (label: string): number => week(label) - week('2026-W07');

const failureOf = async (work: Promise<unknown>): Promise<readonly unknown[]> =>
  work.then(
    () => ['nothing'],
    (error: unknown) => (error instanceof ServiceFailure ? [error.code, error.at] : [error]),
  );

const running = async (ctx: ServiceContext): Promise<readonly Goal[]> =>
  (await listGoals(ctx, { state: 'running' })).goals;

eachDatabase((_, open) => {
  test('a goal that comes back other than it was set, or is in force before its week', async () => {
    const { db } = await open();
    await fill(db);
    const ctx = contextOn(db, () => NOW);
    const before = await targetsOf(ctx);
    const set = await addGoal(ctx, goal('goal-0001'));
    expect(set).toEqual({
      id: 'goal-0001',
      ...words(),
      state: 'running',
      endedWeek: null,
      origin: 'kept',
      revision: 1,
      changedBy: 'Ana',
      changedAt: '2026-03-10T11:00:00.000Z',
    });
    const { goals, earliestFrom } = await listGoals(ctx, { state: 'running' });
    expect([goals, earliestFrom]).toEqual([[set], '2026-W11']);
    const after = await targetsOf(ctx);
    expect(after.slice(0, from('2026-W11'))).toEqual(before.slice(0, from('2026-W11')));
    expect(new Set(after.slice(from('2026-W11')))).toEqual(new Set([95]));
  });

  test('the status of past weeks moves when a target changes or ends', async () => {
    const { db } = await open();
    await fill(db);
    await writeRecords(db, importOf(2, { goals: [importedGoal()] }));
    let now = NOW;
    const ctx = contextOn(db, () => now);
    const wanted: Array<number | null> = Array.from({ length: 24 }, () => 90);
    wanted[0] = null;
    expect(await targetsOf(ctx)).toEqual(wanted);

    const [first] = await running(ctx);
    const changed = await changeGoal(ctx, 'g-imported', {
      revision: first?.revision ?? -1,
      author: 'Tom',
      reason: 'The carrier changed',
      words: words({ target: 93, from: '2026-W12', milestones: [] }),
    });
    expect([changed.revision, changed.origin, changed.from]).toEqual([1, 'kept', '2026-W12']);
    wanted.fill(93, from('2026-W12'));
    expect(await targetsOf(ctx)).toEqual(wanted);

    /* Two weeks on: week 12 is the latest that has data. */
    now = at('2026-03-24');
    const later = [order('o3', 'c3', '2026-03-10'), order('o4', 'c4', '2026-03-17')];
    const lines = [line('l3', 'o3', '2026-03-11', '2026-03-11'), line('l4', 'o4', '2026-03-18', '2026-03-18')];
    const covers = { how: 'declared', fromDay: week('2026-W11') * 7 - 3, toDay: week('2026-W12') * 7 + 3 } as const;
    await writeRecords(db, { ...importOf(3, { orders: later, order_lines: lines }), covers, now: at('2026-03-23') });
    expect((await listGoals(ctx, { state: 'running' })).earliestFrom).toBe('2026-W13');
    const ended = await endGoal(ctx, 'g-imported', { revision: 1, author: 'Ana', reason: 'Reached' });
    expect([ended.state, ended.endedWeek, ended.revision]).toEqual(['ended', '2026-W13', 2]);
    wanted.fill(null, from('2026-W13'));
    expect(await targetsOf(ctx)).toEqual(wanted);
    expect(await running(ctx)).toEqual([]);

    await addGoal(ctx, goal('goal-0002', { from: '2026-W15', target: 97 }));
    wanted.fill(97, from('2026-W15'));
    expect(await targetsOf(ctx)).toEqual(wanted);
  });

  test('a target that was replaced before it began is in force for the weeks in between', async () => {
    const { db } = await open();
    await fill(db);
    const ctx = contextOn(db, () => NOW);
    await addGoal(ctx, goal('goal-0001', { from: '2026-W12' }));
    const change = { author: 'Ana', reason: null };
    await changeGoal(ctx, 'goal-0001', { ...change, revision: 1, words: words({ from: '2026-W20', target: 97 }) });
    const wanted = Array.from({ length: 24 }, (_, place) => (place < from('2026-W20') ? null : 97));
    expect(await targetsOf(ctx)).toEqual(wanted);
    await changeGoal(ctx, 'goal-0001', {
      ...change,
      revision: 2,
      words: words({ from: '2026-W20', target: 97, owner: 'Eva' }),
    });
    expect(await targetsOf(ctx)).toEqual(wanted);
    await endGoal(ctx, 'goal-0001', { revision: 3, author: 'Ana', reason: 'No longer wanted' });
    expect(new Set(await targetsOf(ctx))).toEqual(new Set([null]));
  });

  test('a version of a goal is lost, or an import’s own words are', async () => {
    const { db } = await open();
    await fill(db);
    await writeRecords(db, importOf(2, { goals: [importedGoal({ baseline: 70, baseline_week: week('2026-W06') })] }));
    let now = NOW;
    const ctx = contextOn(db, () => now);
    const imported = words({ baseline: { week: '2026-W06', value: 70 }, target: 90, from: '2026-W08', owner: null });
    const asImported = { ...imported, due: '2026-12-10', milestones: [] };
    expect(await running(ctx)).toMatchObject([
      { id: 'g-imported', ...asImported, origin: 'imported', revision: 0, changedBy: null, changedAt: null },
    ]);
    now += 1000;
    /* Target and week stay: nobody asks whether the week was seen. */
    const owned = { ...asImported, owner: 'Tom' };
    await changeGoal(ctx, 'g-imported', { revision: 0, author: 'Tom', reason: null, words: owned });
    now += 1000;
    await endGoal(ctx, 'g-imported', { revision: 1, author: 'Ana', reason: 'Another plan' });
    const { versions } = await listGoalVersions(ctx, 'g-imported');
    expect(versions.map(({ revision, by, what, reason }) => [revision, by, what, reason])).toEqual([
      [0, 'test', 'set', null],
      [1, 'Tom', 'changed', null],
      [2, 'Ana', 'ended', 'Another plan'],
    ]);
    expect(versions.map((version) => version.words)).toEqual([asImported, owned, owned]);
    expect(versions.map((version) => version.at).slice(1)).toEqual([
      '2026-03-10T11:00:01.000Z',
      '2026-03-10T11:00:02.000Z',
    ]);
  });

  test('an import or its undo takes what a person set or changed', async () => {
    const { db } = await open();
    await fill(db);
    await writeRecords(db, importOf(2, { goals: [importedGoal()] }));
    const ctx = contextOn(db, () => NOW);
    await addGoal(ctx, goal('goal-0001', { team: 'b' }));
    const change = { revision: 0, author: 'Tom', reason: null, words: words({ target: 93, from: '2026-W11' }) };
    await changeGoal(ctx, 'g-imported', change);
    const before = [await running(ctx), await targetsOf(ctx), await tableDump(db, 'goal_versions')];
    await writeRecords(db, importOf(3, { goals: [importedGoal({ target: 50, owner: 'Eva' })] }));
    expect([await running(ctx), await targetsOf(ctx), await tableDump(db, 'goal_versions')]).toEqual(before);
    for (const importId of [3, 2]) await undoImport(db, { importId, now: NOW, settings: SETTINGS });
    expect([await running(ctx), await targetsOf(ctx), await tableDump(db, 'goal_versions')]).toEqual(before);
  });

  test('of several imported goals of one indicator and team more than one runs', async () => {
    const { db } = await open();
    await fill(db);
    const goals = [
      importedGoal({ goal_id: 'g1', from_week: week('2026-W01'), target: 80 }),
      importedGoal({ goal_id: 'g2', from_week: week('2026-W09'), target: 85 }),
      importedGoal({ goal_id: 'g3', from_week: week('2026-W09'), team_id: null, target: 88 }),
    ];
    await writeRecords(db, importOf(2, { goals }));
    const ctx = contextOn(db, () => NOW);
    const all = (await listGoals(ctx, { state: 'all' })).goals;
    expect(all.map(({ id, state, endedWeek }) => [id, state, endedWeek])).toEqual([
      ['g3', 'running', null],
      ['g1', 'ended', '2026-W09'],
      ['g2', 'running', null],
    ]);
    expect((await running(ctx)).map(({ id }) => id)).toEqual(['g3', 'g2']);
    const change = { revision: 0, author: 'Tom', reason: null, words: words({ target: 90 }) };
    expect(await failureOf(changeGoal(ctx, 'g1', change))).toEqual(['conflict', 'state']);
    expect(await failureOf(addGoal(ctx, goal('goal-0001')))).toEqual(['conflict', 'indicator']);
  });

  test('two set a goal for one indicator and team at once, and both run', async () => {
    const { db, location } = await open();
    await fill(db);
    const other = await openDatabase(location);
    const [one, two] = [contextOn(db, () => NOW), contextOn(other, () => NOW)];
    const results = await Promise.allSettled([addGoal(one, goal('goal-0001')), addGoal(two, goal('goal-0002'))]);
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost.map(({ reason }) => reason as unknown)).toMatchObject([{ code: 'conflict', at: 'indicator' }]);
    expect(await running(one)).toHaveLength(1);
    await other.close();
  });

  test('one request that two connections deliver at once is written twice, or refused', async () => {
    const { db, location } = await open();
    await fill(db);
    const other = await openDatabase(location);
    const contexts = [contextOn(db, () => NOW), contextOn(other, () => NOW)];
    const answers = await Promise.all(contexts.map(async (ctx) => addGoal(ctx, goal('goal-0001'))));
    expect(answers[0]).toEqual(answers[1]);
    expect(await tableDump(db, 'goal_versions')).toHaveLength(1);
    await other.close();
  });

  test('edits of several people at once are lost although their writers were told that they are kept', async () => {
    const { db, location } = await open();
    await fill(db);
    await writeRecords(db, importOf(2, { goals: [importedGoal()] }));
    const others = [db, await openDatabase(location), await openDatabase(location)];
    const contexts = others.map((each) => contextOn(each, () => NOW));
    const refusals: unknown[] = [];
    /* Each writer adds a name to the owners, and reads anew where somebody was faster. */
    const write = async (who: string, ctx: ServiceContext): Promise<void> => {
      for (let at = 0; at < 4 && refusals.length < 200;) {
        const standing = (await running(ctx))[0];
        if (standing === undefined) throw new Error('the goal is gone');
        const { indicator, team, target, from: since, due, milestones, revision } = standing;
        const owner = `${standing.owner ?? ''}${who}${at}`;
        const baseline = { week: '2026-W07', value: 70 };
        const change = { indicator, team, baseline, target, from: since, due, owner, milestones };
        try {
          await changeGoal(ctx, standing.id, { revision, author: who, reason: null, words: change });
          at += 1;
        } catch (error) {
          refusals.push(error);
        }
      }
    };
    await Promise.all(contexts.map(async (ctx, at) => write(['A', 'T', 'E'][at] ?? '', ctx)));
    expect(refusals.filter((error) => !(error instanceof ServiceFailure) || error.at !== 'revision')).toEqual([]);
    const owners = (await running(contextOn(db, () => NOW)))[0]?.owner ?? '';
    const pairs = Array.from({ length: owners.length / 2 }, (__, at) => owners.slice(2 * at, 2 * at + 2));
    const wanted = ['A', 'T', 'E'].flatMap((who) => [0, 1, 2, 3].map((at) => `${who}${at}`));
    expect(pairs.toSorted()).toEqual(wanted.toSorted());
    const { versions } = await listGoalVersions(
      contextOn(db, () => NOW),
      'g-imported',
    );
    expect(versions.map(({ revision }) => revision)).toEqual(Array.from({ length: 13 }, (__, at) => at));
    for (const each of others.slice(1)) await each.close();
  });

  test('a write that fails leaves half of itself behind', async () => {
    const { db } = await open();
    await fill(db);
    await writeRecords(db, importOf(2, { goals: [importedGoal()] }));
    const ctx = contextOn(db, () => NOW);
    const failing = contextOn(failingAtCommit(db), () => NOW);
    await addGoal(ctx, goal('goal-0001', { team: 'b' }));
    const before = [await tableDump(db, 'goal_versions'), await tableDump(db, 'settings')];
    const full = /disk is full/;
    await expect(addGoal(failing, goal('goal-0002', { team: null }))).rejects.toThrow(full);
    const change = { revision: 0, author: 'Tom', reason: null, words: words({ target: 93 }) };
    await expect(changeGoal(failing, 'g-imported', change)).rejects.toThrow(full);
    await expect(endGoal(failing, 'goal-0001', { revision: 1, author: 'Tom', reason: 'x' })).rejects.toThrow(full);
    expect([await tableDump(db, 'goal_versions'), await tableDump(db, 'settings')]).toEqual(before);
    /* A revision that somebody has taken cannot be taken again, whatever the code believes. */
    const taken = db.exec(
      `insert into goal_versions (goal_id, revision, at, by_whom, what, open_week, entry)
       values ('goal-0001', 1, 1, 'x', 'changed', 1, '{}')`,
    );
    await expect(taken).rejects.toThrow(/unique/i);
  });

  test('a goal is judged by figures that another process has moved meanwhile', async () => {
    const { db, location } = await open();
    await fill(db);
    const other = await openDatabase(location);
    const ctx = contextOn(db, () => at('2026-03-17'));
    await ctx.data.index();
    const covers = { how: 'declared', fromDay: week('2026-W11') * 7 - 3, toDay: week('2026-W11') * 7 + 3 } as const;
    const late = { orders: [order('o3', 'c3', '2026-03-10')], order_lines: [line('l3', 'o3', '2026-03-11', null)] };
    await writeRecords(other, { ...importOf(2, late), covers, now: at('2026-03-16') });
    expect(await failureOf(addGoal(ctx, goal('goal-0001', { from: '2026-W11' })))).toEqual([
      'bad-request',
      'words.from',
    ]);
    const { version } = await readDataVersion(db);
    await addGoal(ctx, goal('goal-0001', { from: '2026-W12' }));
    expect((await readDataVersion(db)).version).toBe(version + 1);
    expect((await ctx.data.index()).targets.map((target) => target.from)).toEqual([week('2026-W12')]);
    await other.close();
  });

  test('a database of the version before loses something, or cannot be opened', async () => {
    const { db } = await open();
    await fill(db);
    await writeRecords(db, importOf(2, { goals: [importedGoal()] }));
    const before = await tableDump(db, 'observations');
    await migratedBack(db, '0003-goals');
    await expect(migrate(db, 1)).resolves.toEqual(['0003-goals', '0005-people', '0006-displays']);
    await expect(migrate(db, 1)).resolves.toEqual([]);
    expect(await tableDump(db, 'observations')).toEqual(before);
    expect(await running(contextOn(db, () => NOW))).toMatchObject([{ id: 'g-imported', baseline: null, owner: null }]);
  });
});
