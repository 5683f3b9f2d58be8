import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Goal, GoalWords } from '../../src/contract/goals.ts';
import '../setup/node.ts';
import {
  changeGoal,
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
  wordsOf,
  type Aim,
} from './goal-requests.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { health, refusal, type Running } from './implementation.ts';
import { json } from './write-requests.ts';

describe.each(IMPLEMENTATIONS)('$name: changes of goals', ({ start }) => {
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
});
