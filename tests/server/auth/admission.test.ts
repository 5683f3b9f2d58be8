import { describe, expect, test } from 'vitest';
import {
  admission,
  type AdmissionRules,
  type Claimed,
  type Known,
  type Rights,
} from '../../../server/auth/admission.ts';
import { claimedBy, lacksClaims } from '../../../server/auth/claims.ts';

const RULES: AdmissionRules = { administrators: ['ada@example.org'], unknown: 'refuse', domains: [], groups: null };
const GROUPS = {
  leads: { role: 'lead', teams: ['north'] },
  south: { teams: ['south', 'north'] },
  care: { records: true },
} as const;
const bea = (groups: readonly string[] = []): Claimed => ({ email: 'bea@example.org', name: 'Bea', groups });
const ada: Claimed = { ...bea(), email: 'ada@example.org' };
const SOUTH: Rights = { role: 'lead', teams: ['south'], records: true };
const KNOWN: Known = { ...SOUTH, state: 'active' };

type Case = {
  readonly name: string;
  readonly rules: AdmissionRules;
  readonly who: Claimed;
  readonly known: Known | null;
};

const OPEN: AdmissionRules = { ...RULES, unknown: 'viewer' };
const BY_GROUP: AdmissionRules = { ...RULES, groups: GROUPS };

describe('who is let in', () => {
  const refused: ReadonlyArray<Case & { readonly problem: string }> = [
    { name: 'unknown', rules: RULES, who: bea(), known: null, problem: 'unknown-person' },
    { name: 'disabled', rules: RULES, who: bea(), known: { ...KNOWN, state: 'disabled' }, problem: 'disabled' },
    {
      name: 'disabled, of the settings',
      rules: RULES,
      who: ada,
      known: { ...KNOWN, state: 'disabled' },
      problem: 'disabled',
    },
    { name: 'without a group', rules: BY_GROUP, who: bea(), known: KNOWN, problem: 'unknown-person' },
    {
      name: 'of another domain, of the settings',
      rules: { ...RULES, domains: ['kept.example'] },
      who: ada,
      known: null,
      problem: 'other-domain',
    },
    {
      name: 'of no domain',
      rules: { ...RULES, domains: ['example.org'] },
      who: { ...ada, email: 'ada' },
      known: null,
      problem: 'other-domain',
    },
  ];
  test.each(refused)('$name is not: $problem', ({ rules, who, known, problem }) => {
    expect(admission(rules, who, known)).toEqual({ kind: 'refused', problem });
  });

  const letIn: ReadonlyArray<Case & { readonly has: Rights }> = [
    {
      name: 'somebody invited keeps the rights of the page',
      rules: RULES,
      who: bea(),
      known: { ...KNOWN, state: 'invited' },
      has: SOUTH,
    },
    {
      name: 'an administrator of the settings who is new',
      ...{ rules: RULES, who: ada, known: null },
      has: { role: 'administrator', teams: [], records: true },
    },
    {
      name: 'an administrator of the settings whose records were taken away',
      ...{ rules: RULES, who: ada, known: { ...KNOWN, records: false } },
      has: { role: 'administrator', teams: ['south'], records: false },
    },
    {
      name: 'an unknown viewer',
      ...{ rules: OPEN, who: bea(), known: null },
      has: { role: 'viewer', teams: [], records: false },
    },
    {
      name: 'somebody who has left all groups, where viewers are let in',
      ...{ rules: { ...OPEN, groups: GROUPS }, who: bea(['choir']), known: KNOWN },
      has: { role: 'viewer', teams: [], records: false },
    },
    {
      name: 'somebody in several groups',
      ...{ rules: BY_GROUP, who: bea(['care', 'south', 'leads']), known: null },
      has: { role: 'lead', teams: ['north', 'south'], records: true },
    },
    {
      name: 'somebody in a group without a role',
      ...{ rules: BY_GROUP, who: bea(['care']), known: { ...KNOWN, role: 'editor' } },
      has: { role: 'viewer', teams: [], records: true },
    },
  ];
  test.each(letIn)('$name', ({ rules, who, known, has }) => {
    expect(admission(rules, who, known)).toEqual({ kind: 'let-in', rights: has });
  });
});

describe('what a provider says', () => {
  const settings = {
    emailClaim: 'email',
    nameClaim: 'name',
    groupsClaim: 'realm_access.roles',
    verifiedEmail: 'required',
  } as const;
  const idToken = { iss: 'https://id.example', sub: 's-1' };

  test('an e-mail that is verified elsewhere, and another one here', () => {
    const sources = [
      { ...idToken, email: 'ada@example.org' },
      { email: 'eve@example.org', email_verified: true },
    ];
    expect(claimedBy(sources, settings)).toMatchObject({ email: 'ada@example.org', verified: false });
    const same = [
      { ...idToken, email: 'ada@example.org' },
      { email: 'Ada@Example.org', email_verified: 'true' },
    ];
    expect(claimedBy(same, settings)).toMatchObject({ email: 'ada@example.org', verified: true });
    const denied = [{ ...idToken, email: 'ada@example.org', email_verified: false }, same[1] ?? {}];
    expect(claimedBy(denied, settings).verified).toBe(false);
  });

  test('a claim by its name, or by the path to it', () => {
    const nested = { ...idToken, realm_access: { roles: ['leads', 7, 'care'] } };
    expect(claimedBy([nested], settings).groups).toEqual(['leads', 'care']);
    const flat = { ...nested, 'realm_access.roles': 'chiefs' };
    expect(claimedBy([flat], settings).groups).toEqual(['chiefs']);
    expect(claimedBy([idToken], settings).groups).toEqual([]);
    expect(claimedBy([{ ...idToken, realm_access: 'none' }], settings).groups).toEqual([]);
  });

  test('texts that are none', () => {
    const odd = claimedBy([{ ...idToken, email: ['ada@example.org'], name: { first: 'Ada' } }], settings);
    expect(odd).toMatchObject({ email: '', name: null, subject: 's-1', issuer: 'https://id.example' });
    for (const email of [
      'a\0@example.org',
      'a b@example.org',
      `${'a'.repeat(250)}@b.example`,
      'a\n@b.c',
      '\uD800@b.c',
    ]) {
      expect(claimedBy([{ ...idToken, email, name: email }], settings).email).toBe('');
    }
    expect(claimedBy([{ ...idToken, sub: 'a\0', name: 'x'.repeat(2001) }], settings)).toMatchObject({
      ...{ subject: '', name: null },
    });
  });

  test('what the ID token leaves open is asked of the userinfo endpoint', () => {
    const whole = { ...idToken, email: 'a@b.c', email_verified: false, name: 'A', realm_access: { roles: [] } };
    expect(lacksClaims(whole, settings)).toBe(false);
    for (const name of ['email', 'email_verified', 'name', 'realm_access']) {
      expect([name, lacksClaims({ ...whole, [name]: undefined }, settings)]).toEqual([name, true]);
    }
  });
});
