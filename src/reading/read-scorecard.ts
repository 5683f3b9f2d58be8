import type { Catalogue } from '../contract/catalogue.ts';
import type { Health } from '../contract/health.ts';
import type { Observations } from '../contract/observations.ts';
import type { FrozenDefinition } from '../contract/reviews.ts';
import type { Team } from '../contract/teams.ts';
import type { Indicator } from '../domain/catalogue-types.ts';
import type { Formats } from '../domain/format.ts';
import { readMeasure } from '../domain/measure.ts';
import type { Comparison, Measure } from '../domain/measure-types.ts';
import { latestJudged, pointAt, type Series } from '../domain/series.ts';
import type { SignalContext } from '../domain/signal-words.ts';
import { parseIsoWeek, type DayNumber, type WeekNumber } from '../domain/week.ts';
import { dayOfInstant } from '../domain/zone.ts';
import { latenessOf, type Lateness } from './lateness.ts';
import { indicatorsOf, latestWeekOf, readScope, type Scope } from './scope.ts';
import { lineageOf } from './team-tree.ts';

export type ScorecardInput = {
  readonly observations: Observations;
  readonly catalogue: Catalogue;
  readonly teams: readonly Team[];
  /** null while it is not known: nothing is then called late, and today is `fallbackNow`. */
  readonly health: Pick<Health, 'now' | 'cadenceSeconds' | 'latestWeek'> | null;
  /** Epoch milliseconds. */
  readonly fallbackNow: number;
  readonly week: string;
  readonly compare: Comparison;
  /** How indicators were defined at the time that is read; left out: as they are now. */
  readonly definitions?: readonly FrozenDefinition[];
};

/** One indicator in the scope and week in view. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly indicator: Indicator;
      readonly series: Series;
      /** Of the week that is shown: an indicator that matures later than the week in view shows its own latest one. */
      readonly measure: Measure;
      readonly lateness: Lateness;
      readonly coveredTo: DayNumber | null;
    }
  | { readonly kind: 'failed'; readonly indicator: Indicator; readonly message: string; readonly reference: string };

export type Scorecard = {
  readonly week: WeekNumber;
  /** The latest complete week that has data; null where no week is complete yet. */
  readonly latest: WeekNumber | null;
  readonly isLatest: boolean;
  /** The last week that can be looked at: the latest complete one, or a running one after it. */
  readonly last: WeekNumber;
  readonly today: DayNumber;
  readonly compare: Comparison;
  readonly scope: Scope;
  readonly lineage: readonly string[];
  readonly catalogue: Catalogue;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Computed once for each indicator, when it is first asked for. null: an indicator that has no series and needs none. */
  readonly reading: (id: string) => Reading | null;
};

/** Reads an answer for the week in view. Pure: clock and settings come in. */
export function readScorecard(input: ScorecardInput): Scorecard {
  const { observations, catalogue, health, teams } = input;
  const { timeZone } = catalogue.organisation;
  const indicators = indicatorsOf(catalogue, input.definitions);
  const today = dayOfInstant(health === null ? input.fallbackNow : Date.parse(health.now), timeZone);
  const scope = readScope(observations, indicators, today);
  const latest = latestWeek(scope, parseIsoWeek(health?.latestWeek ?? ''));
  const week = parseIsoWeek(input.week) ?? latest ?? scope.to;
  const lineage = observations.teams.length === 1 ? lineageOf(teams, observations.teams[0] ?? '') : [];
  const isLatest = latest === null || week >= latest;
  const missing = new Map(catalogue.missing.map(({ indicator, needs }) => [indicator, needs]));
  const readings = new Map<string, Reading | null>();

  const read = (id: string): Reading | null => {
    const indicator = indicators.get(id);
    if (indicator === undefined) return null;
    const failure = scope.failures.get(id);
    if (failure !== undefined) return { kind: 'failed', indicator, ...failure };
    const series = scope.series.get(id) ?? [];
    const needs = missing.get(id) ?? null;
    if (series.length === 0 && needs === null) return null;
    const coveredTo = scope.coveredTo.get(id) ?? null;
    const lateness = isLatest ? latenessOf(coveredTo, health, timeZone) : { kind: 'in-time' as const };
    const measure = readMeasure({
      indicator,
      series,
      week: shownWeek(series, week),
      targets: scope.targets,
      lineage,
      annotations: scope.annotations,
      restatements: scope.restatements,
      ruleProfile: catalogue.organisation.ruleProfile,
      comparison: input.compare,
      staleness: lateness.kind === 'late' ? 'stale' : 'fresh',
      missing: needs,
    });
    return { kind: 'read', indicator, series, measure, lateness, coveredTo };
  };

  return {
    week,
    latest,
    isLatest,
    last: lastWeekOf(scope, latest),
    today,
    compare: input.compare,
    scope,
    lineage,
    catalogue,
    indicators,
    reading: (id) => {
      const known = readings.get(id);
      if (known !== undefined) return known;
      const reading = tolerant(() => read(id), indicators.get(id));
      readings.set(id, reading);
      return reading;
    },
  };
}

/** The service's latest week; while an import lands, the answer in hand may still end before it. */
function latestWeek(scope: Scope, told: WeekNumber | null): WeekNumber | null {
  return told !== null && told <= scope.to ? told : latestWeekOf(scope);
}

function lastWeekOf(scope: Scope, latest: WeekNumber | null): WeekNumber {
  let last = latest ?? scope.to;
  for (const series of scope.series.values()) {
    last = Math.max(last, series.findLast((point) => point.kind === 'current')?.week ?? last);
  }
  return last;
}

/** What words about signals need. */
export function contextOf(card: Scorecard, formats: Formats): SignalContext {
  return { formats, annotations: card.scope.annotations, lineage: card.lineage };
}

/** The week whose figure is shown: an outcome that needs more days has its latest week earlier than the others (indicators.md, "immature"). */
export function shownWeek(series: Series, week: WeekNumber): WeekNumber {
  if (pointAt(series, week)?.kind !== 'immature') return week;
  return latestJudged(series, week)?.week ?? week;
}

/** A mistake in the arithmetic of one indicator is told on its tile; the others stand. */
function tolerant(run: () => Reading | null, indicator: Indicator | undefined): Reading | null {
  try {
    return run();
  } catch (error) {
    if (indicator === undefined) throw error;
    return { kind: 'failed', indicator, message: 'The page could not compute it.', reference: `page-${indicator.id}` };
  }
}
