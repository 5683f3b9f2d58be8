import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isLoopbackHost, signInSettings, type SignInSettings } from './auth/sign-in-settings.ts';
import type { DatabaseLocation } from './db/open-database.ts';
import { Environment, SECRETS } from './settings/environment.ts';
import { problemsBetween } from './settings/problems-between.ts';
import { SettingsError } from './settings/settings-error.ts';
import { clientSecret, settingsFile, type Given, type Read } from './settings/settings-files.ts';

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
  readonly logLevel: Environment['LOG_LEVEL'];
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

/** A proxy on this machine that ends TLS for a service that listens on loopback alone needs no mention. */
const proxiesOf = ({ HOST, KEPT_ADDRESS: address, KEPT_PROXIES: given }: Environment): readonly string[] =>
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
