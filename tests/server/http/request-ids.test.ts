import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { ServiceError } from '../../../src/contract/errors.ts';
import { readableLog } from './log-lines.ts';
import { startTestService, type TestService } from './test-service.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
});
afterEach(async () => service.remove());

const appWith = ({ log }: Pick<ReturnType<typeof readableLog>, 'log'>) => createApp({ ...service.ctx, log });

test('an answer carries an id, another one for each request', async () => {
  const ids = await Promise.all(
    [1, 2, 3].map(async () => (await service.get('/api/health')).headers.get('x-request-id')),
  );
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}$/);
});

test('the id of a proxy in front is kept, in header, error and log, so that one id finds all of it', async () => {
  const { log, lines } = readableLog();
  const answer = await appWith({ log }).request('/api/reviews/never', { headers: { 'x-request-id': 'edge-2f4c.1' } });
  expect(answer.headers.get('x-request-id')).toBe('edge-2f4c.1');
  expect(ServiceError.parse(await answer.json()).reference).toBe('edge-2f4c.1');
  expect(lines().length).toBeGreaterThan(1);
  for (const line of lines()) expect(line).toMatchObject({ request: 'edge-2f4c.1' });
});

test.each(['', 'a b', 'x', '"><script>', 'a'.repeat(65), '-rf', 'été-1234'])(
  'an id that could break a line or a page is not taken over: %j',
  async (given) => {
    const headers = new Headers();
    headers.set('x-request-id', encodeURIComponent(given) === given ? given : Buffer.from(given).toString('latin1'));
    const answer = await service.app.request('/api/health', { headers });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}$/);
  },
);

test('requests at the same time keep their ids apart', async () => {
  const { log, lines } = readableLog();
  const app = appWith({ log });
  const ids = Array.from({ length: 20 }, (_, index) => `request-${index}`);
  await Promise.all(
    ids.map(async (id, index) =>
      app.request(index % 2 === 0 ? '/api/observations' : '/api/nothing', { headers: { 'x-request-id': id } }),
    ),
  );
  const answered = lines().filter(({ msg }) => msg === 'answered');
  expect(answered.map(({ request }) => request).sort()).toEqual(ids.toSorted());
  for (const line of answered) {
    const isOdd = Number(String(line['request']).split('-')[1]) % 2 === 1;
    expect(line['status']).toBe(isOdd ? 404 : 200);
  }
});

test('a line says the pattern of the route and never what was asked for, since that may name somebody', async () => {
  const { log, lines } = readableLog();
  await appWith({ log }).request('/api/observations?team=ana-ruiz');
  await appWith({ log }).request('/api/reviews/2026-W40?team=ana-ruiz');
  const text = JSON.stringify(lines());
  expect(text).toContain('/api/reviews/:week');
  expect(text).not.toContain('ana-ruiz');
});

test('reads that go well are quiet at the usual level, refusals are not', async () => {
  const { log, lines } = readableLog('info');
  const app = appWith({ log });
  await app.request('/api/health');
  expect(lines()).toEqual([]);
  await app.request('/api/nothing');
  expect(lines()).toMatchObject([{ level: 'info', msg: 'answered', route: 'unknown', status: 404 }]);
});
