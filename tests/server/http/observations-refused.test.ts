import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../../../src/contract/errors.ts';
import { fill, startTestService, type TestService } from './test-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await fill(service);
});
afterAll(async () => service.remove());

const refused: ReadonlyArray<{ query: string; status: number; code: string; at: string }> = [
  { query: '?team=nowhere', status: 404, code: 'not-found', at: 'team' },
  { query: '?indicator=nothing', status: 404, code: 'not-found', at: 'indicator' },
  { query: '?indicator=told-back', status: 404, code: 'not-found', at: 'indicator' },
  { query: '?from=2026-W54', status: 400, code: 'bad-request', at: 'from' },
  { query: '?to=yesterday', status: 400, code: 'bad-request', at: 'to' },
  { query: '?from=2025-W53', status: 400, code: 'bad-request', at: 'from' },
  { query: '?from=2026-W10&to=2026-W09', status: 400, code: 'bad-request', at: 'to' },
  { query: '?from=1990-W01&to=2026-W09', status: 400, code: 'bad-request', at: 'from' },
  { query: '?by=month', status: 400, code: 'bad-request', at: 'by' },
  { query: '?by=team&by=scope', status: 400, code: 'bad-request', at: 'by' },
  { query: '?teams=north', status: 400, code: 'bad-request', at: 'teams' },
  { query: '?team=', status: 400, code: 'bad-request', at: 'team' },
];
test.each(refused)('$query is refused and names what is at fault', async ({ query, status, code, at }) => {
  const response = await service.get(`/api/observations${query}`);
  expect(response.status).toBe(status);
  expect(ServiceError.parse(await response.json())).toMatchObject({ code, at });
});
