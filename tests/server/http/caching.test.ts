import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fill, startTestService, weekly, type TestService } from './test-service.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
  await fill(service);
});
afterEach(async () => service.remove());

const PATH = '/api/observations?from=2020-W01&to=2026-W46';

test('an answer carries its version as a tag, and asked again with it there is nothing to send', async () => {
  const first = await service.get(PATH);
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"b1-[0-9a-f]{8}-3"$/);
  expect(first.headers.get('cache-control')).toBe('no-cache');
  expect(first.headers.get('vary')).toBe('Accept-Encoding');
  for (const held of [tag, tag.replace('W/', ''), `"other", ${tag}`, '*']) {
    const again = await service.get(PATH, { 'if-none-match': held });
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(tag);
    expect(await again.text()).toBe('');
  }
});

test('after a change of data the old tag no longer holds, and the figures are the new ones', async () => {
  const tag = (await service.get(PATH)).headers.get('etag') ?? '';
  await service.insert('observations', weekly('on-time', 'west', '2026-W46', [[1, 1]]));
  const changed = await service.get(PATH, { 'if-none-match': tag });
  expect(changed.status).toBe(200);
  expect(changed.headers.get('etag')).not.toBe(tag);
  const { series } = (await changed.json()) as { series: ReadonlyArray<{ numerators: ReadonlyArray<number | null> }> };
  expect(series[0]?.numerators.at(-1)).toBe(142);
});

test('one request in several spellings is one answer', async () => {
  const one = await (await service.get('/api/observations?team=south&team=north&from=2026-W40&to=2026-W46')).text();
  const other = await (
    await service.get('/api/observations?to=2026-W46&team=north&team=south&team=north&from=2026-W40')
  ).text();
  expect(other).toBe(one);
});

test('answers are compressed as the request accepts it', async () => {
  const plain = await (await service.get(PATH)).text();
  const br = await service.get(PATH, { 'accept-encoding': 'gzip, deflate, br' });
  expect(br.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(plain);
  const gzip = await service.get(PATH, { 'accept-encoding': 'gzip' });
  expect(gzip.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(plain);
  expect(Number(gzip.headers.get('content-length'))).toBeLessThan(plain.length / 5);
});
