import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Goal, GoalWords } from '../../src/contract/goals.ts';
import '../setup/node.ts';
import {
  endGoal,
  ending,
  freeAims,
  goalChange,
  goalPath,
  goals,
  goalVersions,
  newGoal,
  set,
  wordsFrom,
  type Aim,
} from './goal-requests.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { refusal, type Running } from './implementation.ts';
import { earlier, json } from './write-requests.ts';

describe.each(IMPLEMENTATIONS)('$name: goals refused', ({ start }) => {
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
  const standing = async (id: string): Promise<Goal | undefined> =>
    (await goals(running, 'all')).goals.find((goal) => goal.id === id);

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
