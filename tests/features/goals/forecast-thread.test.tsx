import { describe, expect, it, vi } from 'vitest';
import { routeAhead, type RouteAhead } from '../../../src/domain/route-ahead.ts';
import { askForecast, forecastsBy, type ForecastQuestion } from '../../../src/features/goals/forecast-thread.ts';
import { formats } from '../../../src/domain/format.ts';
import { goalList } from '../../../src/reading/goal-list.ts';
import { readScorecard } from '../../../src/reading/read-scorecard.ts';
import { scorecardInput } from '../scorecard/answers.ts';
import { goal } from './goals-answers.ts';

/** The question that a page asks for a goal on its way. */
async function question(): Promise<ForecastQuestion> {
  const card = readScorecard(await scorecardInput('design', { teams: ['depot-north'] }));
  const [row] = goalList(card, [goal('on-time', 93, 95)], 'depot-north', formats('en-GB')).rows;
  if (row?.route.kind !== 'read') throw new Error('The goal is not read.');
  return { key: 'one', input: row.route.input, soFar: row.route.soFar };
}

/** A thread whose file is gone: it answers nothing and says so as browsers do, after it was made. */
const goneWorker = (): Worker =>
  new Worker(URL.createObjectURL(new Blob(['throw new Error("gone")'], { type: 'text/javascript' })));

describe('forecasts in a thread of their own', () => {
  it('are those that the page itself would simulate', async () => {
    const asked = await question();
    const told = await new Promise<RouteAhead>((resolve) => askForecast(asked, resolve));
    expect(told.forecast.kind).toBe('given');
    expect(told).toEqual(routeAhead(asked.soFar, asked.input));
  });

  it('come all the same, and the later ones too, where the thread cannot be had', async () => {
    const start = vi.fn(goneWorker);
    const ask = forecastsBy(start);
    const asked = await question();
    const wanted = routeAhead(asked.soFar, asked.input);
    expect(await new Promise((resolve) => ask(asked, resolve))).toEqual(wanted);
    expect(await new Promise((resolve) => ask({ ...asked, key: 'two' }, resolve))).toEqual(wanted);
    expect(start).toHaveBeenCalledTimes(1);
  });
});
