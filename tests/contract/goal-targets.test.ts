import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Goal } from '../../src/contract/goals.ts';
import { Teams } from '../../src/contract/teams.ts';
import '../setup/node.ts';
import {
  changeGoal,
  endGoal,
  freeAims,
  goalChange,
  goalPath,
  goals,
  goalsFile,
  goalVersions,
  newGoal,
  set,
  targetsInForce,
  weekOf,
  wordsFrom,
  wordsOf,
  type Aim,
} from './goal-requests.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, importText, observations, refusal, type Running } from './implementation.ts';
import { earlier, json, newId } from './write-requests.ts';

describe.each(IMPLEMENTATIONS)('$name: targets of goals', ({ start }) => {
  let running: Running;
  let earliest: string;
  let free: () => Aim;
  beforeAll(async () => {
    running = await start('records');
    earliest = (await goals(running)).earliestFrom;
    free = await freeAims(running);
  });
  afterAll(() => running.stop());

  const refused = async (path: string, init: RequestInit, status: number): Promise<unknown> => {
    const { code, at } = await refusal(running, path, init, status);
    return [code, at];
  };
  const standing = async (id: string): Promise<Goal | undefined> =>
    (await goals(running, 'all')).goals.find((goal) => goal.id === id);

  test('a target that is in force before its week, or not in it', async () => {
    const aim = free();
    const from = earlier(earliest, -2);
    const span = { from: earlier(earliest, 4), weeks: 10 };
    const before = await targetsInForce(running, aim, span);
    await set(running, newGoal(wordsFrom(earliest, aim, { from, target: 97 })));
    const begins = weekOf(from) - weekOf(span.from);
    expect(await targetsInForce(running, aim, span)).toEqual(before.with(begins, 97).fill(97, begins));
  });

  test('a status of past weeks that moves because a target is changed, or its goal ends', async () => {
    const aim = free();
    const id = newId();
    const span = { from: earlier(earliest, 12), weeks: 20 };
    const open = weekOf(earliest) - weekOf(span.from);
    const report = await importText(running, goalsFile(id, aim, earlier(earliest, 8)), { kind: 'goals' });
    expect(report.status).toBe('done');
    const wanted: Array<number | null> = Array.from({ length: 20 }, () => 90);
    wanted.fill((await targetsInForce(running, aim, { from: span.from, weeks: 1 }))[0] ?? null, 0, 4);
    expect(await targetsInForce(running, aim, span)).toEqual(wanted);

    const goal = await standing(id);
    if (goal === undefined) throw new Error('the goal was not imported');
    const start = { week: earlier(earliest, 9), value: 80 };
    const seen = json('PUT', goalChange(goal, { baseline: start, owner: 'Ana', target: 93 }));
    expect(await refused(goalPath(id), seen, 400)).toEqual(['bad-request', 'words.from']);
    const changed = await changeGoal(running, goal, { baseline: start, owner: 'Ana', target: 93, from: earliest });
    expect(await targetsInForce(running, aim, span)).toEqual(wanted.fill(93, open));

    await endGoal(running, changed);
    expect(await targetsInForce(running, aim, span)).toEqual(wanted.fill(null, open));
  });

  test('an imported goal that cannot be changed, or whose first words are lost', async () => {
    const aim = free();
    const id = newId();
    const from = earlier(earliest, 8);
    await importText(running, goalsFile(id, aim, from), { kind: 'goals' });
    const goal = await standing(id);
    if (goal === undefined) throw new Error('the goal was not imported');
    expect(goal).toMatchObject({
      ...{ ...aim, baseline: null, target: 90, from, owner: null, milestones: [], state: 'running' },
      ...{ origin: 'imported', revision: 0, changedBy: null, changedAt: null },
    });
    const other = json('PUT', goalChange(goal, { owner: 'Ana' }));
    expect(await refused(goalPath(id), other, 400)).toEqual(['bad-request', 'words.baseline']);
    const start = { week: earlier(earliest, 9), value: 80 };
    // Its target stands already: a week that was seen is no fault of who says where it starts.
    const changed = await changeGoal(running, goal, { owner: 'Ana', baseline: start });
    expect(changed).toMatchObject({ origin: 'kept', revision: 1, from, target: 90, changedBy: 'Tom' });
    const kept = await goalVersions(running, id);
    expect(kept.map(({ revision, what }) => [revision, what])).toEqual([
      [0, 'set'],
      [1, 'changed'],
    ]);
    expect(kept.map((each) => each.words)).toEqual([wordsOf(goal), wordsOf(changed)]);
  });

  test('of two imported goals the earlier runs on beside the later', async () => {
    const aim = free();
    const [older, newer] = [newId(), newId()];
    await importText(running, goalsFile(older, aim, earlier(earliest, 8)), { kind: 'goals' });
    await importText(running, goalsFile(newer, aim, earlier(earliest, 3)), { kind: 'goals' });
    expect(await standing(older)).toMatchObject({ state: 'ended', endedWeek: earlier(earliest, 3) });
    expect(await standing(newer)).toMatchObject({ state: 'running', endedWeek: null });
  });

  test('a target that was never in force because its goal ended before', async () => {
    const aim = free();
    const span = { from: earlier(earliest, 2), weeks: 8 };
    const before = await targetsInForce(running, aim, span);
    await endGoal(running, await set(running, newGoal(wordsFrom(earliest, aim, { from: earlier(earliest, -3) }))));
    expect(await targetsInForce(running, aim, span)).toEqual(before);
  });

  test('a target without the one who answers for it', async () => {
    const aim = free();
    await set(running, newGoal(wordsFrom(earliest, aim, { owner: 'Eva Lind', target: 99 })));
    const { targets } = await observations(running, `?indicator=${aim.indicator}&to=${earliest}`);
    const own = targets.filter(({ team, value }) => team === aim.team && value === 99);
    expect(own).toMatchObject([{ from: earliest, owner: 'Eva Lind' }]);
  });

  test('a goal of a team that those below it do not inherit', async () => {
    const { teams } = await askFor(running, Teams, '/api/teams');
    const child = teams.find(({ parent }) => parent !== null);
    const beside = teams.find(({ id, parent }) => id !== child?.parent && parent === null);
    const aim = { indicator: 'claims-per-1000', team: child?.parent ?? '' };
    const start = { week: earlier(earliest, 10), value: 20 };
    await set(running, newGoal(wordsFrom(earliest, aim, { baseline: start, target: 11, milestones: [] })));
    const values = async (team: string): Promise<readonly number[]> => {
      const path = `?indicator=${aim.indicator}&to=${earliest}&team=${encodeURIComponent(team)}`;
      return (await observations(running, path)).targets.map(({ value }) => value);
    };
    expect(await values(child?.id ?? '')).toContain(11);
    expect(await values(beside?.id ?? '')).not.toContain(11);
  });
});
