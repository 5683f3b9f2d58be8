import type { Health } from '../../src/contract/health.ts';
import { computedIndicators } from '../../src/domain/catalogue-computed.ts';
import { isoDate, isoWeekLabel, sundayOf, weekOfDay, type DayNumber, type WeekNumber } from '../../src/domain/week.ts';
import { dayOfInstant } from '../../src/domain/zone.ts';
import type { ServiceContext } from '../context.ts';
import { carriesNumbers, isWhole } from './coverage.ts';
import type { DataIndex } from './data-index.ts';
import { coverageOf, hasData, lagDaysOf } from './indicator-scope.ts';

const HOUR_MS = 3_600_000;
const POLL_SECONDS = { troubled: 15, importing: 20, calm: 60, least: 5 } as const;
/** A data set that is expected every minute is asked for more often than one that comes every week. */
const POLLS_PER_CADENCE = 4;

/** Newest week that has ended and is covered whole, for one indicator in the whole organisation. */
const newestWhole = (index: DataIndex, indicator: string, today: DayNumber): WeekNumber | null => {
  const covered = coverageOf(index, indicator, null);
  const last = covered.at(-1);
  if (last === undefined) return null;
  const lag = lagDaysOf(index, indicator);
  for (let week = weekOfDay(Math.min(last.to, today)); sundayOf(week) >= (covered[0]?.from ?? 0); week -= 1) {
    if (today > sundayOf(week) + lag && isWhole(covered, week)) return week;
  }
  return null;
};

const newest = (weeks: ReadonlyArray<WeekNumber | null>): WeekNumber | null =>
  weeks.reduce<WeekNumber | null>((best, week) => (week === null ? best : Math.max(best ?? week, week)), null);

/**
 * The newest complete week that any indicator without a lag has; where there is none such, that of any indicator.
 * Lagging ones are younger by their lag and would hold the page back.
 */
const latestWeekOf = (index: DataIndex, today: DayNumber): WeekNumber | null => {
  const withData = [...computedIndicators.map(({ id }) => id), ...index.own.map(({ id }) => id)].filter((id) =>
    hasData(index, id),
  );
  const prompt = withData.filter((id) => lagDaysOf(index, id) === 0);
  return (
    newest(prompt.map((id) => newestWhole(index, id, today))) ??
    newest(withData.map((id) => newestWhole(index, id, today)))
  );
};

/** First week in which any indicator carries numbers. */
const firstWeekOf = (index: DataIndex): WeekNumber | null => {
  let first: WeekNumber | null = null;
  for (const [indicator, byTeam] of index.weeks) {
    const covered = coverageOf(index, indicator, null);
    const last = covered.at(-1);
    if (last === undefined) continue;
    const carries = carriesNumbers(covered);
    let week = Math.min(...[...byTeam.values()].map((weeks) => weeks.first));
    while (!carries(week) && week <= weekOfDay(last.to)) week += 1;
    if (carries(week)) first = Math.min(first ?? week, week);
  }
  return first;
};

/** What of the health depends on data and day alone; kept until one of them moves. */
type Clocks = {
  readonly index: DataIndex;
  readonly today: DayNumber;
  readonly latest: WeekNumber | null;
  readonly first: WeekNumber | null;
};

const known = new WeakMap<DataIndex, Clocks>();

/** Latest complete week and first week, as of a day. */
export const clocksOf = (index: DataIndex, today: DayNumber): Clocks => {
  const found = known.get(index);
  if (found?.today === today) return found;
  const clocks = { index, today, latest: latestWeekOf(index, today), first: firstWeekOf(index) };
  known.set(index, clocks);
  return clocks;
};

/** To whoever has not signed in: that the service lives, and nothing of the data. */
export const withoutData = (health: Health): Health => ({
  ...health,
  ...{ dataVersion: 0, dataTo: null, latestWeek: null, firstWeek: null, pipelineRanAt: null, expectedAt: null },
  ...{ empty: false, sample: false },
});

/** State of the service and its clocks. */
export const getHealth = (ctx: ServiceContext, index: DataIndex): Health => {
  const now = ctx.clock();
  const { latest, first } = clocksOf(index, dayOfInstant(now, ctx.settings.timeZone));
  const cadenceSeconds = Math.round(ctx.settings.cadenceHours * 3600);
  const importing = ctx.jobs.busy();
  const trouble = ctx.condition.told();
  const calm = Math.max(
    POLL_SECONDS.least,
    Math.min(POLL_SECONDS.calm, Math.floor(cadenceSeconds / POLLS_PER_CADENCE)),
  );
  const soon = trouble !== null ? POLL_SECONDS.troubled : importing ? POLL_SECONDS.importing : calm;
  return {
    status: trouble !== null ? 'degraded' : importing ? 'importing' : 'ok',
    trouble,
    build: ctx.build,
    dataVersion: index.version,
    now: new Date(now).toISOString(),
    dataTo: latest === null ? null : isoDate(sundayOf(latest)),
    latestWeek: latest === null ? null : isoWeekLabel(latest),
    firstWeek: first === null ? null : isoWeekLabel(first),
    pipelineRanAt: index.importedAt === null ? null : new Date(index.importedAt).toISOString(),
    expectedAt:
      index.importedAt === null ? null : new Date(index.importedAt + ctx.settings.cadenceHours * HOUR_MS).toISOString(),
    cadenceSeconds,
    nextPollSeconds: Math.min(soon, calm),
    empty: index.weeks.size === 0 && index.coverage.size === 0 && index.teams.length === 0,
    sample: index.sample,
    open: ctx.settings.signIn.way === 'open',
  };
};
