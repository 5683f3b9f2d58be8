import { afterEach, beforeEach, expect, test } from 'vitest';
import { Goal, Goals, GoalVersions } from '../../../src/contract/goals.ts';
import { covers, fill, startTestService, week, weekly, type TestService } from './test-service.ts';
import { bodyOf, refusal, send, type Json } from './write-requests.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
  await fill(service);
  await service.insert('coverage', [covers('claims', null, '2026-09-28', '2026-11-15')]);
  await service.insert('observations', weekly('claims-per-1000', 'south', '2026-W40', [[1, 100]]));
});
afterEach(async () => service.remove());

/** In force from week 47: week 46 is the latest that has data. */
const WORDS: Json = {
  indicator: 'on-time',
  team: 'south',
  baseline: { week: '2026-W40', value: 90 },
  target: 97,
  from: '2026-W47',
  due: '2027-03-28',
  owner: 'Ana',
  milestones: [],
};

const set = async (words: Json = {}, id = 'goal-0001'): Promise<Response> =>
  send(service, 'POST', '/api/goals', { id, author: 'Ana', words: { ...WORDS, ...words } });
const change = async (words: Json = {}, revision = 1): Promise<Response> =>
  send(service, 'PUT', '/api/goals/goal-0001', {
    revision,
    author: 'Tom',
    reason: 'Why',
    words: { ...WORDS, ...words },
  });
const goals = async (state = 'running'): Promise<Goals> =>
  Goals.parse(await (await service.get(`/api/goals?state=${state}`)).json());

test('goals and versions that are not of the contract, or come again although nothing moved', async () => {
  const answer = await set();
  const goal = Goal.parse(await answer.json());
  expect([answer.status, goal.state, goal.revision]).toEqual([201, 'running', 1]);
  const list = await service.get('/api/goals');
  expect(Goals.parse(await list.json())).toEqual({ goals: [goal], earliestFrom: '2026-W47' });
  const again = await service.get('/api/goals', { 'if-none-match': list.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  const versions = await service.get('/api/goals/goal-0001/versions');
  expect(GoalVersions.parse(await versions.json()).versions).toMatchObject([
    { revision: 1, what: 'set', words: WORDS },
  ]);
});

const UNFIT: ReadonlyArray<{
  readonly guards: string;
  readonly words: Json;
  readonly at: string;
  readonly says: RegExp;
}> = [
  { guards: 'nowhere to start from', words: { baseline: null }, at: 'words.baseline', says: /measurable/ },
  { guards: 'no target', words: { target: null }, at: 'words.target', says: /measurable/ },
  { guards: 'no date', words: { due: null }, at: 'words.due', says: /has a date/ },
  { guards: 'nobody who answers for it', words: { owner: ' ' }, at: 'words.owner', says: /answers for a goal/ },
  { guards: 'no week from which it holds', words: { from: null }, at: 'words.from', says: /in force/ },
  { guards: 'a week that was seen', words: { from: '2026-W46' }, at: 'words.from', says: /nobody has seen/ },
  { guards: 'a date before it starts', words: { due: '2026-09-27' }, at: 'words.due', says: /after the week/ },
  { guards: 'a target behind the start', words: { target: 89 }, at: 'words.target', says: /Higher is better/ },
  {
    guards: 'milestones out of order',
    words: {
      milestones: [
        { week: '2026-W50', value: 92 },
        { week: '2026-W48', value: 93 },
      ],
    },
    at: 'words.milestones',
    says: /follow each other/,
  },
  { guards: 'a week that no year has', words: { from: '2025-W53' }, at: 'words.from', says: /no such week/ },
  { guards: 'a day that no month has', words: { due: '2027-02-30' }, at: 'words.due', says: /no date/ },
  {
    guards: 'a start in no week',
    words: { baseline: { week: '2025-W53', value: 90 } },
    at: 'words.baseline',
    says: /no such week/,
  },
  { guards: 'an estimate', words: { indicator: 'silent-customers' }, at: 'words.indicator', says: /estimate/ },
  { guards: 'a posture', words: { indicator: 'posture' }, at: 'words.indicator', says: /many shares/ },
  { guards: 'a mere count', words: { indicator: 'orders-due' }, at: 'words.indicator', says: /takes no goal/ },
];
test.each(UNFIT)('a goal with $guards is set', async ({ words, at, says }) => {
  const answer = await set(words);
  const body = (await answer.json()) as Json;
  expect([answer.status, body['code'], body['at']]).toEqual([400, 'bad-request', at]);
  expect(body['message']).toMatch(says);
  expect((await goals('all')).goals).toEqual([]);
});

test('a goal of a team or indicator that nobody knows is set', async () => {
  expect(await refusal(set({ team: 'nowhere' }))).toEqual([404, 'not-found', 'words.team']);
  expect(await refusal(set({ indicator: 'happiness' }))).toEqual([404, 'not-found', 'words.indicator']);
});

test('a goal is set twice, under an id that another has, or beside one that runs', async () => {
  const first = await bodyOf(set());
  expect(await (await set({ owner: 'Ana ' })).json()).toEqual(first);
  expect(await refusal(set({ target: 98 }))).toEqual([409, 'conflict', 'id']);
  const byTom = send(service, 'POST', '/api/goals', { id: 'goal-0001', author: 'Tom', words: WORDS });
  expect(await refusal(byTom)).toEqual([409, 'conflict', 'id']);
  expect(await refusal(set({}, 'goal-0002'))).toEqual([409, 'conflict', 'indicator']);
  expect((await set({ team: null }, 'goal-0002')).status).toBe(201);
  expect(
    (await set({ indicator: 'claims-per-1000', baseline: { week: '2026-W40', value: 20 }, target: 10 }, 'goal-0003'))
      .status,
  ).toBe(201);
  expect((await goals()).goals.map(({ id }) => id)).toEqual(['goal-0003', 'goal-0002', 'goal-0001']);
});

test('a change or an ending that nobody may make is made', async () => {
  expect(await refusal(change())).toEqual([404, 'not-found', 'id']);
  await set();
  expect(await refusal(change({ team: null }))).toEqual([409, 'conflict', 'words.team']);
  expect(await refusal(change({ indicator: 'in-full' }))).toEqual([409, 'conflict', 'words.indicator']);
  expect(await refusal(change({}, 2))).toEqual([409, 'conflict', 'revision']);
  expect(await refusal(change({ owner: null }))).toEqual([400, 'bad-request', 'words.owner']);
  expect(await refusal(change({ due: '2027-02-30' }))).toEqual([400, 'bad-request', 'words.due']);
  service.setNow(Date.parse('2027-01-04T08:00:00Z'));
  await service.insert('coverage', [
    covers('order_lines', null, '2026-11-16', '2027-01-03'),
    covers('orders', null, '2026-11-16', '2027-01-03'),
  ]);
  /* Its week was seen by now: the target may stay, and not be another. */
  expect(await refusal(change({ target: 98 }))).toEqual([400, 'bad-request', 'words.from']);
  expect((await change({ owner: 'Eva' })).status).toBe(200);
  const ending = { revision: 2, author: 'Tom', reason: 'Reached' };
  expect(await refusal(send(service, 'POST', '/api/goals/goal-0009/ending', ending))).toEqual([404, 'not-found', 'id']);
  expect(await refusal(send(service, 'POST', '/api/goals/goal-0001/ending', { ...ending, revision: 1 }))).toEqual([
    ...[409, 'conflict', 'revision'],
  ]);
  expect((await send(service, 'POST', '/api/goals/goal-0001/ending', ending)).status).toBe(200);
  expect(await refusal(send(service, 'POST', '/api/goals/goal-0001/ending', { ...ending, revision: 3 }))).toEqual([
    ...[409, 'conflict', 'state'],
  ]);
  expect(await refusal(change({}, 3))).toEqual([409, 'conflict', 'state']);
  expect(await goals()).toEqual({ goals: [], earliestFrom: '2027-W01' });
  expect((await goals('all')).goals).toMatchObject([{ state: 'ended', endedWeek: '2027-W01', revision: 3 }]);
  const { targets } = (await (await service.get('/api/observations')).json()) as { readonly targets: unknown };
  expect(targets).toEqual([
    { indicator: 'on-time', team: 'south', from: '2026-W47', to: '2026-W53', value: 97, owner: 'Eva' },
  ]);
});

test('a repeat is refused, or begins the goal anew, once it was changed or ended', async () => {
  await set();
  await change({ owner: 'Eva' });
  const ending = { revision: 2, author: 'Tom', reason: 'Reached' };
  const ended = await bodyOf(send(service, 'POST', '/api/goals/goal-0001/ending', ending));
  service.setNow(Date.parse('2027-06-01T08:00:00Z'));
  expect(await (await set()).json()).toEqual(ended);
});

test('where there is no data at all a goal is in force in a week that has passed', async () => {
  const empty = await startTestService();
  const answer = await empty.get('/api/goals');
  expect(await answer.json()).toEqual({ goals: [], earliestFrom: '2026-W47' });
  await empty.remove();
});

test('a goal that is asked for wrongly breaks the service', async () => {
  const read = await service.get('/api/goals/%00/versions');
  expect([read.status, await read.json()]).toMatchObject([404, { at: 'id' }]);
  expect(await refusal(Promise.resolve(service.get('/api/goals/goal-0001/versions')))).toEqual([
    404,
    'not-found',
    'id',
  ]);
  expect(await refusal(Promise.resolve(service.get('/api/goals?state=dead')))).toEqual([400, 'bad-request', 'state']);
  expect(await refusal(set({ milestones: Array.from({ length: 13 }, () => WORDS['baseline']) }))).toEqual([
    ...[400, 'bad-request', 'words.milestones'],
  ]);
  expect(await refusal(set({ owner: '\u0000' }))).toEqual([400, 'bad-request', 'words.owner']);
});

test('a goal has every figure read anew, or is not seen in the next answer', async () => {
  const before = await service.ctx.data.index();
  await set();
  const after = await service.ctx.data.index();
  expect([after.version, after.targets.length]).toEqual([before.version + 1, 1]);
  expect(after.weeks).toBe(before.weeks);
  expect(after.targets).toEqual([
    { indicator: 'on-time', teamId: 'south', from: week('2026-W47'), to: null, value: 97, owner: 'Ana' },
  ]);
});
