import { Goals } from '../../../src/contract/goals.ts';
import { Reviews } from '../../../src/contract/reviews.ts';
import { askFor, health, importText, type Running } from '../../contract/implementation.ts';
import { newGoal, set, wordsFrom } from '../../contract/goal-requests.ts';
import { COVERS, SMALL_COMPANY } from '../../contract/small-company.ts';
import { action, add, close, earlier, json, note } from '../../contract/write-requests.ts';

/** Fills a service with the small company, a list of refused rows, and something of all that people write; answers the list's path. */
export const fillService = async (running: Running): Promise<string> => {
  for (const { kind, text, covers } of SMALL_COMPANY) {
    await importText(running, text, { kind, fileName: `${kind}.csv`, ...(covers ? { covers: COVERS } : {}) });
  }
  const badRow = 'order_id,customer_id,ordered_at\nbad,c1,not a day\n';
  const { id } = await importText(running, badRow, { kind: 'orders' });
  const week = (await health(running)).latestWeek ?? '';
  await add(running, week, note({ indicator: 'on-time' }));
  await add(running, week, action());
  const { dataVersion } = await health(running);
  await close(running, earlier(week, 3), dataVersion);
  const { earliestFrom } = await askFor(running, Goals, '/api/goals');
  await set(running, newGoal(wordsFrom(earliestFrom, { indicator: 'in-full', team: null })));
  const annotation = {
    date: '2026-10-14',
    text: 'New carrier',
    indicator: null,
    team: null,
    kind: 'note',
    author: 'Ana Ruiz',
    reason: null,
  };
  const added = await running.ask('/api/annotations', json('POST', annotation));
  if (!added.ok) throw new Error(await added.text());
  return `/api/imports/${id}/refused.csv`;
};

/** Every answer that shows figures or what people wrote, by its path. */
export const everyAnswer = async (running: Running): Promise<Readonly<Record<string, unknown>>> => {
  const week = (await health(running)).latestWeek ?? '';
  const { reviews } = await askFor(running, Reviews, '/api/reviews');
  const paths = [
    '/api/teams',
    '/api/observations',
    '/api/observations?team=north',
    '/api/goals?state=all',
    '/api/reviews',
    ...reviews.map((one) => `/api/reviews/${one.week}`),
    '/api/actions',
    '/api/annotations',
    '/api/improvements',
    '/api/causes',
    `/api/breakdown?week=${week}&indicator=on-time`,
  ];
  const answers: Array<[string, unknown]> = [];
  for (const path of paths) {
    const response = await running.ask(path);
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    answers.push([path, await response.json()]);
  }
  return Object.fromEntries(answers);
};
