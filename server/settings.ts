import { resolve } from 'node:path';
import * as z from 'zod';
import type { DatabaseLocation } from './db/open-database.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'] as const;

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
  /** An older database is brought up to date without a backup of it. */
  readonly migrateWithoutBackup: boolean;
  /** Whoever has it may read the metrics; null: only this machine may, directly. */
  readonly metricsToken: string | null;
  /** Marks that the organisation changed, by indicator. */
  readonly marks: Readonly<Record<string, Marks>>;
  /** Weights within a dimension, by indicator; 1 where not given. */
  readonly weights: Readonly<Record<string, number>>;
};

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    /* An offset is accepted there too, but it knows no daylight saving. */
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
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

const MarksByIndicator = z.record(z.string(), z.object({ floor: z.number(), pass: z.number(), delight: z.number() }));
const WeightsByIndicator = z.record(z.string(), z.number().min(0));

const Environment = z.object({
  HOST: z
    .string()
    .refine(
      (host) => LOOPBACK.some((name) => name === host),
      'must be 127.0.0.1, localhost or ::1. Kept has no sign-in yet, so whoever reaches the port may read and change ' +
        'everything; it therefore listens on this machine alone. To reach it from elsewhere use an SSH tunnel: ' +
        'ssh -L 4000:127.0.0.1:4000 THIS-MACHINE',
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
  KEPT_MIGRATE_WITHOUT_BACKUP: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  KEPT_METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

const SECRETS = new Set(['DATABASE_URL', 'KEPT_METRICS_TOKEN']);

/** Every variable that is read. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape);

/** Settings that cannot be used; the message names every variable that is at fault and what it must be. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(['Kept cannot start with these settings:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.name = 'SettingsError';
  }
}

/**
 * Reads the settings from an environment. An empty variable counts as not set.
 * @throws SettingsError naming every variable that is at fault.
 */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  const given = Object.fromEntries(
    Object.keys(Environment.shape).flatMap((name) => {
      const value = environment[name]?.trim();
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        /* An address of a database holds a password, and a token is one: they are not repeated. */
        const shown = SECRETS.has(name) ? '' : ` (${String(given[name])})`;
        return `${name}${shown} ${issue.message}`;
      }),
    );
  }
  const env = parsed.data;
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
    migrateWithoutBackup: env.KEPT_MIGRATE_WITHOUT_BACKUP === 'yes',
    metricsToken: env.KEPT_METRICS_TOKEN ?? null,
    marks: env.KEPT_MARKS,
    weights: env.KEPT_WEIGHTS,
  };
};
