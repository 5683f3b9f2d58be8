import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Goal, GoalWords } from '../../src/contract/goals.ts';
import { Teams } from '../../src/contract/teams.ts';
import '../setup/node.ts';
import {
  changeGoal,
  endGoal,
  ending,
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
import { askFor, health, importText, observations, refusal, type Running } from './implementation.ts';
import { earlier, json, newId } from './write-requests.ts';

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

  const unfit: ReadonlyArray<{
    readonly name: string;
    readonly more: (from: string) => Partial<GoalWords>;
    readonly at: string;
  }> = [
    { name: 'nowhere to start from', more: () => ({ baseline: null }), at: 'baseline' },
    { name: 'no target', more: () => ({ target: null }), at: 'target' },
    { name: 'no date', more: () => ({ due: null }), at: 'due' },
    { name: 'nobody who answers for it', more: () => ({ owner: null }), at: 'owner' },
    { name: 'a blank for an owner', more: () => ({ owner: '  ' }), at: 'owner' },
    { name: 'no week to begin in', more: () => ({ from: null }), at: 'from' },
    { name: 'a week that was seen', more: (from) => ({ from: earlier(from, 1) }), at: 'from' },
    { name: 'a week after its date', more: (from) => ({ from: earlier(from, -30) }), at: 'from' },
    { name: 'a date before it starts', more: () => ({ due: '2020-01-05' }), at: 'due' },
    { name: 'a target behind its start', more: () => ({ target: 70 }), at: 'target' },
    {
      name: 'a milestone before its start',
      more: (from) => ({ milestones: [point(earlier(from, 20))] }),
      at: 'milestones',
    },
    {
      name: 'a milestone after its date',
      more: (from) => ({ milestones: [point(earlier(from, -40))] }),
      at: 'milestones',
    },
    {
      name: 'milestones in another order',
      more: (from) => ({ milestones: [point(earlier(from, -6)), point(earlier(from, -3))] }),
      at: 'milestones',
    },
    { name: 'a week that no year has', more: () => ({ from: '2025-W53' }), at: 'from' },
    { name: 'a day that no month has', more: () => ({ due: '2027-02-30' }), at: 'due' },
    { name: 'a start in no week', more: () => ({ baseline: point('2025-W53') }), at: 'baseline' },
    { name: 'a milestone in no week', more: () => ({ milestones: [point('2025-W53')] }), at: 'milestones' },
  ];

  test.each(unfit)('a goal with $name that is set, or changed into', async ({ more, at }) => {
    const wanted = words();
    const bad = { ...wanted, ...more(earliest) };
    expect(await refused('/api/goals', json('POST', newGoal(bad)), 400)).toEqual(['bad-request', `words.${at}`]);
    const goal = await set(running, newGoal(wanted));
    const change = json('PUT', goalChange(goal, more(earliest)));
    expect(await refused(goalPath(goal.id), change, 400)).toEqual(['bad-request', `words.${at}`]);
    expect(await standing(goal.id)).toEqual(goal);
    expect(await goalVersions(running, goal.id)).toHaveLength(1);
    await endGoal(running, goal);
    free = returning(free, wanted);
  });

  test.each([
    { indicator: 'silent-customers', says: /estimate/ },
    { indicator: 'posture', says: /many shares/ },
    { indicator: 'orders-due', says: /takes no goal/ },
  ])('a goal on $indicator that is set, or refused without a reason', async ({ indicator, says }) => {
    const wanted = newGoal(wordsFrom(earliest, { indicator, team: null }));
    const error = await refusal(running, '/api/goals', json('POST', wanted), 400);
    expect([error.code, error.at]).toEqual(['bad-request', 'words.indicator']);
    expect(error.message).toMatch(says);
  });

  test('a goal of nobody, on nothing', async () => {
    const post = async (aim: Aim): Promise<unknown> =>
      refused('/api/goals', json('POST', newGoal(wordsFrom(earliest, aim))), 404);
    expect(await post({ indicator: 'happiness', team: null })).toEqual(['not-found', 'words.indicator']);
    expect(await post({ indicator: 'on-time', team: 'nowhere' })).toEqual(['not-found', 'words.team']);
  });

  test.each([
    { name: 'an id that is none', more: { id: 'short' }, at: 'id' },
    { name: 'no author', more: { author: undefined }, at: 'author' },
    { name: 'a blank author', more: { author: ' ' }, at: 'author' },
    { name: 'no words', more: { words: undefined }, at: 'words' },
    { name: 'a target in words', words: { target: 'high' }, at: 'words.target' },
    { name: 'no word of a baseline', words: { baseline: undefined }, at: 'words.baseline' },
    { name: 'a date in words', words: { due: 'Easter' }, at: 'words.due' },
    { name: 'a week in words', words: { from: 'soon' }, at: 'words.from' },
    { name: 'too long an owner', words: { owner: 'x'.repeat(81) }, at: 'words.owner' },
    {
      name: 'thirteen milestones',
      words: { milestones: Array.from({ length: 13 }, () => ({ week: '2027-W01', value: 1 })) },
      at: 'words.milestones',
    },
    {
      name: 'a milestone without value',
      words: { milestones: [{ week: '2027-W01' }] },
      at: 'words.milestones.0.value',
    },
  ])('a goal with $name that is accepted, or refused without naming it', async ({ more, words: wrong, at }) => {
    const wanted = newGoal(wordsFrom(earliest, { indicator: 'on-time', team: null }));
    const body = { ...wanted, words: { ...wanted.words, ...wrong }, ...more };
    expect(await refused('/api/goals', json('POST', body), 400)).toEqual(['bad-request', at]);
  });

  test('a change that does not move the revision, or forgets what stood before', async () => {
    const first = await set(running, newGoal(words()));
    const before = await version();
    const second = await changeGoal(running, first, { owner: 'Eva', milestones: [] });
    expect(second).toMatchObject({ ...wordsOf(first), owner: 'Eva', milestones: [], revision: 2, changedBy: 'Tom' });
    expect(await version()).toBe(before + 1);
    expect(await goalVersions(running, first.id)).toEqual([
      expect.objectContaining({ revision: 1, by: 'Ana Ruiz', what: 'set', words: wordsOf(first) }),
      {
        ...{ revision: 2, at: second.changedAt, by: 'Tom', what: 'changed', reason: 'The carrier changed' },
        words: wordsOf(second),
      },
    ]);
    const late = json('PUT', goalChange(first, { owner: 'Late' }));
    expect(await refused(goalPath(first.id), late, 409)).toEqual(['conflict', 'revision']);
    const end = json('POST', ending(first));
    expect(await refused(goalPath(first.id, '/ending'), end, 409)).toEqual(['conflict', 'revision']);
    expect(await standing(first.id)).toEqual(second);
  });

  test('a goal that becomes one of another indicator or team', async () => {
    const first = await set(running, newGoal(words()));
    const put = async (more: Partial<GoalWords>): Promise<unknown> =>
      refused(goalPath(first.id), json('PUT', goalChange(first, more)), 409);
    expect(await put({ indicator: 'claims-per-1000' })).toEqual(['conflict', 'words.indicator']);
    expect(await put({ team: first.team === null ? 'nowhere' : null })).toEqual(['conflict', 'words.team']);
    expect(await standing(first.id)).toEqual(first);
  });

  test('a goal that ends twice, or changes after it ended', async () => {
    const goal = await set(running, newGoal(words()));
    const before = await version();
    const ended = await endGoal(running, goal);
    expect(ended).toMatchObject({ state: 'ended', endedWeek: earliest, revision: 2, changedBy: 'Tom' });
    expect(await version()).toBe(before + 1);
    expect((await goalVersions(running, goal.id)).at(-1)).toEqual({
      ...{ revision: 2, at: ended.changedAt, by: 'Tom', what: 'ended', reason: 'Reached' },
      words: wordsOf(goal),
    });
    const again = json('POST', ending(ended));
    expect(await refused(goalPath(goal.id, '/ending'), again, 409)).toEqual(['conflict', 'state']);
    const change = json('PUT', goalChange(ended, { owner: 'Eva' }));
    expect(await refused(goalPath(goal.id), change, 409)).toEqual(['conflict', 'state']);
    const silent = json('POST', { ...ending(ended), reason: ' ' });
    expect(await refused(goalPath(goal.id, '/ending'), silent, 400)).toEqual(['bad-request', 'reason']);
  });

  test('an edit that is lost because two wrote at once', async () => {
    const goal = await set(running, newGoal(words()));
    const owners = ['Ana', 'Tom', 'Eva'];
    const answers = await Promise.all(
      owners.map(async (owner) => running.ask(goalPath(goal.id), json('PUT', goalChange(goal, { owner }, owner)))),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.json() as Promise<Record<string, unknown>>));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(bodies.filter((_, at) => answers[at]?.status === 409)).toMatchObject([
      { code: 'conflict', at: 'revision' },
      { code: 'conflict', at: 'revision' },
    ]);
    const winner = owners[answers.findIndex(({ status }) => status === 200)];
    const kept = await goalVersions(running, goal.id);
    expect(kept.map((each) => each.words.owner)).toEqual(['Ana Ruiz', winner]);
    expect((await standing(goal.id))?.owner).toBe(winner);
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

  test('goals that are sent again although nothing moved', async () => {
    const first = await running.ask('/api/goals');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    await first.text();
    expect((await running.ask('/api/goals', { headers: { 'if-none-match': etag } })).status).toBe(304);
    await set(running, newGoal(words()));
    expect((await running.ask('/api/goals', { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  test.each([
    { path: '/api/goals/goal-of-nobody', method: 'PUT' },
    { path: '/api/goals/goal-of-nobody/ending', method: 'POST' },
    { path: '/api/goals/goal-of-nobody/versions', method: 'GET' },
  ])('$method $path without saying that there is none', async ({ path, method }) => {
    const goal = {
      ...ending({ revision: 1 } as Goal),
      words: wordsFrom(earliest, { indicator: 'on-time', team: null }),
    };
    const init = method === 'GET' ? {} : json(method === 'PUT' ? 'PUT' : 'POST', goal);
    expect(await refused(path, init, 404)).toEqual(['not-found', 'id']);
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
});

const point = (week: string): { readonly week: string; readonly value: number } => ({ week, value: 90 });

/** Gives a place back before others are taken: a goal that ended leaves it free. */
function returning(free: () => Aim, { indicator, team }: Aim): () => Aim {
  let given = false;
  return () => {
    if (given) return free();
    given = true;
    return { indicator, team };
  };
}
