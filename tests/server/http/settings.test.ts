import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SettingsError } from '../../../server/settings/settings-error.ts';
import { readSettings } from '../../../server/settings.ts';

test('without any variable there is a default for each, on this machine alone', () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    organisation: 'Kept',
    locale: 'en-GB',
    currency: 'EUR',
    fiscalYearStartMonth: 1,
    ruleProfile: 'nhs',
    rightFirstTimeDays: 7,
    priceTolerancePercent: 0,
    labourRatePerHour: 0,
    cadenceHours: 168,
    importLimitBytes: 4_294_967_296,
    logLevel: 'info',
    signIn: { way: 'open' },
    address: null,
    proxies: [],
    frameAncestors: [],
    sessionIdleHours: 12,
    sessionDays: 7,
    marks: {},
    weights: {},
    migrateWithoutBackup: false,
    metricsToken: null,
  });
  expect(isAbsolute(settings.dataFolder)).toBe(true);
  expect(settings.location).toEqual({ kind: 'sqlite', folder: settings.dataFolder });
});

test('every variable is read, and blank ones count as not set', () => {
  const settings = readSettings({
    HOST: '::1',
    PORT: '4321',
    DATA_DIR: ' /srv/kept ',
    DATABASE_URL: 'postgres://kept:secret@db:5432/kept',
    KEPT_ORGANISATION: 'Correos del Sur',
    KEPT_TIME_ZONE: 'Europe/Madrid',
    KEPT_LOCALE: 'es-ES',
    KEPT_CURRENCY: 'GBP',
    KEPT_FISCAL_YEAR_START: '4',
    KEPT_RULE_PROFILE: 'wheeler',
    KEPT_RIGHT_FIRST_TIME_DAYS: '30',
    KEPT_PRICE_TOLERANCE_PERCENT: '0.5',
    KEPT_LABOUR_RATE: '27.5',
    KEPT_CADENCE_HOURS: '24',
    KEPT_IMPORT_LIMIT_MB: '10',
    KEPT_MARKS: '{"on-time":{"floor":60,"pass":90,"delight":98}}',
    KEPT_WEIGHTS: '{"on-time":2}',
    KEPT_MIGRATE_WITHOUT_BACKUP: 'yes',
    KEPT_METRICS_TOKEN: 'a-token-of-enough-letters',
    LOG_LEVEL: '  ',
  });
  expect(settings).toEqual({
    host: '::1',
    port: 4321,
    dataFolder: '/srv/kept',
    location: { kind: 'postgres', url: 'postgres://kept:secret@db:5432/kept' },
    organisation: 'Correos del Sur',
    timeZone: 'Europe/Madrid',
    locale: 'es-ES',
    currency: 'GBP',
    fiscalYearStartMonth: 4,
    ruleProfile: 'wheeler',
    rightFirstTimeDays: 30,
    priceTolerancePercent: 0.5,
    labourRatePerHour: 27.5,
    cadenceHours: 24,
    importLimitBytes: 10_485_760,
    logLevel: 'info',
    signIn: { way: 'open' },
    address: null,
    proxies: [],
    frameAncestors: [],
    sessionIdleHours: 12,
    sessionDays: 7,
    marks: { 'on-time': { floor: 60, pass: 90, delight: 98 } },
    weights: { 'on-time': 2 },
    migrateWithoutBackup: true,
    metricsToken: 'a-token-of-enough-letters',
  });
});

const refused: ReadonlyArray<{ name: string; value: string; says: RegExp }> = [
  { name: 'HOST', value: '0.0.0.0', says: /nobody has to sign in.*KEPT_SIGN_IN=accounts.*SSH tunnel/s },
  { name: 'HOST', value: '192.168.1.5', says: /must be 127.0.0.1/ },
  { name: 'PORT', value: '70000', says: /a port from 0 to 65535/ },
  { name: 'PORT', value: '40.5', says: /a port/ },
  { name: 'PORT', value: '4000x', says: /a port/ },
  { name: 'DATABASE_URL', value: 'mysql://root:secret@db/x', says: /PostgreSQL address/ },
  { name: 'KEPT_MIGRATE_WITHOUT_BACKUP', value: 'true', says: /yes or no/ },
  { name: 'KEPT_METRICS_TOKEN', value: 'short', says: /16 characters/ },
  { name: 'KEPT_TIME_ZONE', value: 'Madrid', says: /IANA time zone such as Europe\/Madrid/ },
  { name: 'KEPT_TIME_ZONE', value: '+02:00', says: /IANA/ },
  { name: 'KEPT_LOCALE', value: 'en', says: /with its region/ },
  { name: 'KEPT_LOCALE', value: '!!', says: /with its region/ },
  { name: 'KEPT_CURRENCY', value: 'EURO', says: /ISO 4217/ },
  { name: 'KEPT_FISCAL_YEAR_START', value: '13', says: /a month from 1 to 12/ },
  { name: 'KEPT_RULE_PROFILE', value: 'nelson', says: /nhs or wheeler/ },
  { name: 'KEPT_RIGHT_FIRST_TIME_DAYS', value: '0', says: /days from 1/ },
  { name: 'KEPT_PRICE_TOLERANCE_PERCENT', value: '-1', says: /percentage from 0/ },
  { name: 'KEPT_LABOUR_RATE', value: 'much', says: /amount an hour/ },
  { name: 'KEPT_CADENCE_HOURS', value: '0', says: /hours from 1/ },
  { name: 'KEPT_MARKS', value: '{"on-time":{"floor":60}}', says: /must be JSON such as \{"on-time"/ },
  { name: 'KEPT_MARKS', value: 'on-time=60', says: /must be JSON/ },
  { name: 'KEPT_WEIGHTS', value: '{"on-time":-1}', says: /must be JSON/ },
  { name: 'LOG_LEVEL', value: 'loud', says: /one of fatal/ },
];
test.each(refused)('$name=$value is refused in words', ({ name, value, says }) => {
  expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`${name}.*${says.source}`, 's'));
});

test('all that is wrong is told at once', () => {
  expect(() => readSettings({ PORT: 'x', KEPT_LOCALE: 'y' })).toThrow(/PORT.*\n.*KEPT_LOCALE/s);
});

test('a token that is refused is not repeated', () => {
  expect(() => readSettings({ KEPT_METRICS_TOKEN: 'secret-token' })).toThrow(/^(?!.*secret-token)/s);
});

test('the password in the address of the database is not repeated', () => {
  expect(() => readSettings({ DATABASE_URL: 'mysql://root:hunter2@db/x' })).not.toThrow(/hunter2/);
});

describe('who may come in', () => {
  const ACCOUNTS = { KEPT_SIGN_IN: 'accounts', KEPT_ADDRESS: 'https://kept.example.org' };
  const OIDC = {
    ...{ KEPT_SIGN_IN: 'oidc', KEPT_ADDRESS: 'https://kept.example.org', KEPT_OIDC_CLIENT_ID: 'kept' },
    ...{ KEPT_OIDC_ISSUER: 'https://login.example.org', KEPT_OIDC_CLIENT_SECRET: 'hunter2' },
  };
  const PROXY = {
    ...{ KEPT_SIGN_IN: 'proxy', KEPT_ADDRESS: 'https://kept.example.org' },
    ...{ KEPT_PROXY_HEADER: 'X-Forwarded-Email', KEPT_PROXIES: '10.0.0.0/24' },
  };

  test('each way is read with what it needs', () => {
    expect(readSettings({ ...ACCOUNTS, HOST: '0.0.0.0' })).toMatchObject({
      ...{ signIn: { way: 'accounts' }, address: 'https://kept.example.org', host: '0.0.0.0', proxies: [] },
    });
    expect(readSettings({ ...OIDC, KEPT_ADMINISTRATORS: 'Ada@example.org, bea@example.org' }).signIn).toEqual({
      ...{ way: 'oidc', issuer: 'https://login.example.org', clientId: 'kept', clientSecret: 'hunter2' },
      ...{ name: 'the company account', scopes: 'openid email profile', emailClaim: 'email', nameClaim: 'name' },
      ...{ groupsClaim: null, verifiedEmail: 'required' },
      admission: {
        ...{ administrators: ['ada@example.org', 'bea@example.org'], unknown: 'refuse', domains: [], groups: null },
      },
    });
    expect(readSettings({ ...PROXY, KEPT_PROXY_NAME_HEADER: 'X-Name' })).toMatchObject({
      signIn: { way: 'proxy', header: 'x-forwarded-email', nameHeader: 'x-name', groupsHeader: null },
      proxies: ['10.0.0.0/24'],
    });
  });

  test('who is let in, and what groups give', () => {
    const rules = {
      ...{ KEPT_UNKNOWN_PEOPLE: 'viewer', KEPT_EMAIL_DOMAINS: 'Example.org, kept.example' },
      KEPT_GROUP_RIGHTS: '{"care team":{"role":"editor","records":true},"north":{"teams":["north"]}}',
    };
    const admission = {
      ...{ administrators: [], unknown: 'viewer', domains: ['example.org', 'kept.example'] },
      groups: { 'care team': { role: 'editor', records: true }, north: { teams: ['north'] } },
    };
    expect(readSettings({ ...OIDC, ...rules, KEPT_OIDC_GROUPS_CLAIM: 'groups' }).signIn).toMatchObject({ admission });
    expect(readSettings({ ...PROXY, ...rules, KEPT_PROXY_GROUPS_HEADER: 'X-Groups' }).signIn).toMatchObject({
      ...{ admission, groupsHeader: 'x-groups' },
    });
  });

  test('the secret may stand in a file of its own', () => {
    const given = { ...OIDC, KEPT_OIDC_CLIENT_SECRET: '', KEPT_OIDC_CLIENT_SECRET_FILE: '/run/secrets/kept' };
    expect(readSettings(given, () => 'hunter2\n').signIn).toMatchObject({ clientSecret: 'hunter2' });
    expect(() => readSettings(given, () => ' \n')).toThrow(/KEPT_OIDC_CLIENT_SECRET_FILE.*is empty/);
    expect(() => readSettings({ ...given, ...OIDC }, () => 'x')).toThrow(/beside KEPT_OIDC_CLIENT_SECRET: choose one/);
    const missing = (): string => {
      throw Object.assign(new Error('x'), { code: 'ENOENT' });
    };
    expect(() => readSettings(given, missing)).toThrow(
      /KEPT_OIDC_CLIENT_SECRET_FILE \(\/run\/secrets\/kept\) cannot be read: ENOENT/,
    );
  });

  test('a proxy on this machine needs no mention', () => {
    expect(readSettings(ACCOUNTS).proxies).toEqual(['127.0.0.1', '::1']);
    expect(readSettings({ ...ACCOUNTS, KEPT_PROXIES: '10.0.0.2, fd00::/8' }).proxies).toEqual(['10.0.0.2', 'fd00::/8']);
    expect(readSettings({ ...ACCOUNTS, HOST: '10.0.0.7' }).proxies).toEqual([]);
    expect(readSettings({ KEPT_SIGN_IN: 'accounts' }).proxies).toEqual([]);
  });

  const refusedTogether: ReadonlyArray<{ name: string; given: Readonly<Record<string, string>>; says: RegExp }> = [
    {
      name: 'an open service for others',
      given: { KEPT_ADDRESS: 'https://x.example.org' },
      says: /KEPT_ADDRESS.*one must sign in/,
    },
    { name: 'no address', given: { KEPT_SIGN_IN: 'accounts', HOST: '0.0.0.0' }, says: /KEPT_ADDRESS is needed/ },
    {
      name: 'http over the network',
      given: { ...ACCOUNTS, KEPT_ADDRESS: 'http://kept.example.org' },
      says: /must begin with https.*TLS/s,
    },
    {
      name: 'an address with a path',
      given: { ...ACCOUNTS, KEPT_ADDRESS: 'https://example.org/kept' },
      says: /KEPT_ADDRESS.*without a path/,
    },
    {
      name: 'an address that is none',
      given: { ...ACCOUNTS, KEPT_ADDRESS: 'kept.example.org' },
      says: /KEPT_ADDRESS.*without a path/,
    },
    {
      name: 'a provider by http',
      given: { ...OIDC, KEPT_OIDC_ISSUER: 'http://login.example.org' },
      says: /KEPT_OIDC_ISSUER.*https/,
    },
    {
      name: 'a provider without secret',
      given: { ...OIDC, KEPT_OIDC_CLIENT_SECRET: '' },
      says: /KEPT_OIDC_CLIENT_SECRET is needed/,
    },
    { name: 'a provider without a way back', given: { ...OIDC, KEPT_ADDRESS: '' }, says: /KEPT_ADDRESS is needed/ },
    {
      name: 'a proxy from anywhere',
      given: { ...PROXY, KEPT_ADDRESS: 'https://k.example.org', HOST: '0.0.0.0', KEPT_PROXIES: '' },
      says: /KEPT_PROXIES is needed/,
    },
    { name: 'a proxy without header', given: { ...PROXY, KEPT_PROXY_HEADER: '' }, says: /KEPT_PROXY_HEADER is needed/ },
    {
      name: 'a proxy by name',
      given: { ...PROXY, KEPT_PROXIES: 'proxy.local' },
      says: /KEPT_PROXIES.*addresses or networks/,
    },
    { name: 'half the internet', given: { ...PROXY, KEPT_PROXIES: '10.0.0.0/33' }, says: /KEPT_PROXIES/ },
    {
      name: 'another way',
      given: { KEPT_SIGN_IN: 'ldap' },
      says: /KEPT_SIGN_IN \(ldap\) must be one of open, accounts, oidc, proxy/,
    },
    {
      name: 'frames of everybody',
      given: { ...ACCOUNTS, KEPT_FRAME_ANCESTORS: '*' },
      says: /KEPT_FRAME_ANCESTORS.*origins/,
    },
    {
      name: 'a provider without the scope that makes it one',
      given: { ...OIDC, KEPT_OIDC_SCOPES: 'email profile' },
      says: /KEPT_OIDC_SCOPES.*must hold openid/,
    },
    {
      name: 'another claim that is taken for a verified e-mail',
      given: { ...OIDC, KEPT_OIDC_EMAIL_CLAIM: 'upn' },
      says: /KEPT_OIDC_EMAIL_CLAIM \(upn\) needs KEPT_OIDC_VERIFIED_EMAIL=assumed/,
    },
    {
      name: 'groups that are said nowhere',
      given: { ...OIDC, KEPT_GROUP_RIGHTS: '{"care":{"role":"editor"}}' },
      says: /KEPT_OIDC_GROUPS_CLAIM is needed with KEPT_GROUP_RIGHTS/,
    },
    {
      name: 'groups that give nothing',
      given: { ...PROXY, KEPT_PROXY_GROUPS_HEADER: 'X-Groups' },
      says: /KEPT_GROUP_RIGHTS is needed with KEPT_PROXY_GROUPS_HEADER/,
    },
    {
      name: 'a role that there is not',
      given: { ...OIDC, KEPT_OIDC_GROUPS_CLAIM: 'groups', KEPT_GROUP_RIGHTS: '{"care":{"role":"chief"}}' },
      says: /KEPT_GROUP_RIGHTS.*must be JSON such as/,
    },
    {
      name: 'a right that there is not',
      given: { ...OIDC, KEPT_OIDC_GROUPS_CLAIM: 'groups', KEPT_GROUP_RIGHTS: '{"care":{"record":true}}' },
      says: /KEPT_GROUP_RIGHTS.*must be JSON such as/,
    },
    {
      name: 'a domain with its @',
      given: { ...OIDC, KEPT_EMAIL_DOMAINS: '@example.org' },
      says: /KEPT_EMAIL_DOMAINS.*without @/,
    },
    {
      name: 'unknown people of another kind',
      given: { ...OIDC, KEPT_UNKNOWN_PEOPLE: 'editor' },
      says: /KEPT_UNKNOWN_PEOPLE \(editor\) must be refuse or viewer/,
    },
    { name: 'a header of two lines', given: { ...PROXY, KEPT_PROXY_HEADER: 'a: b' }, says: /KEPT_PROXY_HEADER/ },
  ];
  test.each(refusedTogether)('$name is refused in words', ({ given, says }) => {
    expect(() => readSettings(given)).toThrow(SettingsError);
    expect(() => readSettings(given)).toThrow(says);
    expect(() => readSettings(given)).not.toThrow(/hunter2/);
  });

  test('a file of settings is read, the environment goes before it, and a slip in it is told', () => {
    const file = '# Kept\nKEPT_SIGN_IN=accounts\nKEPT_ADDRESS="https://kept.example.org"\nPORT=5000\n';
    const read = (path: string): string => {
      if (path === '/etc/kept.env') return file;
      if (path === '/etc/slip.env') return 'KEPT_SIGNIN=accounts\n';
      throw Object.assign(new Error('x'), { code: 'EACCES' });
    };
    const settings = readSettings({ KEPT_SETTINGS_FILE: '/etc/kept.env', PORT: '6000' }, read);
    expect(settings).toMatchObject({ port: 6000, signIn: { way: 'accounts' }, address: 'https://kept.example.org' });
    expect(() => readSettings({ KEPT_SETTINGS_FILE: '/etc/slip.env' }, read)).toThrow(
      /KEPT_SIGNIN in \/etc\/slip\.env is no setting/,
    );
    expect(() => readSettings({ KEPT_SETTINGS_FILE: '/etc/none.env' }, read)).toThrow(/KEPT_SETTINGS_FILE.*EACCES/);
  });
});
