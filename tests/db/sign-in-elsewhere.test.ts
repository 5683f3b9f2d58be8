import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { ProvedClaim } from '../../server/auth/claims.ts';
import type { AdmissionRules } from '../../server/auth/admission.ts';
import { signInByProvider } from '../../server/services/sign-in-by-provider.ts';
import { Session } from '../../src/contract/session.ts';
import { ADDRESS } from '../server/auth/signed-service.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { contextOn } from './support/service.ts';
import { at } from './support/world.ts';

const NOW = at('2026-11-16');
const RULES: AdmissionRules = { administrators: ['ada@example.org'], unknown: 'viewer', domains: [], groups: null };
const BEA: ProvedClaim = {
  ...{
    issuer: 'https://id.example',
    subject: 's-1',
    email: 'bea@example.org',
    verified: true,
    name: 'Bea',
    groups: [],
  },
};
const PEOPLE = `select email, role, teams, records, state, revision from people order by email`;

eachDatabase((_, open) => {
  test('one person becomes two by signing in at the provider twice at a time, or keeps rights that were taken away', async () => {
    const { db } = await open();
    const ctx = contextOn(db, () => NOW, { KEPT_SIGN_IN: 'accounts', KEPT_ADDRESS: ADDRESS });
    const signIn = async (rules = RULES, claim = BEA): Promise<string> =>
      (await signInByProvider(ctx, { claim, rules, before: null })).tokenHash;
    await Promise.all([signIn(), signIn(), signIn()]);
    const bea = { email: 'bea@example.org', role: 'viewer', teams: '[]', records: 0, state: 'active', revision: 1 };
    expect(await db.all(PEOPLE)).toEqual([bea]);
    expect(await db.all(`select subject from identities`)).toEqual([{ subject: 's-1' }]);
    expect(await db.all(`select token_hash from sessions`)).toHaveLength(3);
    const groups = { leads: { role: 'lead', teams: ['north'], records: true } } as const;
    await signIn({ ...RULES, groups }, { ...BEA, groups: ['leads'] });
    expect(await db.all(PEOPLE)).toEqual([{ ...bea, role: 'lead', teams: '["north"]', records: 1, revision: 2 }]);
    await signIn({ ...RULES, groups }, { ...BEA, email: 'bea.holm@example.org' });
    expect(await db.all(PEOPLE)).toEqual([{ ...bea, email: 'bea.holm@example.org', revision: 3 }]);
  });

  test('whoever a proxy names is written twice, or not at all', async () => {
    const { db } = await open();
    const ctx = contextOn(db, () => NOW, {
      ...{ KEPT_SIGN_IN: 'proxy', KEPT_ADDRESS: ADDRESS, KEPT_PROXIES: '10.0.0.2', KEPT_UNKNOWN_PEOPLE: 'viewer' },
      KEPT_PROXY_HEADER: 'Remote-User',
    });
    const app = createApp(ctx);
    const headers = { host: 'kept.example.org', 'remote-user': 'bea' };
    const ask = async (): Promise<Session> => {
      const env = { incoming: { socket: { remoteAddress: '10.0.0.2' } } };
      return Session.parse(await (await app.request('/api/session', { headers }, env)).json());
    };
    const sessions = await Promise.all([ask(), ask(), ask(), ask()]);
    expect(new Set(sessions.map(({ who }) => who?.id)).size).toBe(1);
    expect(sessions[0].who).toMatchObject({ name: 'bea', email: 'bea', role: 'viewer' });
    expect(await db.all(`select email, last_seen_at from people`)).toEqual([{ email: 'bea', last_seen_at: NOW }]);
    expect(await db.all(`select what, about from audit`)).toEqual([{ what: 'comeByProxy', about: 'bea' }]);
  });
});
