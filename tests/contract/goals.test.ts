import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Goal, GoalWords } from '../../src/contract/goals.ts';
import { Teams } from '../../src/contract/teams.ts';
import '../setup/node.ts';
import {
  changeGoal,
  endGoal,
  freeAims,
  goals,
  goalVersions,
  newGoal,
  set,
  wordsFrom,
  type Aim,
} from './goal-requests.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, health, importText, refusal, type Running } from './implementation.ts';
import { earlier, json } from './write-requests.ts';

describe.each(IMPLEMENTATIONS)('$name: goals', ({ start }) => {
  let running: Running;
  let earliest: string;
  let free: () => Aim;
  beforeAll(async () => {
    running = await start('records');
    earliest = (await goals(running)).earliestFrom;
    free = await freeAims(running);
  });
  afterAll(() => running.stop());

  const words = (more: Partial<GoalWords> = {}): GoalWords => wordsFrom(earliest, free(), more);
  const refused = async (path: string, init: RequestInit, status: number): Promise<unknown> => {
    const { code, at } = await refusal(running, path, init, status);
    return [code, at];
  };
  const version = async (): Promise<number> => (await health(running)).dataVersion;
  const standing = async (id: string): Promise<Goal | undefined> =>
    (await goals(running, 'all')).goals.find((goal) => goal.id === id);

  test('a goal that comes back other than it was set, or moves no answer', async () => {
    const wanted = newGoal(words());
    const before = await version();
    const goal = await set(running, wanted);
    expect(goal).toEqual({
      id: wanted.id,
      ...wanted.words,
      state: 'running',
      endedWeek: null,
      origin: 'kept',
      revision: 1,
      changedBy: 'Ana Ruiz',
      changedAt: goal.changedAt,
    });
    expect(goal.changedAt).not.toBeNull();
    expect((await goals(running)).goals).toContainEqual(goal);
    expect(await version()).toBe(before + 1);
    expect(await goalVersions(running, goal.id)).toEqual([
      { revision: 1, at: goal.changedAt, by: 'Ana Ruiz', what: 'set', reason: null, words: wanted.words },
    ]);
  });

  test('a first week that somebody has seen, or that lies further off than needed', async () => {
    const { latestWeek } = await health(running);
    expect(earliest).toBe(earlier(latestWeek ?? '', -1));
  });

  test('goals in another order than by indicator, team and week, or ended ones among those that run', async () => {
    const first = await set(running, newGoal(words()));
    const ended = await endGoal(running, await set(running, newGoal(words())));
    const all = (await goals(running, 'all')).goals;
    const keys = all.map(({ indicator, team, from }) => [indicator, team ?? '', from].join('\n'));
    expect(keys).toEqual(keys.toSorted());
    expect(all).toEqual(expect.arrayContaining([first, ended]));
    expect((await goals(running)).goals).toEqual(all.filter(({ state }) => state === 'running'));
    expect((await goals(running)).goals).not.toContainEqual(ended);
  });

  test('a request that is sent twice and written twice, or answered with a refusal', async () => {
    const wanted = newGoal(words());
    const first = await set(running, wanted);
    const before = await version();
    expect(await set(running, wanted)).toEqual(first);
    expect(await version()).toBe(before);
    const changed = await changeGoal(running, first, { owner: 'Tom' });
    expect(await set(running, wanted)).toEqual(changed);
    const ended = await endGoal(running, changed);
    expect(await set(running, wanted)).toEqual(ended);
    expect(await goalVersions(running, wanted.id)).toHaveLength(3);
  });

  test('two goals of one id of which the later replaces the earlier', async () => {
    const wanted = newGoal(words());
    const first = await set(running, wanted);
    const others = [
      { ...wanted, author: 'Tom' },
      { ...wanted, words: { ...wanted.words, target: 96 } },
      { ...wanted, words: words() },
    ];
    for (const other of others)
      expect(await refused('/api/goals', json('POST', other), 409)).toEqual(['conflict', 'id']);
    expect(await standing(first.id)).toEqual(first);
  });

  test('two goals that run at once on one indicator and team', async () => {
    const aim = free();
    const elsewhere = free();
    const first = await set(running, newGoal(wordsFrom(earliest, aim)));
    const second = newGoal(wordsFrom(earliest, aim, { target: 96 }));
    expect(await refused('/api/goals', json('POST', second), 409)).toEqual(['conflict', 'indicator']);
    await set(running, newGoal(wordsFrom(earliest, elsewhere)));
    await endGoal(running, first);
    expect(await set(running, second)).toMatchObject({ ...aim, target: 96, state: 'running' });
  });

  test('two goals of one indicator and team because both were set at the same moment', async () => {
    const wanted = words();
    const answers = await Promise.all(
      [newGoal(wanted), newGoal(wanted)].map(async (each) => running.ask('/api/goals', json('POST', each))),
    );
    await Promise.all(answers.map(async (answer) => answer.text()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { indicator, team } = wanted;
    const here = (await goals(running)).goals.filter((goal) => goal.indicator === indicator && goal.team === team);
    expect(here).toHaveLength(1);
  });

  test('one goal that is sent twice at the same moment and refused once', async () => {
    const wanted = json('POST', newGoal(words()));
    const answers = await Promise.all([wanted, wanted].map(async (each) => running.ask('/api/goals', each)));
    const bodies = await Promise.all(answers.map(async (answer) => (await answer.json()) as unknown));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(bodies[0]).toEqual(bodies[1]);
  });

  test('goals that are sent again although nothing moved', async () => {
    const first = await running.ask('/api/goals');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    await first.text();
    expect((await running.ask('/api/goals', { headers: { 'if-none-match': etag } })).status).toBe(304);
    await set(running, newGoal(words()));
    expect((await running.ask('/api/goals', { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  test('a query that is none', async () => {
    expect(await refused('/api/goals?state=late', {}, 400)).toEqual(['bad-request', 'state']);
    expect(await refused('/api/goals?colour=blue', {}, 400)).toEqual(['bad-request', 'colour']);
  });

  test.each([
    { path: '/api/goals', method: 'DELETE' },
    { path: '/api/goals/goal-1234', method: 'GET' },
    { path: '/api/goals/goal-1234/ending', method: 'PUT' },
    { path: '/api/goals/goal-1234/versions', method: 'POST' },
  ])('$method $path with something else than 405', async ({ path, method }) => {
    expect((await refusal(running, path, { method }, 405)).code).toBe('method-not-allowed');
  });

  test('who leads a team, lost on its way', async () => {
    const file = 'team_id,name,lead\nrelay,Relay,Sam Okoro\n';
    expect((await importText(running, file, { kind: 'teams' })).status).toBe('done');
    const { teams } = await askFor(running, Teams, '/api/teams');
    expect(teams.find(({ id }) => id === 'relay')).toMatchObject({ name: 'Relay', lead: 'Sam Okoro' });
    expect(teams.find(({ id }) => id !== 'relay')?.lead ?? null).toSatisfy(
      (told: unknown) => told === null || typeof told === 'string',
    );
  });
});
