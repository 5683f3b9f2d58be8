import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NOW } from '../http/test-service.ts';
import { startSignedService, type Browser, type SignedService } from './signed-service.ts';

let service: SignedService;
beforeEach(async () => {
  service = await startSignedService();
});
afterEach(async () => {
  vi.useRealTimers();
  await service.remove();
});

const listen = async (browser: Browser) => {
  const response = await browser.ask('GET', '/api/live');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('no stream');
  expect((await reader.read()).value).toContain('dataVersion');
  return reader;
};

test('a stream of events that outlives the session which opened it', async () => {
  const reader = await listen(service.administrator);
  const other = await service.person('Bea');
  const others = await listen(other);
  await service.administrator.ask('DELETE', '/api/session');
  expect((await reader.read()).done).toBe(true);
  service.ctx.live.announce(7);
  expect((await others.read()).value).toContain('"dataVersion":7');
  await others.cancel();
  expect(service.ctx.live.listeners()).toBe(0);
});

test('a stream that goes on when its session runs out, or another process ends it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const reader = await listen(service.administrator);
  service.setNow(NOW + 8 * 24 * 3_600_000);
  await vi.advanceTimersByTimeAsync(30_000);
  await vi.waitFor(async () => expect((await reader.read()).done).toBe(true));
  expect(service.ctx.live.listeners()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('a listener that left and is still held', async () => {
  const reader = await listen(service.administrator);
  await reader.cancel();
  expect(service.ctx.live.listeners()).toBe(0);
});

test('a stream without a session', async () => {
  expect((await service.browser().ask('GET', '/api/live')).status).toBe(401);
});
