import type { Hono } from 'hono';
import { createApp, type AppParts } from '../../../server/app.ts';
import { createContext, type ServiceContext } from '../../../server/context.ts';
import { bumpDataVersion } from '../../../server/db/data-version.ts';
import type { PasswordCost } from '../../../server/auth/passwords.ts';
import { createLog, type Log } from '../../../server/log.ts';
import { readSettings } from '../../../server/settings.ts';
import type { SqlValue } from '../../../server/db/database.ts';
import { parseIsoDate, parseIsoWeek, type DayNumber, type WeekNumber } from '../../../src/domain/week.ts';
import { openTestSqlite } from '../../db/setup/test-databases.ts';

/** Monday of 2026-W47: W46 has just ended. */
export const NOW = Date.parse('2026-11-16T08:00:00Z');

export const week = (label: string): WeekNumber => {
  const found = parseIsoWeek(label);
  if (found === null) throw new Error(`${label} is no week`);
  return found;
};

export const day = (date: string): DayNumber => {
  const found = parseIsoDate(date);
  if (found === null) throw new Error(`${date} is no date`);
  return found;
};

export type TestService = {
  readonly app: Hono;
  readonly ctx: ServiceContext;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly insert: (table: string, rows: ReadonlyArray<Readonly<Record<string, SqlValue>>>) => Promise<void>;
  readonly setBusy: (busy: boolean) => void;
  readonly setNow: (now: number) => void;
  readonly remove: () => Promise<void>;
};

/** So that a test waits for what it guards, not for scrypt. */
export const CHEAP_PASSWORDS: PasswordCost = { logN: 8, r: 8, p: 1 };

export type TestServiceMore = { readonly environment?: Readonly<Record<string, string>>; readonly log?: Log };

const RECORD = { source_system: 'test', recorded_at: 0, import_id: 1 };
const WITHOUT_PROVENANCE = new Set(['observations', 'coverage', 'restatements', 'imports', 'settings']);

/** A service on an empty SQLite database with a fixed clock in UTC. Rows are written as they stand; each write moves the data version. */
export const startTestService = async (
  parts: AppParts = {},
  { environment = {}, log = createLog('silent') }: TestServiceMore = {},
): Promise<TestService> => {
  const { db, remove } = await openTestSqlite();
  let now = NOW;
  let busy = false;
  const ctx = createContext({
    db,
    clock: () => now,
    settings: readSettings({ KEPT_TIME_ZONE: 'UTC', KEPT_ORGANISATION: 'Test', LOG_LEVEL: 'silent', ...environment }),
    log,
    passwordCost: CHEAP_PASSWORDS,
    build: 'b1',
    jobs: { busy: () => busy },
  });
  const app = createApp(ctx, parts);
  return {
    app,
    ctx,
    get: async (path, headers = {}) => app.request(path, { headers }),
    insert: async (table, rows) => {
      const version = await db.transaction(async (tx) => {
        for (const row of rows) {
          const whole: Readonly<Record<string, SqlValue>> = WITHOUT_PROVENANCE.has(table) ? row : { ...RECORD, ...row };
          await tx.insertRows(table, Object.keys(whole), [Object.values(whole)]);
        }
        return bumpDataVersion(tx, now);
      });
      ctx.live.announce(version);
    },
    setBusy: (next) => {
      busy = next;
    },
    setNow: (next) => {
      now = next;
    },
    remove,
  };
};

/** Rows of `observations` for consecutive weeks from `from`; null leaves a week out. */
export const weekly = (
  indicator: string,
  team: string,
  from: string,
  sums: ReadonlyArray<readonly [numerator: number, denominator: number] | null>,
): ReadonlyArray<Readonly<Record<string, SqlValue>>> =>
  sums.flatMap((sum, index) =>
    sum === null
      ? []
      : [{ indicator_id: indicator, team_id: team, week: week(from) + index, numerator: sum[0], denominator: sum[1] }],
  );

export const covers = (
  kind: string,
  team: string | null,
  from: string,
  to: string,
): Readonly<Record<string, SqlValue>> => ({ import_id: 1, kind, team_id: team, from_day: day(from), to_day: day(to) });

/** A row of `indicators`: one that an organisation made for itself. */
export const SMILES = {
  ...{ indicator_id: 'smiles', name: 'Smiles', dimension: 'quality', unit: 'count', better: 'higher', decimals: 0 },
  ...{ floor: null, pass: null, delight: null, lag_days: 0, definition: 'Smiles counted.' },
} as const;

/** Three teams, `south` below `iberia`, `north` apart; `on-time` of W40 to W46, covered to the end of W46. */
export const fill = async (service: TestService): Promise<void> => {
  await service.insert('teams', [
    { team_id: 'iberia', name: 'Iberia', parent_team_id: null },
    { team_id: 'south', name: 'South', parent_team_id: 'iberia' },
    { team_id: 'north', name: 'North', parent_team_id: null },
  ]);
  const weeks = Array.from({ length: 7 }, (_, index) => index);
  await service.insert('observations', [
    ...weekly(
      'on-time',
      'south',
      '2026-W40',
      weeks.map((index) => [90 + index, 100]),
    ),
    ...weekly(
      'on-time',
      'iberia',
      '2026-W40',
      weeks.map(() => [5, 10]),
    ),
    ...weekly(
      'on-time',
      'north',
      '2026-W40',
      weeks.map(() => [40, 50]),
    ),
  ]);
  await service.insert('coverage', [
    covers('order_lines', null, '2026-09-28', '2026-11-15'),
    covers('orders', null, '2026-09-28', '2026-11-15'),
  ]);
};
