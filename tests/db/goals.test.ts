import { expect, test } from 'vitest';
import type { Goal, GoalWords, NewGoal } from '../../src/contract/goals.ts';
import { readDataVersion } from '../../server/db/data-version.ts';
import type { Database } from '../../server/db/database.ts';
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
import { line, order } from './support/rows.ts';
import { contextOn, failingAtCommit } from './support/service.ts';
import { at, importOf, SETTINGS, week } from './support/world.ts';
import { targetInForce } from '../../src/domain/target.ts';
import { isoWeekLabel } from '../../src/domain/week.ts';

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
});
