import { afterEach, beforeEach, expect, test } from 'vitest';
import { Review } from '../../../src/contract/reviews.ts';
import { fill, startTestService, type TestService } from './test-service.ts';

let service: TestService;
let announced: number[];
beforeEach(async () => {
  service = await startTestService();
  await fill(service);
  announced = [];
  service.ctx.live.subscribe(
    (version) => announced.push(version),
    () => undefined,
  );
});
afterEach(async () => service.remove());

const send = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  service.app.request(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const NOTE = { id: 'entry-0001', kind: 'note', indicator: null, text: 'Words', author: 'Ana', action: null };
const MINUTES = '/api/reviews/2026-W46/minutes';
const CLOSING = '/api/reviews/2026-W46/closing';
const closing = async () => ({ author: 'Ana', dataVersion: await service.ctx.data.version(), spent: [] });

test('an open review that nothing was written in is sent again and again', async () => {
  const first = await service.get('/api/reviews/2026-W46');
  const etag = first.headers.get('etag') ?? '';
  const again = await service.get('/api/reviews/2026-W46', { 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  await send('POST', MINUTES, NOTE);
  const later = await service.get('/api/reviews/2026-W46', { 'if-none-match': etag });
  expect(later.status).toBe(200);
  expect(Review.parse(await later.json()).minutes).toHaveLength(1);
});

test('a closed review of four years goes over the wire uncompressed', async () => {
  expect((await send('POST', CLOSING, await closing())).status).toBe(200);
  const plain = await service.get('/api/reviews/2026-W46');
  const packed = await service.get('/api/reviews/2026-W46', { 'accept-encoding': 'gzip' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  const sizes = [packed, plain].map(({ headers }) => Number(headers.get('content-length')));
  expect(sizes[0]).toBeLessThan((sizes[1] ?? 0) / 3);
});

test('a minute moves the data version, or an annotation does not', async () => {
  const before = await service.ctx.data.version();
  await send('POST', MINUTES, NOTE);
  await send('POST', CLOSING, await closing());
  expect([await service.ctx.data.version(), announced]).toEqual([before, []]);
  const wanted = { date: '2026-11-09', text: 'x', indicator: null, team: 'north', kind: 'note', author: 'Ana' };
  const added = await send('POST', '/api/annotations', { ...wanted, reason: null });
  const { id } = (await added.json()) as { readonly id: string };
  await send('POST', `/api/annotations/${id}/withdrawal`, { author: 'Tom', reason: 'No' });
  expect(announced).toEqual([before + 1, before + 2]);
});

test('an annotation whose imported id holds signs of an address cannot be withdrawn', async () => {
  const id = '20000|on-time||Strike: 50 % / Süd?';
  const row = { annotation_id: id, day: 20_000, week: 2857, text: 'Strike', kind: 'note' };
  await service.insert('annotations', [row]);
  const path = `/api/annotations/${encodeURIComponent(id)}/withdrawal`;
  const gone = await send('POST', path, { author: 'Tom', reason: 'No' });
  expect(gone.status).toBe(200);
  expect(await gone.json()).toMatchObject({ state: 'withdrawn', history: [{ what: 'added', by: 'test' }, {}] });
});

const bodies: ReadonlyArray<{ name: string; body: unknown; at: string }> = [
  { name: 'no object', body: '[]', at: 'body' },
  { name: 'a number', body: '7', at: 'body' },
  { name: 'half of it', body: '{"id": "entry', at: 'body' },
  { name: 'nothing', body: '', at: 'body' },
  { name: 'a sign that PostgreSQL cannot keep', body: { ...NOTE, text: 'a\u0000b' }, at: 'text' },
  { name: 'half of a pair of surrogates', body: { ...NOTE, author: 'A\ud800' }, at: 'author' },
  {
    name: 'such a sign further in',
    body: {
      ...NOTE,
      kind: 'action',
      action: { owner: 'T\u0000', due: '2026-12-01', cause: null, improvement: null, state: 'open' },
    },
    at: 'action.owner',
  },
];
test.each(bodies)('a body that is $name is refused at $at', async ({ body, at }) => {
  const response = await send('POST', MINUTES, body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'bad-request', at });
});

const types: ReadonlyArray<{ type: string; status: number }> = [
  { type: 'application/json', status: 201 },
  { type: 'application/json; charset=utf-8', status: 201 },
  { type: 'Application/JSON', status: 201 },
  { type: 'application/jsonp', status: 415 },
  { type: 'text/plain', status: 415 },
  { type: 'application/x-www-form-urlencoded', status: 415 },
];
test.each(types)('a body that says $type is answered with $status', async ({ type, status }) => {
  const response = await send('POST', MINUTES, NOTE, { 'content-type': type });
  expect(response.status).toBe(status);
});

test('a body of more than 64 KB is written', async () => {
  const response = await send('POST', MINUTES, { ...NOTE, more: 'x'.repeat(70_000) }, { 'content-length': '70200' });
  expect(response.status).toBe(413);
});

test('a removal or a read whose address holds what no database keeps breaks the service', async () => {
  await send('POST', MINUTES, NOTE);
  const removed = await service.app.request('/api/minutes/entry-0001?revision=1&author=%00', { method: 'DELETE' });
  expect([removed.status, await removed.json()]).toMatchObject([400, { at: 'author' }]);
  const read = await service.get('/api/minutes/%00/versions');
  expect([read.status, await read.json()]).toMatchObject([404, { at: 'id' }]);
});

test('a page of elsewhere writes a minute', async () => {
  const response = await send('POST', MINUTES, NOTE, { origin: 'https://evil.example' });
  expect(response.status).toBe(403);
});

test('an annotation has every figure read anew, or is not seen among what was read before', async () => {
  const before = await service.ctx.data.index();
  const wanted = {
    date: '2026-11-09',
    text: 'x',
    indicator: null,
    team: null,
    kind: 'note',
    author: 'Ana',
    reason: null,
  };
  await send('POST', '/api/annotations', wanted);
  await send('POST', '/api/annotations', wanted);
  const after = await service.ctx.data.index();
  expect([after.version, after.annotations.length]).toEqual([before.version + 2, 2]);
  expect(after.weeks).toBe(before.weeks);
  await Promise.all(['one', 'two', 'three'].map(async (text) => send('POST', '/api/annotations', { ...wanted, text })));
  const crowded = await service.ctx.data.index();
  expect([crowded.version, crowded.annotations.length]).toEqual([before.version + 5, 5]);
  await service.insert('teams', [{ team_id: 'east', name: 'East', parent_team_id: null }]);
  await send('POST', '/api/annotations', wanted);
  const later = await service.ctx.data.index();
  expect([later.annotations.length, later.teams.some(({ id }) => id === 'east')]).toEqual([6, true]);
});

test('a body that does not say its length is read whatever its length', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode(' '.repeat(16_384))),
  });
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
  const response = await service.app.request(new Request(`http://localhost${MINUTES}`, init));
  expect([response.status, await response.json()]).toMatchObject([413, { code: 'too-large' }]);
});
