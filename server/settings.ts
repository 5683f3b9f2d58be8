import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import * as z from 'zod';
import { SIGN_IN_MODES } from '../src/contract/session.ts';
import { ROLES } from '../src/domain/policy.ts';
import {
  isAddressRange,
  isLoopbackHost,
  LOCAL_NAMES,
  signInSettings,
  type SignInSettings,
} from './auth/sign-in-settings.ts';
import type { DatabaseLocation } from './db/open-database.ts';
import { isTimeZone } from './time-zone.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type Marks = { readonly floor: number; readonly pass: number; readonly delight: number };

/** What the service was told by its environment; validated, with every default in place. */
export type Settings = {
  readonly host: string;
  readonly port: number;
  /** Absolute path: the SQLite database, uploads and temporary files. */
  readonly dataFolder: string;
  readonly location: DatabaseLocation;
  readonly organisation: string;
  /** IANA name; decides where days and weeks begin. */
  readonly timeZone: string;
  /** BCP 47 with region. */
  readonly locale: string;
  /** ISO 4217. */
  readonly currency: string;
  /** 1..12 */
  readonly fiscalYearStartMonth: number;
  readonly ruleProfile: 'nhs' | 'wheeler';
  readonly rightFirstTimeDays: number;
  readonly priceTolerancePercent: number;
  /** Currency units per hour spent on claims. */
  readonly labourRatePerHour: number;
  /** How often new data is expected. */
  readonly cadenceHours: number;
  /** Largest file that may be sent by HTTP; it is streamed to the disk. */
  readonly importLimitBytes: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly signIn: SignInSettings;
  /** Where browsers reach the service, an origin such as `https://kept.example.org`; null: on this machine alone. */
  readonly address: string | null;
  /** Addresses of reverse proxies that are believed when they say from where a request comes. */
  readonly proxies: readonly string[];
  /** Origins that may show the page in a frame; none: nobody may. */
  readonly frameAncestors: readonly string[];
  /** A session that is not used so long ends. */
  readonly sessionIdleHours: number;
  /** A session ends after so many days in any case. */
  readonly sessionDays: number;
  /** An older database is brought up to date without a backup of it. */
  readonly migrateWithoutBackup: boolean;
  /** Whoever has it may read the metrics; null: only this machine may, directly. */
  readonly metricsToken: string | null;
  /** Marks that the organisation changed, by indicator. */
  readonly marks: Readonly<Record<string, Marks>>;
  /** Weights within a dimension, by indicator; 1 where not given. */
  readonly weights: Readonly<Record<string, number>>;
};

const isLocale = (tag: string): boolean => {
  try {
    return new Intl.Locale(tag).region !== undefined;
  } catch {
    return false;
  }
};

const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);

const systemTimeZone = (): string => {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isTimeZone(zone) ? zone : 'UTC';
};

const number = (what: string, minimum: number, maximum: number, whole: boolean) =>
  z
    .string()
    .refine((text) => {
      const value = Number(text);
      return text.trim() !== '' && value >= minimum && value <= maximum && (!whole || Number.isInteger(value));
    }, `must be ${what} from ${minimum} to ${maximum}`)
    .transform(Number);

const json = <Value extends z.ZodType>(schema: Value, example: string) =>
  z.string().transform((text, context): z.infer<Value> => {
    try {
      const parsed = schema.safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data;
    } catch {
      /* No JSON: told below. */
    }
    context.addIssue(`must be JSON such as ${example}`);
    return z.NEVER;
  });

/** The origin of an address that has nothing behind it; null for any other text. */
const originOf = (text: string): string | null => {
  try {
    const { protocol, origin, pathname, search, hash, username, password } = new URL(text);
    const bare = pathname === '/' && search === '' && hash === '' && username === '' && password === '';
    return bare && ['http:', 'https:'].includes(protocol) ? origin : null;
  } catch {
    return null;
  }
};

/** What travels to it cannot be read on the way: https, or this machine. */
const isSafeAddress = (text: string): boolean => {
  try {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || (protocol === 'http:' && LOCAL_NAMES.has(hostname));
  } catch {
    return false;
  }
};

const DOMAIN_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;

const HEADER_NAME = /^[A-Za-z0-9-]{1,60}$/;

const list = (fits: (text: string) => boolean, message: string) =>
  z
    .string()
    .transform((text) =>
      text
        .split(/[\s,]+/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .refine((parts) => parts.every(fits), message);

const MarksByIndicator = z.record(z.string(), z.object({ floor: z.number(), pass: z.number(), delight: z.number() }));
const WeightsByIndicator = z.record(z.string(), z.number().min(0));

const GroupRightsByGroup = z.record(
  z.string(),
  z
    .strictObject({ role: z.enum(ROLES), teams: z.array(z.string().min(1).max(200)), records: z.boolean() })
    .partial()
    .transform(({ role, teams, records }) => ({
      ...(role === undefined ? {} : { role }),
      ...(teams === undefined ? {} : { teams }),
      ...(records === undefined ? {} : { records }),
    })),
);

const Environment = z.object({
  HOST: z
    .string()
    .refine(
      (host) => isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host),
      'must be an address or a name of this machine, such as 127.0.0.1 or 0.0.0.0',
    )
    .default('127.0.0.1'),
  PORT: number('a port', 0, 65_535, true).default(4000),
  DATA_DIR: z.string().min(1, 'must name a folder').default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'must be a PostgreSQL address, postgres://user:password@host:5432/database')
    .optional(),
  KEPT_ORGANISATION: z.string().min(1).max(200).default('Kept'),
  KEPT_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as Europe/Madrid')
    .default(() => systemTimeZone()),
  KEPT_LOCALE: z.string().refine(isLocale, 'must be a language with its region, such as en-GB').default('en-GB'),
  KEPT_CURRENCY: z.string().refine(isCurrency, 'must be an ISO 4217 currency such as EUR').default('EUR'),
  KEPT_FISCAL_YEAR_START: number('a month', 1, 12, true).default(1),
  KEPT_RULE_PROFILE: z.enum(['nhs', 'wheeler'], 'must be nhs or wheeler').default('nhs'),
  KEPT_RIGHT_FIRST_TIME_DAYS: number('a number of days', 1, 365, true).default(7),
  KEPT_PRICE_TOLERANCE_PERCENT: number('a percentage', 0, 100, false).default(0),
  KEPT_LABOUR_RATE: number('an amount an hour', 0, 100_000, false).default(0),
  KEPT_CADENCE_HOURS: number('a number of hours', 1, 8784, false).default(168),
  KEPT_IMPORT_LIMIT_MB: number('a number of megabytes', 1, 1_000_000, true).default(4096),
  KEPT_MARKS: json(MarksByIndicator, '{"on-time":{"floor":60,"pass":90,"delight":98}}').default({}),
  KEPT_WEIGHTS: json(WeightsByIndicator, '{"on-time":2}').default({}),
  KEPT_SIGN_IN: z.enum(SIGN_IN_MODES, `must be one of ${SIGN_IN_MODES.join(', ')}`).default('open'),
  KEPT_ADDRESS: z
    .string()
    .transform(originOf)
    .refine((origin) => origin !== null, 'must be an address without a path, such as https://kept.example.org')
    .optional(),
  KEPT_PROXIES: list(isAddressRange, 'must be addresses or networks such as 127.0.0.1, 10.0.0.0/24').default([]),
  KEPT_OIDC_ISSUER: z
    .string()
    .refine(isSafeAddress, 'must be an https address such as https://login.example.org/realms/staff')
    .optional(),
  KEPT_OIDC_CLIENT_ID: z.string().optional(),
  KEPT_OIDC_CLIENT_SECRET: z.string().optional(),
  KEPT_OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  KEPT_OIDC_NAME: z.string().max(60).default('the company account'),
  KEPT_OIDC_SCOPES: z
    .string()
    .refine((text) => text.split(/\s+/).includes('openid'), 'must hold openid, such as openid email profile groups')
    .default('openid email profile'),
  KEPT_OIDC_EMAIL_CLAIM: z.string().default('email'),
  KEPT_OIDC_NAME_CLAIM: z.string().default('name'),
  KEPT_OIDC_GROUPS_CLAIM: z.string().optional(),
  KEPT_OIDC_VERIFIED_EMAIL: z.enum(['required', 'assumed'], 'must be required or assumed').default('required'),
  KEPT_PROXY_HEADER: z.string().regex(HEADER_NAME, 'must be the name of a header such as X-Forwarded-Email').optional(),
  KEPT_PROXY_NAME_HEADER: z
    .string()
    .regex(HEADER_NAME, 'must be the name of a header such as X-Forwarded-User')
    .optional(),
  KEPT_PROXY_GROUPS_HEADER: z
    .string()
    .regex(HEADER_NAME, 'must be the name of a header such as X-Forwarded-Groups')
    .optional(),
  KEPT_UNKNOWN_PEOPLE: z.enum(['refuse', 'viewer'], 'must be refuse or viewer').default('refuse'),
  KEPT_EMAIL_DOMAINS: list(
    (text) => DOMAIN_NAME.test(text),
    'must be domains such as example.org, parted by commas and without @',
  )
    .transform((texts) => texts.map((text) => text.toLowerCase()))
    .default([]),
  KEPT_GROUP_RIGHTS: json(
    GroupRightsByGroup,
    '{"service-leads":{"role":"lead","teams":["north"]},"care":{"role":"editor","records":true}}',
  ).optional(),
  KEPT_ADMINISTRATORS: list((text) => !/\s/.test(text), 'must be e-mail addresses, parted by commas')
    .transform((texts) => texts.map((text) => text.toLowerCase()))
    .default([]),
  KEPT_FRAME_ANCESTORS: list(
    (text) => originOf(text) === text,
    'must be origins such as https://portal.example.org, parted by commas',
  ).default([]),
  KEPT_SESSION_IDLE_HOURS: number('a number of hours', 0.25, 720, false).default(12),
  KEPT_SESSION_DAYS: number('a number of days', 1, 90, false).default(7),
  KEPT_MIGRATE_WITHOUT_BACKUP: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  KEPT_METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/** Every variable that is read. */
export const SETTING_NAMES: readonly string[] = [...Object.keys(Environment.shape), 'KEPT_SETTINGS_FILE'];

/** Settings that cannot be used; the message names every variable that is at fault and what it must be. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(['Kept cannot start with these settings:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.name = 'SettingsError';
  }
}

type Given = Readonly<Record<string, string | undefined>>;

/** Variables that hold a secret, or an address with one: what they were is never repeated. */
const SECRETS = new Set(['DATABASE_URL', 'KEPT_METRICS_TOKEN', 'KEPT_OIDC_CLIENT_SECRET']);

type Read = (path: string) => string;

const readFor = (name: string, path: string, read: Read): string => {
  try {
    return read(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new SettingsError([`${name} (${path}) cannot be read: ${code}.`]);
  }
};

/** The client's secret, from the variable or from the file, as Docker and systemd hand secrets over. */
const clientSecret = (env: z.infer<typeof Environment>, read: Read): string | undefined => {
  const { KEPT_OIDC_CLIENT_SECRET: given, KEPT_OIDC_CLIENT_SECRET_FILE: path } = env;
  if (path === undefined || env.KEPT_SIGN_IN !== 'oidc') return given;
  const secret = readFor('KEPT_OIDC_CLIENT_SECRET_FILE', path, read).trim();
  if (given !== undefined || secret === '') {
    const wrong = secret === '' ? 'is empty' : 'is given beside KEPT_OIDC_CLIENT_SECRET: choose one of them';
    throw new SettingsError([`KEPT_OIDC_CLIENT_SECRET_FILE (${path}) ${wrong}.`]);
  }
  return secret;
};

/** `NAME=value` lines of the file that KEPT_SETTINGS_FILE names; what the environment says goes before it. */
const settingsFile = (path: string, read: Read): Given => {
  const given = parseEnv(readFor('KEPT_SETTINGS_FILE', path, read)) as Given;
  const unknown = Object.keys(given).filter((name) => !(name in Environment.shape));
  if (unknown.length > 0) {
    throw new SettingsError(unknown.map((name) => `${name} in ${path} is no setting of Kept. Is it misspelt?`));
  }
  return given;
};

/** What single variables cannot know: which of them go together. */
const problemsBetween = (env: z.infer<typeof Environment>): string[] => {
  const { HOST, KEPT_SIGN_IN: way, KEPT_ADDRESS: address, KEPT_PROXIES: proxies } = env;
  const problems: string[] = [];
  if (way === 'open' && !isLoopbackHost(HOST)) {
    problems.push(
      `HOST (${HOST}) must be 127.0.0.1, localhost or ::1 as long as nobody has to sign in: whoever reaches the port ` +
        'may read and change everything. Choose a way to sign in, KEPT_SIGN_IN=accounts (or oidc, or proxy) with ' +
        'KEPT_ADDRESS=https://…, or use an SSH tunnel: ssh -L 4000:127.0.0.1:4000 THIS-MACHINE',
    );
  }
  if (way === 'open' && address !== undefined) {
    problems.push(
      'KEPT_ADDRESS is for a service that others reach, and then one must sign in: set KEPT_SIGN_IN to accounts, oidc or proxy.',
    );
  }
  if (way !== 'open' && address === undefined && (way === 'oidc' || !isLoopbackHost(HOST))) {
    problems.push('KEPT_ADDRESS is needed: the address that people type, such as https://kept.example.org');
  }
  if (typeof address === 'string' && !isSafeAddress(address)) {
    problems.push(
      `KEPT_ADDRESS (${address}) must begin with https://: passwords and sessions would travel for all to read. Put a ` +
        'reverse proxy that ends TLS before Kept (docs/operations.md).',
    );
  }
  if (way === 'proxy' && proxies.length === 0) {
    problems.push(
      'KEPT_PROXIES is needed with KEPT_SIGN_IN=proxy: the addresses from which the proxy asks, such as 127.0.0.1. ' +
        'From any other address its header is not believed.',
    );
  }
  return problems;
};

/** A proxy on this machine that ends TLS for a service that listens on loopback alone needs no mention. */
const proxiesOf = ({
  HOST,
  KEPT_ADDRESS: address,
  KEPT_PROXIES: given,
}: z.infer<typeof Environment>): readonly string[] =>
  given.length === 0 && isLoopbackHost(HOST) && address?.startsWith('https:') === true ? ['127.0.0.1', '::1'] : given;

/**
 * Reads the settings from an environment and the file that it may name. An empty variable counts as not set.
 * @throws SettingsError naming every variable that is at fault.
 */
export const readSettings = (environment: Given, read: Read = (path) => readFileSync(path, 'utf8')): Settings => {
  const path = environment['KEPT_SETTINGS_FILE']?.trim() ?? '';
  const fromFile = path === '' ? {} : settingsFile(path, read);
  const set = (value: string | undefined): string | undefined => (value?.trim() === '' ? undefined : value?.trim());
  const given = Object.fromEntries(
    Object.keys(Environment.shape).flatMap((name) => {
      const value = set(environment[name]) ?? set(fromFile[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        const shown = SECRETS.has(name) ? '' : ` (${String(given[name])})`;
        return `${name}${shown} ${issue.message}`;
      }),
    );
  }
  const env = parsed.data;
  const problems = problemsBetween(env);
  const signIn = signInSettings({ ...env, KEPT_OIDC_CLIENT_SECRET: clientSecret(env, read) }, problems);
  if (problems.length > 0) throw new SettingsError(problems);
  const dataFolder = resolve(env.DATA_DIR);
  return {
    host: env.HOST,
    port: env.PORT,
    dataFolder,
    location:
      env.DATABASE_URL === undefined
        ? { kind: 'sqlite', folder: dataFolder }
        : { kind: 'postgres', url: env.DATABASE_URL },
    organisation: env.KEPT_ORGANISATION,
    timeZone: env.KEPT_TIME_ZONE,
    locale: env.KEPT_LOCALE,
    currency: env.KEPT_CURRENCY,
    fiscalYearStartMonth: env.KEPT_FISCAL_YEAR_START,
    ruleProfile: env.KEPT_RULE_PROFILE,
    rightFirstTimeDays: env.KEPT_RIGHT_FIRST_TIME_DAYS,
    priceTolerancePercent: env.KEPT_PRICE_TOLERANCE_PERCENT,
    labourRatePerHour: env.KEPT_LABOUR_RATE,
    cadenceHours: env.KEPT_CADENCE_HOURS,
    importLimitBytes: env.KEPT_IMPORT_LIMIT_MB * 1_048_576,
    logLevel: env.LOG_LEVEL,
    signIn,
    address: env.KEPT_ADDRESS ?? null,
    proxies: proxiesOf(env),
    frameAncestors: env.KEPT_FRAME_ANCESTORS,
    sessionIdleHours: env.KEPT_SESSION_IDLE_HOURS,
    sessionDays: env.KEPT_SESSION_DAYS,
    migrateWithoutBackup: env.KEPT_MIGRATE_WITHOUT_BACKUP === 'yes',
    metricsToken: env.KEPT_METRICS_TOKEN ?? null,
    marks: env.KEPT_MARKS,
    weights: env.KEPT_WEIGHTS,
  };
};
