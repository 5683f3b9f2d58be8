import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkHeader, preloadsFor } from '../../../server/http/preloads.ts';
import { openStaticFiles, type StaticFiles } from '../../../server/http/static-files.ts';
import { startTestService, type TestService } from './test-service.ts';

const SCRIPT = Array.from(
  { length: 400 },
  (_, index) => `export const word${(index * 7919) % 1000} = "${(index * index * 31).toString(36)}";\n`,
).join('');
const PAGE = '<!doctype html><title>Kept</title>';

let folder: string;
let files: StaticFiles;
let service: TestService;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-dist-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'app-abc.js'), SCRIPT);
  writeFileSync(join(folder, '.sources'), 'not for anyone');
  files = openStaticFiles(folder);
  service = await startTestService({ files });
});
afterAll(async () => {
  await service.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('a file of the build may be kept for ever, the page is asked for anew', async () => {
  const script = await service.get('/assets/app-abc.js');
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await script.text()).toBe(SCRIPT);
  const page = await service.get('/');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(await page.text()).toBe(PAGE);
});

test('an address of the app is answered with the page, a missing file is not', async () => {
  expect(await (await service.get('/data')).text()).toBe(PAGE);
  expect(await (await service.get('/?team=north')).text()).toBe(PAGE);
  for (const path of ['/assets/app-old.js', '/.sources', '/../package.json', '/%2e%2e/package.json', '/assets/']) {
    const response = await service.get(path);
    expect([path, response.status === 404 || (await response.text()) === PAGE]).toEqual([path, true]);
  }
  expect((await service.get('/assets/app-old.js')).status).toBe(404);
  expect((await service.get('/.sources')).status).toBe(404);
});

test('files are compressed, better once there was time for it', async () => {
  const before = await service.get('/assets/app-abc.js', { 'accept-encoding': 'br' });
  expect(before.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(Buffer.from(await before.arrayBuffer())).toString()).toBe(SCRIPT);
  await files.compressAll();
  const after = await service.get('/assets/app-abc.js', { 'accept-encoding': 'br' });
  expect(brotliDecompressSync(Buffer.from(await after.arrayBuffer())).toString()).toBe(SCRIPT);
  expect(Number(after.headers.get('content-length'))).toBeLessThanOrEqual(Number(before.headers.get('content-length')));
});

test('a file that the browser holds is not sent again', async () => {
  const tag = (await service.get('/')).headers.get('etag') ?? '';
  const again = await service.get('/', { 'if-none-match': tag });
  expect(again.status).toBe(304);
  expect(again.headers.get('link')).toContain('/api/observations');
});

test('files can be read, not written', async () => {
  const response = await service.app.request('/', { method: 'POST' });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});

test('the page announces what it will ask for, and a script does not', async () => {
  const page = await service.get('/?team=south&week=2026-W40&team=north');
  expect(page.headers.get('link')).toBe(
    linkHeader([
      '/api/observations?team=north&team=south',
      '/api/health',
      '/api/catalogue',
      '/api/teams',
      '/api/session',
    ]),
  );
  expect((await service.get('/assets/app-abc.js')).headers.get('link')).toBeNull();
});

const views: ReadonlyArray<{ address: string; first: string | undefined }> = [
  { address: '/', first: '/api/observations' },
  { address: '/?team=caf%C3%A9+uno&team=a', first: '/api/observations?team=a&team=caf%C3%A9+uno' },
  { address: '/?team=a&team=a', first: '/api/observations?team=a' },
  { address: '/data', first: '/api/health' },
  { address: '/sign-in?to=%2Fdata', first: '/api/session' },
  { address: '/invitation', first: '/api/session' },
];
test.each(views)('$address begins with $first', ({ address, first }) => {
  expect(preloadsFor(new URL(address, 'http://localhost'))[0]).toBe(first);
});

test.each(['/wall', '/wall/'])('%s announces figures, which a screen asks for as a display', (address) => {
  expect(preloadsFor(new URL(address, 'http://localhost'))).toEqual([]);
});

test.each(['/wall', '/displays'])('%s is no page, or announces an empty list', async (address) => {
  const response = await service.get(address);
  expect([response.status, response.headers.get('link') === '']).toEqual([200, false]);
  expect(response.headers.get('link') === null).toBe(address === '/wall');
});
