import { afterEach, beforeEach, expect, test } from 'vitest';
import { fill, startTestService, type TestService } from './test-service.ts';
import { bodyOf, refusal, send, type Json } from './write-requests.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
  await fill(service);
});
afterEach(async () => service.remove());

test('cases of several weeks are asked for wrongly, or a range ends before it begins', async () => {
  const ask = (query: string) => Promise.resolve(service.get(`/api/breakdown?indicator=on-time&week=2026-W46${query}`));
  expect(await refusal(ask('&from=2026-W47'))).toEqual([400, 'bad-request', 'from']);
  expect(await refusal(ask('&from=2025-W45'))).toEqual([400, 'bad-request', 'from']);
  expect(await refusal(ask('&from=2025-W53'))).toEqual([400, 'bad-request', 'from']);
  expect(await (await ask('&from=2025-W46')).json()).toMatchObject({ from: '2025-W46', week: '2026-W46' });
  expect(await (await ask('')).json()).toMatchObject({ from: '2026-W46', week: '2026-W46' });
  const stock = await service.get('/api/breakdown?indicator=open-claims&week=2026-W46&from=2026-W40');
  expect(await stock.json()).toMatchObject({ from: '2026-W46', week: '2026-W46' });
});

test('what an action is expected to bring, and how far it is, is lost or told of entries that never said', async () => {
  const path = '/api/reviews/2026-W46/minutes';
  const action = { owner: 'Ana', due: '2026-12-01', cause: null, improvement: null, state: 'open' };
  const minute = { kind: 'action', indicator: 'on-time', text: 'Count', author: 'Ana' };
  const plain = { ...minute, id: 'action-0001', action };
  const written = await bodyOf(send(service, 'POST', path, plain));
  expect(written).toMatchObject({ action: { ...action, expected: null, progress: null } });
  const said = { ...plain, action: { ...action, expected: null, progress: ' ' } };
  expect(await (await send(service, 'POST', path, said)).json()).toEqual(written);
  const expecting = { ...plain, action: { ...action, expected: 0.6, progress: 'Running, 2 of 3 weeks' } };
  expect(await refusal(send(service, 'POST', path, expecting))).toEqual([409, 'conflict', 'id']);
  const change = { revision: 1, indicator: 'on-time', text: 'Count', author: 'Ana', action: expecting.action };
  const changed = await bodyOf(send(service, 'PUT', '/api/minutes/action-0001', change));
  expect(changed).toMatchObject({ revision: 2, action: expecting.action });
  const { actions } = (await (await service.get('/api/actions')).json()) as { readonly actions: unknown };
  expect(actions).toEqual([changed]);
});

test('a team whose lead was said answers without', async () => {
  await service.insert('teams', [{ team_id: 'east', name: 'East', parent_team_id: null, lead: 'Ines Dahl' }]);
  const { teams } = (await (await service.get('/api/teams')).json()) as { readonly teams: readonly Json[] };
  expect(teams.find(({ id }) => id === 'east')).toEqual({ id: 'east', name: 'East', parent: null, lead: 'Ines Dahl' });
});
