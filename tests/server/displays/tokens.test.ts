import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { createContext } from '../../../server/context.ts';
import { BeatAnswer } from '../../../src/contract/displays.ts';
import { ENDPOINTS } from '../../../src/contract/endpoints.ts';
import { POLICY } from '../../../src/domain/policy.ts';
import { importRoutes } from '../../../server/routes/imports.ts';
import { sampleRoute } from '../../../server/routes/sample.ts';
import { listDisplays } from '../../../server/services/list-displays.ts';
import { beatBody, displayWords, requestTo, type Standing } from '../auth/every-request.ts';
import { NO_JOBS } from '../auth/no-jobs.ts';
import { startSignedService, type SignedService } from '../auth/signed-service.ts';
import {
  approve,
  askPairing,
  DISPLAY_COOKIE,
  pairedScreen,
  screenOf,
  waitingScreen,
  type Screen,
} from '../auth/test-screen.ts';
import { CHEAP_PASSWORDS, fill, NOW, startTestService } from '../http/test-service.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const none = { id: 'nothing-at-all', revision: 1 };
const NOTHING: Standing = {
  ...{ team: null, goal: none, improvement: none, minute: none, annotation: none.id, display: none, code: 'ZZZZZZ' },
};

let service: SignedService;
let screen: Screen;
beforeEach(async () => {
  service = await startSignedService();
  await fill(service);
  screen = await pairedScreen(service);
});
afterEach(async () => {
  vi.useRealTimers();
  await service.remove();
});

const beat = async (one: Screen = screen, more = {}): Promise<Response> =>
  one.ask('POST', '/api/wall/beat', beatBody(more));

const listen = async (one: Screen = screen) => {
  const response = await one.ask('GET', '/api/wall/live');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('no stream');
  return { reader, next: async () => (await reader.read()).value ?? null };
};

describe('a revoked display', () => {
  test('reads on, keeps its cookie, or cannot be paired again', async () => {
    await beat();
    await service.administrator.ask('DELETE', `/api/displays/${screen.id}`);
    const token = screen.token();
    for (const [method, path] of [
      ['POST', '/api/wall/beat'],
      ['GET', '/api/wall/board'],
      ['GET', '/api/wall/live'],
    ] as const) {
      screen.setToken(token);
      const response = await screen.ask(method, path, method === 'POST' ? beatBody() : undefined);
      expect([path, response.status, screen.token()]).toEqual([path, 401, null]);
      expect(await response.json()).toMatchObject({ code: 'not-signed-in' });
    }
    expect((await askPairing(screen)).state).toBe('waiting');
  });

  test('hears on', async () => {
    const { next } = await listen();
    expect(await next()).toContain('"dataVersion":3');
    await service.administrator.ask('DELETE', `/api/displays/${screen.id}`);
    expect(await next()).toBeNull();
    expect(service.ctx.live.listeners()).toBe(0);
  });

  test('hears on where another process revoked it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { next } = await listen();
    await next();
    await service.ctx.db.exec(`update displays set revoked_at = 1`);
    await vi.advanceTimersByTimeAsync(30_000);
    await vi.waitFor(async () => expect(await next()).toBeNull());
    expect(service.ctx.live.listeners()).toBe(0);
  });

  test('ends the streams of others', async () => {
    const other = await pairedScreen(service);
    const { next, reader } = await listen(other);
    await next();
    await service.administrator.ask('DELETE', `/api/displays/${screen.id}`);
    service.ctx.live.announce(9);
    expect(await next()).toContain('dataVersion');
    await reader.cancel();
  });
});

describe('a token', () => {
  test('ends while it is used, or lives on when it was not for 90 days', async () => {
    for (let day = 0; day <= 400; day += 40) {
      service.setNow(NOW + day * DAY);
      expect([day, (await beat()).status]).toEqual([day, 200]);
    }
    service.setNow(NOW + 400 * DAY + 90 * DAY);
    expect((await beat()).status).toBe(401);
  });

  test('is renewed too early, too late or twice; the old one ends before the new one has arrived, or stays after', async () => {
    const first = screen.token();
    await beat();
    service.setNow(NOW + 7 * DAY - 1);
    await beat();
    expect(screen.token()).toBe(first);
    service.setNow(NOW + 7 * DAY);
    await beat();
    const second = screen.token();
    expect(second).not.toBe(first);
    expect(screen.cookieLine()).toContain('Max-Age=34560000');
    /* The answer with the new one was lost: the old one goes on, and brings no third one at once. */
    screen.setToken(first);
    await beat();
    expect(screen.token()).toBe(first);
    service.setNow(NOW + 9 * DAY);
    await beat();
    const third = screen.token();
    expect(third).not.toBe(first);
    expect(await statusWith(second)).toBe(401);
    screen.setToken(third);
    expect((await beat()).status).toBe(200);
    const settled = NOW + 9 * DAY + 5 * MINUTE;
    service.setNow(settled - 1);
    expect([await statusWith(third), await statusWith(first)]).toEqual([200, 200]);
    service.setNow(settled);
    expect([await statusWith(third), await statusWith(first)]).toEqual([200, 200]);
    service.setNow(settled + MINUTE);
    expect([await statusWith(third), await statusWith(first)]).toEqual([200, 401]);
  });

  test('is lost with the disk’s last half minute: a power cut brings the one before back', async () => {
    const first = screen.token();
    service.setNow(NOW + 7 * DAY);
    await beat();
    const second = screen.token();
    await beat();
    /* The cookie was not on the disk yet; the machine stands dark over night. */
    screen.setToken(first);
    service.setNow(NOW + 7 * DAY + 12 * HOUR);
    expect((await beat()).status).toBe(200);
    const third = screen.token();
    expect([first, second]).not.toContain(third);
    await beat();
    service.setNow(NOW + 7 * DAY + 13 * HOUR);
    await beat();
    service.setNow(NOW + 7 * DAY + 13 * HOUR + MINUTE);
    expect([await statusWith(first), await statusWith(second), await statusWith(third)]).toEqual([401, 401, 200]);
  });

  test('of another display ends while the service’s clock is wrong', async () => {
    const other = await pairedScreen(service);
    await beat(other);
    service.setNow(NOW + 80 * DAY);
    await beat();
    service.setNow(NOW + 160 * DAY);
    await beat();
    service.setNow(NOW + 160 * DAY + HOUR);
    await beat();
    service.setNow(NOW + HOUR);
    expect((await beat(other)).status).toBe(200);
  });

  test('is made again and again for a screen that never uses one', async () => {
    const { screen: waiting, code } = await waitingScreen(service);
    const { id } = await approve(service, code);
    const secret = waiting.token();
    for (let index = 0; index < 30; index += 1) {
      waiting.setToken(secret);
      const answer = await waiting.ask('POST', '/api/wall/pairing', { width: 1920, height: 1080 });
      expect([200, 429]).toContain(answer.status);
    }
    const tokens = await service.ctx.db.all(`select * from display_tokens where display_id = $1`, [id]);
    expect(tokens).toHaveLength(5);
    const { length } = await service.ctx.db.all(`select * from audit where what = 'pairDisplay' and about = 'Kitchen'`);
    expect(length).toBeLessThan(25);
  });

  const statusWith = async (token: string | null): Promise<number> => {
    const other = screenOf(service);
    other.setToken(token);
    return (await other.ask('GET', '/api/wall/board')).status;
  };

  test('is forgotten by a restart of the service, with what its display said', async () => {
    await beat(screen, { slide: 'second' });
    const { db, clock, settings, log, build, jobs } = service.ctx;
    const again = createContext({ db, clock, settings, log, build, jobs, passwordCost: CHEAP_PASSWORDS });
    const restarted = screenOf({ app: createApp(again) });
    restarted.setToken(screen.token());
    const listed = createApp(again).request('/api/displays', {
      headers: { host: 'kept.example.org', cookie: `__Host-kept=${service.administrator.token() ?? ''}` },
    });
    expect(await (await listed).json()).toMatchObject({ displays: [{ state: 'online', beat: { slide: 'second' } }] });
    expect((await beat(restarted)).status).toBe(200);
  });

  test('is anybody’s who sends another cookie, key or session beside it', async () => {
    const withSession = `__Host-kept=${service.administrator.token() ?? ''}`;
    const headers = { cookie: withSession, host: 'kept.example.org' };
    expect((await service.app.request('/api/wall/board', { headers })).status).toBe(401);
    const both = { ...headers, cookie: `${withSession}; ${DISPLAY_COOKIE}=${screen.token() ?? ''}` };
    const refused = await service.app.request('/api/observations', { headers: both });
    expect(refused.status).toBe(403);
    const board = await service.app.request('/api/wall/board', {
      headers: { ...both, authorization: 'Bearer kept_x' },
    });
    expect(board.status).toBe(200);
  });
});

describe('on a service on which nobody signs in', () => {
  test('a display is whoever sits at this machine, or who sits there is a display', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kept-open-'));
    const environment = { DATA_DIR: folder };
    const open = await startTestService({ routes: [importRoutes(NO_JOBS), sampleRoute(NO_JOBS)] }, { environment });
    await fill(open);
    expect((await open.get('/api/wall/board')).status).toBe(401);
    const headers = { 'content-type': 'application/json', origin: 'http://localhost' };
    const post = async (path: string, body: unknown, cookie = ''): Promise<Response> =>
      open.app.request(path, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(body) });
    const size = { width: 1920, height: 1080 };
    const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const waiting = await post('/api/wall/pairing', size);
    const { code } = (await waiting.json()) as { code: string };
    const words = displayWords(null);
    expect((await post('/api/displays', { code, words })).status).toBe(201);
    const cookie = cookieOf(await post('/api/wall/pairing', size, cookieOf(waiting)));
    expect(cookie).toMatch(/^kept-display=/);
    expect((await open.get('/api/wall/board', { cookie })).status).toBe(200);
    for (const endpoint of ENDPOINTS.filter(({ id }) => !['nothing', 'display'].includes(POLICY[id]))) {
      const { method, path, body } = requestTo(endpoint, NOTHING);
      const sent = {
        method,
        headers: { ...headers, cookie },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      expect([endpoint.id, (await open.app.request(path, sent)).status]).toEqual([endpoint.id, 403]);
      const own = await open.app.request(path, { ...sent, headers });
      expect([endpoint.id, own.status]).not.toEqual([endpoint.id, 403]);
      await own.body?.cancel();
    }
    await open.remove();
    rmSync(folder, { recursive: true });
  });
});

test('behind a proxy a display needs the proxy’s word, or a person is let in without it', async () => {
  const proxied = await startSignedService();
  const one = await pairedScreen(proxied);
  const settings = { ...proxied.ctx.settings, proxies: ['10.0.0.9'] };
  const signIn = { way: 'proxy', header: 'x-email', nameHeader: null, groupsHeader: null } as const;
  const admission = { administrators: [], unknown: 'viewer', domains: [], groups: null } as const;
  const app = createApp({ ...proxied.ctx, settings: { ...settings, signIn: { ...signIn, admission } } });
  const elsewhere = screenOf({ app });
  elsewhere.setToken(one.token());
  expect((await beat(elsewhere)).status).toBe(200);
  elsewhere.setToken(null);
  expect((await elsewhere.ask('GET', '/api/observations')).status).toBe(403);
  await proxied.remove();
});

describe('a beat', () => {
  test('fails or is lost while an import holds the database', async () => {
    await beat();
    service.setNow(NOW + 8 * DAY);
    let release = (): void => undefined;
    const held = service.ctx.db.transaction(
      async () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    service.setBusy(true);
    const response = await beat(screen, { slide: 'second' });
    expect(BeatAnswer.parse(await response.json())).toMatchObject({ nextPollSeconds: 20 });
    expect(await listDisplays(service.ctx)).toMatchObject({
      displays: [{ state: 'online', beat: { slide: 'second' } }],
    });
    release();
    await held;
    /* What was written late reached nobody: an hour later the display gets another one. */
    const old = screen.token();
    service.setNow(NOW + 8 * DAY + 3_600_000);
    await beat(screen, { slide: 'second' });
    expect(screen.token()).not.toBe(old);
    expect(await service.ctx.db.all('select beat_at from displays')).toEqual([{ beat_at: NOW + 8 * DAY + 3_600_000 }]);
  });

  test('is written down every time it comes', async () => {
    const writes = vi.spyOn(service.ctx.db, 'transaction');
    await beat();
    const atFirst = writes.mock.calls.length;
    for (let index = 1; index <= 5; index += 1) {
      service.setNow(NOW + index * 5000);
      await beat();
    }
    expect(writes.mock.calls.length).toBe(atFirst);
  });
});
