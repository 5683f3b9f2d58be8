import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ServiceError } from '../../../src/contract/errors.ts';
import { hashPassword, isKeptAtOtherCost, isPassword, PASSWORD_COST } from '../../../server/auth/passwords.ts';
import { passwordProblem } from '../../../server/auth/password-rules.ts';
import { CHEAP_PASSWORDS, NOW } from '../http/test-service.ts';
import { PASSWORD, startSignedService, type Browser, type SignedService } from './signed-service.ts';

let service: SignedService;
beforeEach(async () => {
  service = await startSignedService();
});
afterEach(async () => service.remove());

const signIn = async (browser: Browser, email = 'ada@example.org', password = PASSWORD): Promise<Response> =>
  browser.ask('POST', '/api/session', { email, password });
const problem = async (response: Response): Promise<ServiceError> => ServiceError.parse(await response.json());

describe('signing in', () => {
  test('an unknown e-mail that is told apart from a wrong password', async () => {
    const wrong = await signIn(service.browser(), 'ada@example.org', 'not this password');
    const unknown = await signIn(service.browser(), 'nobody@example.org', 'not this password');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const [one, other] = [await problem(wrong), await problem(unknown)];
    expect({ ...one, reference: '' }).toEqual({ ...other, reference: '' });
    expect(one).toMatchObject({ code: 'not-signed-in', at: 'password' });
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('an unknown e-mail that answers sooner than a known one', async () => {
    const kept = await hashPassword('one password', { logN: 12, r: 8, p: 1 });
    const cost = { logN: 12, r: 8, p: 1 };
    const timed = async (value: string | null): Promise<number> => {
      const started = performance.now();
      for (let index = 0; index < 10; index += 1) expect(await isPassword('another', value, cost)).toBe(false);
      return performance.now() - started;
    };
    const [known, unknown] = [await timed(kept), await timed(null)];
    /* Left out, the work would take a hundredth; the machine is shared. */
    expect(unknown).toBeGreaterThan(known / 5);
    expect(await isPassword('another', null, cost)).toBe(false);
  });

  test('an e-mail in capitals that is another one', async () => {
    expect((await signIn(service.browser(), '  ADA@Example.ORG ')).status).toBe(200);
  });

  test('whoever guesses is not slowed down, or slows down others', async () => {
    const attacker = service.browser('198.51.100.66');
    for (let index = 0; index < 5; index += 1)
      expect((await signIn(attacker, 'ada@example.org', 'x')).status).toBe(401);
    expect((await signIn(attacker, 'ada@example.org', 'x')).status).toBe(401);
    const held = await signIn(attacker);
    expect(held.status).toBe(429);
    expect(held.headers.get('retry-after')).toBe('2');
    expect(await problem(held)).toMatchObject({ code: 'too-many-tries' });
    expect((await signIn(service.browser('192.0.2.1'))).status).toBe(200);
    service.setNow(NOW + 2000);
    expect((await signIn(attacker)).status).toBe(200);
  });

  test('tries at the same moment that are not counted', async () => {
    const attacker = service.browser('198.51.100.66');
    const answers = await Promise.all(Array.from({ length: 30 }, async () => signIn(attacker, 'ada@example.org', 'x')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(6);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(24);
  });

  test('one password tried on many accounts, and colleagues at the same address who are held up by it', async () => {
    const office = '198.51.100.7';
    expect((await signIn(service.browser(office))).status).toBe(200);
    const statuses = [];
    for (let index = 0; index < 32; index += 1) {
      statuses.push((await signIn(service.browser(office), `person-${index}@example.org`, 'x')).status);
    }
    expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(30)).toEqual([429, 429]);
    expect((await signIn(service.browser(office))).status).toBe(200);
  });

  test('behind a proxy everybody has the address of the proxy, or the one that they wrote themselves', async () => {
    const behind = await startSignedService({}, { environment: { KEPT_PROXIES: '10.0.0.0/24' } });
    const from = async (connection: string, told: string): Promise<number> =>
      (
        await behind
          .browser(connection)
          .ask('POST', '/api/session', { email: 'ada@example.org', password: 'x' }, { 'x-forwarded-for': told })
      ).status;
    for (let index = 0; index < 6; index += 1) await from('10.0.0.2', `203.0.113.${index}, 198.51.100.66`);
    expect(await from('10.0.0.2', '203.0.113.9, 198.51.100.66')).toBe(429);
    expect(await from('::ffff:10.0.0.2', '203.0.113.9, 198.51.100.66, 10.0.0.3')).toBe(429);
    expect(await from('10.0.0.2', '198.51.100.67')).toBe(401);
    for (let index = 0; index < 6; index += 1) await from('192.0.2.99', `203.0.113.${index}`);
    expect(await from('192.0.2.99', '203.0.113.200')).toBe(429);
    await behind.remove();
  });

  test('a password that is kept at the cost of years ago', async () => {
    await service.ctx.db.transaction(async (tx) => {
      await tx.exec(`update credentials set password = $1`, [await hashPassword(PASSWORD, { logN: 6, r: 4, p: 1 })]);
    });
    expect((await signIn(service.browser())).status).toBe(200);
    const [kept] = await service.ctx.db.all<{ password: string }>(`select password from credentials`);
    expect(kept?.password).toMatch(/^scrypt\$8\$8\$1\$/);
    expect((await signIn(service.browser())).status).toBe(200);
  });

  test('a body that is none, or too much of one', async () => {
    const browser = service.browser();
    expect((await browser.ask('POST', '/api/session', '{', {})).status).toBe(400);
    expect((await browser.ask('POST', '/api/session', { email: 'a@b.c', password: 'x'.repeat(1025) })).status).toBe(
      400,
    );
    expect((await browser.ask('POST', '/api/session', { email: 'ada@example.org' })).status).toBe(400);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await browser.ask('POST', '/api/session', 'email=a', form)).status).toBe(415);
  });
});

describe('passwords', () => {
  test('are kept in a form from which they could be read, or all alike', async () => {
    const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await isPassword(PASSWORD, one)).toBe(true);
    expect(await isPassword(`${PASSWORD} `, one)).toBe(false);
    expect([isKeptAtOtherCost(one), isKeptAtOtherCost(one, CHEAP_PASSWORDS)]).toEqual([false, true]);
    expect(2 ** PASSWORD_COST.logN * PASSWORD_COST.r * 128).toBe(32 * 1024 * 1024);
  });

  test('typed on two keyboards are two', async () => {
    const kept = await hashPassword('contraseña-café-lluvia', CHEAP_PASSWORDS);
    expect(await isPassword('contraseña-café-lluvia'.normalize('NFD'), kept)).toBe(true);
  });

  const known = { email: 'ana.ruiz@example.org', name: 'Ana Ruiz', organisation: 'Correos del Sur' };
  test.each([
    { password: 'short-one-1', says: /at least 12/ },
    { password: 'x'.repeat(129), says: /128 characters/ },
    { password: 'aaaaaaaaaaaaaaaa', says: /easy to guess/ },
    { password: '123456789012', says: /easy to guess/ },
    { password: 'password1234', says: /easy to guess/ },
    { password: 'P@ssw0rd2026!', says: /easy to guess/ },
    { password: 'qwertyuiopas', says: /easy to guess/ },
    { password: 'administrator1', says: /easy to guess/ },
    { password: 'ana.ruiz@example.org', says: /the name, the e-mail or the organisation/ },
    { password: 'correos2026!', says: /the name, the e-mail or the organisation/ },
    { password: 'keptkeptkept', says: /the name, the e-mail or the organisation/ },
  ])('$password is taken', async ({ password, says }) => {
    expect(await passwordProblem(password, known)).toMatch(says);
  });

  test.each([
    'trombone-lattice-quay',
    'correct horse battery staple',
    'kx8-fjw2-qpz-41',
    'лошадь батарейка скрепка',
    'x9$Kq2!mZ7rT'.repeat(10),
  ])('%s is refused', async (password) => {
    expect(await passwordProblem(password, known)).toBeNull();
  });
});
