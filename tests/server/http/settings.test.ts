import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, SettingsError } from '../../../server/settings.ts';

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
    marks: { 'on-time': { floor: 60, pass: 90, delight: 98 } },
    weights: { 'on-time': 2 },
    migrateWithoutBackup: true,
    metricsToken: 'a-token-of-enough-letters',
  });
});

const refused: ReadonlyArray<{ name: string; value: string; says: RegExp }> = [
  { name: 'HOST', value: '0.0.0.0', says: /no sign-in yet.*SSH tunnel/s },
  { name: 'HOST', value: '192.168.1.5', says: /listens on this machine alone/ },
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
