import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Goal } from '../../src/contract/goals.ts';
import '../setup/node.ts';
import { endGoal, freeAims, goals, goalsFile, newGoal, set, wordsFrom, type Aim } from './goal-requests.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { importText, type Running } from './implementation.ts';
import { earlier, newId } from './write-requests.ts';

describe.each(IMPLEMENTATIONS)('$name: goals that take each other’s place', ({ start }) => {
  let running: Running;
  let earliest: string;
  let free: () => Aim;
  beforeAll(async () => {
    running = await start('records');
    earliest = (await goals(running)).earliestFrom;
    free = await freeAims(running);
  });
  afterAll(() => running.stop());

  const here = async ({ indicator, team }: Aim): Promise<readonly Goal[]> =>
    (await goals(running, 'all')).goals.filter((goal) => goal.indicator === indicator && goal.team === team);

  test('a goal that is over because one that never began would have begun after it', async () => {
    const aim = free();
    await endGoal(running, await set(running, newGoal(wordsFrom(earliest, aim, { from: earlier(earliest, -3) }))));
    const second = await set(running, newGoal(wordsFrom(earliest, aim)));
    expect(second).toMatchObject({ state: 'running', endedWeek: null });
    expect((await here(aim)).filter(({ state }) => state === 'running')).toEqual([second]);
  });

  test('two goals that run at once because their source begins both in one week', async () => {
    const aim = free();
    for (const id of [newId(), newId()]) {
      const file = goalsFile(id, aim, earlier(earliest, 3));
      expect((await importText(running, file, { kind: 'goals' })).status).toBe('done');
    }
    const found = await here(aim);
    expect(found.map(({ state }) => state).sort()).toEqual(['ended', 'running']);
    expect(found.find(({ state }) => state === 'ended')?.endedWeek).toBe(earlier(earliest, 3));
  });
});
