import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fill, startTestService, type TestService } from './test-service.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
});
afterEach(async () => {
  vi.useRealTimers();
  await service.remove();
});

const open = async () => {
  const response = await service.get('/api/live');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('no stream');
  return { response, reader, next: async () => (await reader.read()).value };
};

test('a listener is told the version at once and whenever it moves', async () => {
  const { response, next, reader } = await open();
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(await next()).toBe('data: {"dataVersion":0,"build":"b1"}\n\n');
  await fill(service);
  expect(await next()).toBe('data: {"dataVersion":1,"build":"b1"}\n\n');
  await reader.cancel();
});

test('a version that is announced twice, as PostgreSQL does, is told once', async () => {
  const { next, reader } = await open();
  await next();
  service.ctx.live.announce(5);
  service.ctx.live.announce(5);
  service.ctx.live.announce(4);
  service.ctx.live.announce(6);
  expect(await next()).toContain('"dataVersion":5');
  expect(await next()).toContain('"dataVersion":6');
  await reader.cancel();
});

test('a listener that left is forgotten', async () => {
  const { reader, next } = await open();
  await next();
  expect(service.ctx.live.listeners()).toBe(1);
  await reader.cancel();
  expect(service.ctx.live.listeners()).toBe(0);
});

test('a request that is aborted is forgotten', async () => {
  const gone = new AbortController();
  await service.app.request('/api/live', { signal: gone.signal });
  expect(service.ctx.live.listeners()).toBe(1);
  gone.abort();
  expect(service.ctx.live.listeners()).toBe(0);
});

test('a heartbeat keeps a quiet stream alive', async () => {
  vi.useFakeTimers();
  const { next, reader } = await open();
  await next();
  vi.advanceTimersByTime(15_000);
  expect(await next()).toBe(': heartbeat\n\n');
  await reader.cancel();
  expect(vi.getTimerCount()).toBe(0);
});

test('when the service stops, its streams end', async () => {
  const { next } = await open();
  await next();
  service.ctx.live.end();
  expect(await next()).toBeUndefined();
  expect(service.ctx.live.listeners()).toBe(0);
});
