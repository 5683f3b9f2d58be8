import { isIP } from 'node:net';
import * as z from 'zod';
import { SIGN_IN_MODES } from '../../src/contract/session.ts';
import { ROLES } from '../../src/domain/policy.ts';
import { isAddressRange } from '../auth/sign-in-settings.ts';
import { isTimeZone } from '../time-zone.ts';
import {
  DOMAIN_NAME,
  HEADER_NAME,
  isCurrency,
  isLocale,
  isSafeAddress,
  json,
  list,
  number,
  originOf,
  systemTimeZone,
} from './value-kinds.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

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

/** The variables of the service: what each may be, and what it is where it is not set. */
export const Environment = z.object({
  HOST: z
    .string()
    .refine(
      (host) => isIP(host) !== 0 || DOMAIN_NAME.test(host),
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

export type Environment = z.infer<typeof Environment>;

/** Every variable that is read. */
export const SETTING_NAMES: readonly string[] = [...Object.keys(Environment.shape), 'KEPT_SETTINGS_FILE'];

/** Variables that hold a secret, or an address with one: what they were is never repeated. */
export const SECRETS = new Set(['DATABASE_URL', 'KEPT_METRICS_TOKEN', 'KEPT_OIDC_CLIENT_SECRET']);
