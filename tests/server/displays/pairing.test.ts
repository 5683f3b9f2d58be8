import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PAIRING_ALPHABET, PairingCode } from '../../../src/contract/displays.ts';
import { ServiceError } from '../../../src/contract/errors.ts';
import { beatBody, displayWords } from '../auth/every-request.ts';
import { startSignedService, type Browser, type SignedService } from '../auth/signed-service.ts';
import { approve, askPairing, screenOf, waitingScreen } from '../auth/test-screen.ts';
import { NOW } from '../http/test-service.ts';

const MINUTE = 60_000;

let service: SignedService;
beforeEach(async () => {
  service = await startSignedService();
});
afterEach(async () => {
  await service.remove();
});

const approveBy = async (browser: Browser, code: string): Promise<Response> =>
  browser.ask('POST', '/api/displays', { code, words: displayWords(null) });

const refusal = async (response: Response): Promise<readonly [number, string, string | undefined]> => {
  const { code, at } = ServiceError.parse(await response.json());
  return [response.status, code, at];
};

describe('the code', () => {
  test('holds characters that look alike, or repeats itself', async () => {
    const codes = new Set<string>();
    for (let index = 0; index < 60; index += 1) codes.add((await waitingScreen(service)).code);
    expect(codes.size).toBe(60);
    for (const code of codes) PairingCode.parse(code);
    expect(PAIRING_ALPHABET).not.toMatch(/[01ILOU]/);
  });

  test('changes while its screen asks again, or is another screen’s', async () => {
    const { screen, code } = await waitingScreen(service);
    const other = await waitingScreen(service);
    service.setNow(NOW + 14 * MINUTE);
    expect(await askPairing(screen)).toMatchObject({
      state: 'waiting',
      code,
      address: 'https://kept.example.org/displays',
    });
    expect(other.code).not.toBe(code);
  });

  test('lives longer than 15 minutes', async () => {
    const { screen, code } = await waitingScreen(service);
    service.setNow(NOW + 15 * MINUTE);
    expect(await refusal(await approveBy(service.administrator, code))).toEqual([404, 'not-found', 'code']);
    const next = await askPairing(screen);
    expect(next).toMatchObject({ state: 'waiting', expiresAt: new Date(NOW + 30 * MINUTE).toISOString() });
    expect(next.state === 'waiting' && next.code).not.toBe(code);
  });

  test('that ran out is told from one that never was', async () => {
    const { code } = await waitingScreen(service);
    service.setNow(NOW + 16 * MINUTE);
    const ranOut = ServiceError.parse(await (await approveBy(service.administrator, code)).json());
    const never = ServiceError.parse(await (await approveBy(service.administrator, 'ZZZZZZ')).json());
    expect({ ...ranOut, reference: '' }).toEqual({ ...never, reference: '' });
  });

  test('is approved twice', async () => {
    const { code } = await waitingScreen(service);
    await approve(service, code);
    expect(await refusal(await approveBy(service.administrator, code))).toEqual([404, 'not-found', 'code']);
    expect(await service.ctx.db.all('select * from displays')).toHaveLength(1);
  });
});

describe('tries', () => {
  test('of a person are not limited: a right code is taken after many wrong ones', async () => {
    const { code } = await waitingScreen(service);
    for (let index = 0; index < 10; index += 1) {
      expect(await refusal(await approveBy(service.administrator, 'ZZZZZZ'))).toEqual([404, 'not-found', 'code']);
    }
    const held = await approveBy(service.administrator, code);
    expect(held.headers.get('retry-after')).toBe('30');
    expect(await refusal(held)).toEqual([429, 'too-many-tries', 'code']);
    service.setNow(NOW + 30_000);
    expect((await approveBy(service.administrator, code)).status).toBe(201);
  });

  test('from one place are not limited, whoever tries', async () => {
    const editor = await service.person('Eve', { role: 'editor' });
    for (let index = 0; index < 5; index += 1) await approveBy(service.administrator, 'ZZZZZZ');
    for (let index = 0; index < 5; index += 1) await approveBy(editor, 'ZZZZZZ');
    expect((await approveBy(editor, 'ZZZZZZ')).status).toBe(429);
  });

  test('that are not wrong are counted', async () => {
    for (let index = 0; index < 15; index += 1) {
      const { code } = await waitingScreen(service);
      expect((await approveBy(service.administrator, code)).status).toBe(201);
    }
    const { code } = await waitingScreen(service);
    const unknownTeam = { code, words: { ...displayWords(null), team: ['atlantis'] } };
    for (let index = 0; index < 15; index += 1) {
      const refused = await service.administrator.ask('POST', '/api/displays', unknownTeam);
      expect(await refusal(refused)).toEqual([404, 'not-found', 'words.team']);
    }
    expect((await approveBy(service.administrator, code)).status).toBe(201);
  });

  test('of a viewer tell whether a code lives', async () => {
    const viewer = await service.person('Vera');
    const { code } = await waitingScreen(service);
    expect((await approveBy(viewer, code)).status).toBe(403);
    expect((await approveBy(viewer, 'ZZZZZZ')).status).toBe(403);
  });

  test('of screens at one place fill the table', async () => {
    for (let index = 0; index < 20; index += 1) await waitingScreen(service, '203.0.113.7');
    const refused = await screenOf(service, { from: '203.0.113.7' }).ask('POST', '/api/wall/pairing', {
      ...{ width: 1, height: 1 },
    });
    expect(await refusal(refused)).toEqual([429, 'too-many-tries', 'code']);
    await waitingScreen(service);
  });

  test('of screens everywhere fill the table, or what has run out stays in it', async () => {
    for (let index = 0; index < 200; index += 1) await waitingScreen(service);
    await expect(waitingScreen(service)).rejects.toThrow('too-many-tries');
    service.setNow(NOW + 15 * MINUTE);
    await waitingScreen(service);
    expect(await service.ctx.db.all('select * from pairings')).toHaveLength(1);
  });
});

describe('the screen', () => {
  test('is given its token in the address or the body, or a cookie that a page can read', async () => {
    const { screen, code } = await waitingScreen(service);
    const secret = screen.token();
    expect(screen.cookieLine()).toMatch(/Max-Age=86400; Path=\/api\/wall; HttpOnly; Secure; SameSite=Strict$/);
    await approve(service, code);
    const answer = await screen.ask('POST', '/api/wall/pairing', { width: 1920, height: 1080 });
    const token = screen.token() ?? '';
    expect(await answer.text()).toBe('{"state":"paired","name":"Kitchen"}');
    expect(screen.cookieLine()).toMatch(/Max-Age=34560000; Path=\/api\/wall; HttpOnly; Secure; SameSite=Strict$/);
    expect([token, token.length]).toEqual([expect.not.stringMatching(secret ?? ''), 43]);
    const kept = JSON.stringify([
      await service.ctx.db.all('select * from display_tokens'),
      await service.ctx.db.all('select * from pairings'),
      await service.ctx.db.all('select * from audit'),
    ]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(secret);
  });

  test('whose answer got lost stays outside, or the secret opens the door once a token was used', async () => {
    const { screen, code } = await waitingScreen(service);
    await approve(service, code);
    const secret = screen.token();
    await askPairing(screen);
    screen.setToken(secret);
    expect(await askPairing(screen)).toEqual({ state: 'paired', name: 'Kitchen' });
    expect((await screen.ask('POST', '/api/wall/beat', beatBody())).status).toBe(200);
    screen.setToken(secret);
    expect((await askPairing(screen)).state).toBe('waiting');
  });

  test('that asks too early loses its code', async () => {
    const { screen, code } = await waitingScreen(service);
    expect((await screen.ask('POST', '/api/wall/beat', beatBody())).status).toBe(401);
    expect(await askPairing(screen)).toMatchObject({ code });
  });

  test('that is paired begins anew when it asks once more', async () => {
    const { screen, code } = await waitingScreen(service);
    await approve(service, code);
    await askPairing(screen);
    const token = screen.token();
    expect(await askPairing(screen)).toEqual({ state: 'paired', name: 'Kitchen' });
    expect(screen.token()).toBe(token);
  });

  test('that was revoked before it fetched its token is let in', async () => {
    const { screen, code } = await waitingScreen(service);
    const { id } = await approve(service, code);
    await service.administrator.ask('DELETE', `/api/displays/${id}`);
    expect((await askPairing(screen)).state).toBe('waiting');
  });

  test('that was off for a day after it was approved is let in', async () => {
    const { screen, code } = await waitingScreen(service);
    await approve(service, code);
    service.setNow(NOW + 24 * 60 * MINUTE);
    expect((await askPairing(screen)).state).toBe('waiting');
  });
});

test('the log lacks who approved and what was paired, or holds what anybody may ask', async () => {
  const { screen, code } = await waitingScreen(service);
  const { id } = await approve(service, code);
  await askPairing(screen);
  await screen.ask('POST', '/api/wall/beat', beatBody());
  await askPairing(screen);
  await service.ctx.auditQueue.settled();
  const rows = await service.ctx.db.all(
    `select who_kind, who_name, what, about, detail from audit where what like '%Display' order by id`,
  );
  expect(rows).toEqual([
    { who_kind: 'person', who_name: 'Ada', what: 'approveDisplay', about: 'Kitchen', detail: id },
    { who_kind: 'display', who_name: 'Kitchen', what: 'pairDisplay', about: 'Kitchen', detail: null },
  ]);
});
