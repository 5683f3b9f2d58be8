import { INDICATORS } from '../../src/domain/catalogue.ts';
import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { SETTLING_DAYS } from '../../src/domain/series.ts';
import { sundayOf, type DayNumber, type WeekNumber } from '../../src/domain/week.ts';
import { zoneClock } from '../../src/domain/zone.ts';
import type { Transaction } from '../db/database.ts';
import { storedAs } from '../indicators/definitions.ts';
import type { FigureSettings } from '../records/types.ts';
import { type CoveredDays, isWhole, unite } from '../services/coverage.ts';
import { MOVED } from './moved.ts';

type Needs = { readonly kinds: readonly RecordKind[]; readonly lagDays: number };

type CoverageRow = {
  readonly kind: string;
  readonly team_id: string | null;
  readonly from_day: number;
  readonly to_day: number;
};

/** Tells which days of a kind and team other imports covered before. */
const coveredBefore = (rows: readonly CoverageRow[]): ((kind: string, teamId: string) => CoveredDays) => {
  const known = new Map<string, CoveredDays>();
  return (kind, teamId) => {
    const key = `${kind} ${teamId}`;
    const found =
      known.get(key) ??
      unite(
        rows
          .filter((row) => row.kind === kind && (row.team_id === null || row.team_id === teamId))
          .map((row) => ({ from: row.from_day, to: row.to_day })),
      );
    known.set(key, found);
    return found;
  };
};

const wholeWeek =
  (days: readonly CoveredDays[]) =>
  (week: WeekNumber): boolean =>
    days.every((covered) => isWhole(covered, week));

/** Last week that all of the spans cover to its end; -Infinity where there is none. */
const lastCoveredDay = (days: readonly CoveredDays[]): DayNumber =>
  Math.min(...days.map((covered) => covered.at(-1)?.to ?? -Infinity));

const needsOf = async (tx: Transaction): Promise<(id: string) => Needs> => {
  const own = await tx.all<{ indicator_id: string; lag_days: number }>(`select indicator_id, lag_days from indicators`);
  const builtIn = new Map(INDICATORS.map(({ id, needs, lagDays }) => [id, { kinds: needs, lagDays }]));
  const lags = new Map(own.map((row) => [row.indicator_id, row.lag_days]));
  return (id) => builtIn.get(id) ?? { kinds: ['observations'], lagDays: lags.get(id) ?? 0 };
};

export type RestateInput = {
  readonly importId: number;
  readonly now: number;
  readonly settings: Pick<FigureSettings, 'timeZone'>;
};

/**
 * Keeps what the moved buckets of final weeks were. A week is final at `now` when more than its lag and 7 days have
 * passed since its Sunday; it had a figure when other imports covered it whole, for every kind that the indicator needs
 * (or as sent observations). Weeks that are covered for the first time restate nothing.
 *
 * Where an indicator is stored as flows, a moved bucket restates the later weeks too: it is kept when any covered, final
 * week follows. The reader adds them up.
 * @returns how many buckets were restated.
 */
export const keepRestatements = async (tx: Transaction, input: RestateInput): Promise<number> => {
  const rows = await tx.all<CoverageRow>(
    `select kind, team_id, from_day, to_day from coverage where import_id <> ${input.importId}`,
  );
  if (rows.length === 0) return 0;
  const covered = coveredBefore(rows);
  const needs = await needsOf(tx);
  const today = zoneClock(input.settings.timeZone).dayOfInstant(input.now);
  /* A first large import after the coverage of another moves a million buckets with 200 teams: each is looked up once. */
  await tx.exec(`create index ${MOVED}_bucket on ${MOVED} (indicator_id, team_id, week)`);
  const pairs = await tx.all<{ indicator_id: string; team_id: string }>(
    `select distinct indicator_id, team_id from ${MOVED}`,
  );
  let restated = 0;
  for (const { indicator_id, team_id } of pairs) {
    const { kinds, lagDays } = needs(indicator_id);
    const isFinal = (week: WeekNumber): boolean => today > sundayOf(week) + lagDays + SETTLING_DAYS;
    const counted = kinds.map((kind) => covered(kind, team_id));
    const sent = [covered('observations', team_id)];
    const hadFigure =
      storedAs(indicator_id) === 'flows'
        ? (week: WeekNumber) => sundayOf(week) <= Math.max(lastCoveredDay(counted), lastCoveredDay(sent))
        : (week: WeekNumber) => wholeWeek(counted)(week) || wholeWeek(sent)(week);
    const moved = await tx.all<{ week: number; wn: number; wd: number; nn: number; nd: number }>(
      `select week, sum(was_numerator) as wn, sum(was_denominator) as wd, sum(now_numerator) as nn, sum(now_denominator) as nd
       from ${MOVED} where indicator_id = $1 and team_id = $2 group by week
       having sum(was_numerator) <> sum(now_numerator) or sum(was_denominator) <> sum(now_denominator)
       order by week`,
      [indicator_id, team_id],
    );
    const kept = moved.filter(({ week }) => isFinal(week) && hadFigure(week));
    restated += kept.length;
    await tx.insertRows(
      'restatements',
      [
        'import_id',
        'indicator_id',
        'team_id',
        'week',
        'was_numerator',
        'was_denominator',
        'now_numerator',
        'now_denominator',
        'at',
      ],
      kept.map(({ week, wn, wd, nn, nd }) => [input.importId, indicator_id, team_id, week, wn, wd, nn, nd, input.now]),
    );
  }
  return restated;
};
