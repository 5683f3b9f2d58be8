import { afterEach, beforeEach, expect, test } from 'vitest';
import { Improvement, Improvements } from '../../../src/contract/improvements.ts';
import { fill, startTestService, type TestService } from './test-service.ts';
import { refusal, send, type Json } from './write-requests.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
  await fill(service);
  await service.insert('causes', [{ cause_id: 'slot', name: 'Slot', parent_cause_id: null }]);
});
afterEach(async () => service.remove());

const CHANGE: Json = {
  title: 'Second check',
  owner: 'Ana',
  component: 'procedures',
  cause: 'slot',
  indicator: 'on-time',
  team: 'south',
  effective: '2026-10-05',
};

const improve = async (words: Json = {}, id = 'improve-0001'): Promise<Response> =>
  send(service, 'POST', '/api/improvements', { id, author: 'Ana', words: { ...CHANGE, ...words } });

test('an improvement that nobody may write is written', async () => {
  const path = '/api/improvements/improve-0001';
  expect(await refusal(improve({ cause: 'unknown' }))).toEqual([404, 'not-found', 'words.cause']);
  expect(await refusal(improve({ team: 'nowhere' }))).toEqual([404, 'not-found', 'words.team']);
  expect(await refusal(improve({ indicator: 'posture' }))).toEqual([404, 'not-found', 'words.indicator']);
  expect(await refusal(improve({ effective: '2026-02-30' }))).toEqual([400, 'bad-request', 'words.effective']);
  expect(await refusal(improve({ component: 'luck' }))).toEqual([400, 'bad-request', 'words.component']);
  expect(await refusal(send(service, 'PUT', path, { revision: 1, author: 'Tom', words: CHANGE }))).toEqual([
    ...[404, 'not-found', 'id'],
  ]);
  const answer = await improve();
  expect([answer.status, Improvement.parse(await answer.json()).origin]).toEqual([201, 'kept']);
  expect(await refusal(improve({ title: 'Third check' }))).toEqual([409, 'conflict', 'id']);
  expect(await refusal(send(service, 'PUT', path, { revision: 2, author: 'Tom', words: CHANGE }))).toEqual([
    ...[409, 'conflict', 'revision'],
  ]);
  const withdrawal = { revision: 1, author: 'Tom', reason: 'Another one' };
  const withdrawn = await send(service, 'POST', `${path}/withdrawal`, withdrawal);
  expect(await withdrawn.json()).toMatchObject({ state: 'withdrawn', revision: 2 });
  expect(await refusal(send(service, 'POST', `${path}/withdrawal`, { ...withdrawal, revision: 2 }))).toEqual([
    ...[409, 'conflict', 'state'],
  ]);
  expect(await refusal(send(service, 'PUT', path, { revision: 2, author: 'Tom', words: CHANGE }))).toEqual([
    ...[409, 'conflict', 'state'],
  ]);
  expect(await (await improve()).json()).toMatchObject({ state: 'withdrawn', revision: 2 });
  await service.insert('improvements', [{ improvement_id: 'of-elsewhere', title: 'Imported' }]);
  const imported = send(service, 'PUT', '/api/improvements/of-elsewhere', {
    revision: 1,
    author: 'Tom',
    words: CHANGE,
  });
  expect(await refusal(imported)).toEqual([409, 'conflict', 'id']);
  const list = Improvements.parse(await (await service.get('/api/improvements')).json());
  expect(list.improvements.map(({ id, origin, revision }) => [id, origin, revision])).toEqual([
    ['of-elsewhere', 'imported', 0],
  ]);
});

test('an improvement has every figure read anew, or is not seen in the next answer', async () => {
  const before = await service.ctx.data.index();
  await improve();
  const after = await service.ctx.data.index();
  expect([after.version, after.annotations.length]).toEqual([before.version + 1, 1]);
  expect(after.weeks).toBe(before.weeks);
});
