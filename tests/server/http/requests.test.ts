import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseFailure, type DatabaseFailureKind } from '../../../server/db/failure.ts';
import { ServiceFailure } from '../../../server/http/service-failure.ts';
import { ServiceError } from '../../../src/contract/errors.ts';
import { startTestService, type TestService } from './test-service.ts';

class SecretError extends Error {}

let service: TestService;
let thrown: unknown;
beforeAll(async () => {
  service = await startTestService({
    routes: [
      (app) => {
        app.get('/api/throws', () => {
          throw thrown;
        });
        app.post('/api/echo', async (c) => c.text(await c.req.text()));
        app.post('/api/imports', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)));
      },
    ],
  });
});
afterAll(async () => service.remove());

const problem = async (response: Response): Promise<ServiceError> => ServiceError.parse(await response.json());

const failures: ReadonlyArray<{ name: string; error: unknown; status: number; code: string }> = [
  {
    name: 'a failure of a verb',
    error: new ServiceFailure('conflict', 'Not now.', 'id'),
    status: 409,
    code: 'conflict',
  },
  {
    name: 'a full disk',
    error: Object.assign(new Error('x'), { code: 'SQLITE_FULL' }),
    status: 507,
    code: 'disk-full',
  },
  {
    name: 'a full disk on PostgreSQL',
    error: Object.assign(new Error('x'), { code: '53100' }),
    status: 507,
    code: 'disk-full',
  },
  { name: 'another writer', error: Object.assign(new Error('x'), { code: 'SQLITE_BUSY' }), status: 503, code: 'busy' },
  {
    name: 'a database that is away',
    error: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    status: 503,
    code: 'database-unavailable',
  },
  {
    name: 'a folder that may not be written',
    error: Object.assign(new Error('x'), { code: 'SQLITE_READONLY' }),
    status: 503,
    code: 'database-unavailable',
  },
  { name: 'anything else', error: new SecretError('select * from secrets'), status: 500, code: 'internal' },
];
test.each(failures)('$name becomes $status $code with a sentence and a reference', async ({ error, status, code }) => {
  thrown = error;
  const response = await service.get('/api/throws');
  expect(response.status).toBe(status);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const body = await problem(response);
  expect(body.code).toBe(code);
  expect(body.message).toMatch(/^[A-Z].+\.$/s);
  expect(body.reference).toMatch(/^[0-9a-f]{8}$/);
});

test('neither stack nor SQL nor driver text leaves the service', async () => {
  thrown = Object.assign(new SecretError('syntax error in select * from secrets'), { code: 'SQLITE_ERROR' });
  const text = await (await service.get('/api/throws')).text();
  expect(text).not.toMatch(/select|secrets|SecretError|SQLITE|at .*\.ts/);
});

test('each failure has a reference of its own', async () => {
  thrown = new Error('x');
  const [one, other] = [
    await problem(await service.get('/api/throws')),
    await problem(await service.get('/api/throws')),
  ];
  expect(one.reference).not.toBe(other.reference);
});

test('every kind of database failure has an answer', async () => {
  const kinds: readonly DatabaseFailureKind[] = ['disk-full', 'busy', 'unavailable', 'newer', 'read-only'];
  for (const kind of kinds) {
    thrown = new DatabaseFailure(kind);
    expect((await problem(await service.get('/api/throws'))).code).not.toBe('internal');
  }
});

test('an unknown endpoint and an unknown page are told as JSON', async () => {
  for (const path of ['/api', '/api/nothing', '/api/health/more', '/nothing']) {
    const response = await service.get(path);
    expect(response.status).toBe(404);
    expect((await problem(response)).code).toBe('not-found');
  }
});

const wrongMethods: ReadonlyArray<{ method: string; path: string; allow: string }> = [
  { method: 'POST', path: '/api/health', allow: 'GET, HEAD' },
  { method: 'DELETE', path: '/api/observations', allow: 'GET, HEAD' },
  { method: 'PUT', path: '/api/records/orders', allow: 'GET, HEAD' },
  { method: 'OPTIONS', path: '/api/teams', allow: 'GET, HEAD' },
];
test.each(wrongMethods)('$method $path is answered with what is possible', async ({ method, path, allow }) => {
  const response = await service.app.request(path, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe(allow);
  expect((await problem(response)).code).toBe('method-not-allowed');
});

test('every answer carries the security headers, failures too', async () => {
  thrown = new Error('x');
  for (const path of ['/api/health', '/api/nothing', '/api/throws', '/']) {
    const { headers } = await service.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  }
});

const hosts: ReadonlyArray<{ host: string; status: number }> = [
  { host: 'localhost:4000', status: 200 },
  { host: '127.0.0.1:5173', status: 200 },
  { host: '[::1]:4000', status: 200 },
  { host: 'LOCALHOST', status: 200 },
  { host: 'evil.example', status: 403 },
  { host: 'localhost.evil.example:4000', status: 403 },
  { host: '127.0.0.1.nip.io', status: 403 },
  { host: '192.168.1.5:4000', status: 403 },
];
test.each(hosts)(
  'a request for the host $host is answered with $status: no DNS rebinding',
  async ({ host, status }) => {
    expect((await service.get('/api/health', { host })).status).toBe(status);
  },
);

const origins: ReadonlyArray<{ name: string; headers: Record<string, string>; status: number }> = [
  { name: 'no browser', headers: {}, status: 200 },
  { name: 'the page itself', headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, status: 200 },
  { name: 'another port', headers: { origin: 'http://localhost:3000' }, status: 403 },
  { name: 'another site', headers: { origin: 'https://evil.example' }, status: 403 },
  { name: 'a sandboxed page', headers: { origin: 'null' }, status: 403 },
  { name: 'a form of another site', headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
];
test.each(origins)('a change asked for by $name is answered with $status', async ({ headers, status }) => {
  const response = await service.app.request('/api/echo', { method: 'POST', body: 'x', headers });
  expect(response.status).toBe(status);
});

test('a body of more than 64 KB is refused, but for the file of an import', async () => {
  const body = 'x'.repeat(64 * 1024 + 1);
  const refused = await service.app.request('/api/echo', {
    method: 'POST',
    body,
    headers: { 'content-length': String(body.length) },
  });
  expect(refused.status).toBe(413);
  expect((await problem(refused)).code).toBe('too-large');
  const imported = await service.app.request('/api/imports', { method: 'POST', body });
  expect(await imported.text()).toBe(String(body.length));
});

test('a body that does not say its length is counted on its way', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      controller.enqueue(new Uint8Array(32 * 1024));
    },
  });
  const request = new Request('http://localhost/api/echo', { method: 'POST', body, duplex: 'half' } as RequestInit);
  expect((await service.app.request(request)).status).toBe(413);
});

const queries: ReadonlyArray<{ query: string; at: string }> = [
  { query: 'week=2026-W40', at: 'indicator' },
  { query: 'indicator=on-time', at: 'week' },
  { query: 'indicator=on-time&week=2026-W40&page=0', at: 'page' },
  { query: 'indicator=on-time&week=2026-W40&page=1.5', at: 'page' },
  { query: 'indicator=on-time&week=2026-W40&page=', at: 'page' },
  { query: 'indicator=on-time&week=2026-W40&pageSize=501', at: 'pageSize' },
  { query: 'indicator=on-time&week=2025-W53', at: 'week' },
];
test.each(queries)('records?$query is refused at $at', async ({ query, at }) => {
  const response = await service.get(`/api/records/order_lines?${query}`);
  expect(response.status).toBe(400);
  expect((await problem(response)).at).toBe(at);
});

test('rows behind an unknown indicator, team or kind are not found', async () => {
  const at = async (path: string): Promise<string | undefined> => {
    const response = await service.get(path);
    expect(response.status).toBe(404);
    return (await problem(response)).at;
  };
  expect(await at('/api/records/order_lines?indicator=nothing&week=2026-W40')).toBe('indicator');
  expect(await at('/api/records/order_lines?indicator=on-time&week=2026-W40&team=x')).toBe('team');
  expect(await at('/api/records/claims?indicator=on-time&week=2026-W40')).toBe('kind');
});
