import type { Catalogue } from '../contract/catalogue.ts';
import type { Observations } from '../contract/observations.ts';
import type { FrozenDefinition } from '../contract/reviews.ts';
import { computedById, computedIndicators } from '../domain/catalogue-computed.ts';
import { ownIndicator } from '../domain/catalogue-own.ts';
import type { Indicator } from '../domain/catalogue-types.ts';
import type { Annotation, Restatement } from '../domain/measure-types.ts';
import { buildSeries, latestJudged, type Series } from '../domain/series.ts';
import type { Target } from '../domain/target.ts';
import { parseIsoDate, parseIsoWeek, type DayNumber, type WeekNumber } from '../domain/week.ts';
import { withholdWithoutCause } from '../domain/withhold.ts';

/** What the service said of one scope, in the numbers and types of the domain. */
export type Scope = {
  readonly from: WeekNumber;
  /** Inclusive: the last week of the answer. */
  readonly to: WeekNumber;
  readonly series: ReadonlyMap<string, Series>;
  readonly coveredTo: ReadonlyMap<string, DayNumber>;
  readonly targets: readonly Target[];
  readonly annotations: readonly Annotation[];
  readonly restatements: readonly Restatement[];
  readonly failures: ReadonlyMap<string, { readonly message: string; readonly reference: string }>;
};

/**
 * Turns the answer into series. `today` is the organisation's local date: it decides which weeks count.
 * A series of an indicator that this page does not know is left out.
 */
export function readScope(answer: Observations, indicators: ReadonlyMap<string, Indicator>, today: DayNumber): Scope {
  const from = weekOf(answer.from);
  const series = new Map<string, Series>();
  const coveredTo = new Map<string, DayNumber>();
  for (const each of answer.series) {
    const indicator = indicators.get(each.indicator);
    if (indicator === undefined || each.team !== null) continue;
    const covered = each.coveredTo === null ? null : parseIsoDate(each.coveredTo);
    const { numerators, denominators } = each;
    series.set(
      indicator.id,
      buildSeries({ from, numerators, denominators, coveredTo: covered, lagDays: indicator.lagDays, today }),
    );
    if (covered !== null) coveredTo.set(indicator.id, covered);
  }
  const repeats = series.get('repeated-claims');
  if (repeats !== undefined) {
    series.set('repeated-claims', withholdWithoutCause(repeats, series.get('claims-with-cause') ?? []));
  }
  return {
    from,
    to: from + answer.weeks - 1,
    series,
    coveredTo,
    targets: answer.targets.map((target) => ({
      ...target,
      from: weekOf(target.from),
      to: target.to == null ? null : weekOf(target.to),
    })),
    annotations: answer.annotations.map(({ date, week, text, indicator, team, kind }) => ({
      day: parseIsoDate(date) ?? 0,
      week: weekOf(week),
      text,
      indicator,
      team,
      kind,
    })),
    restatements: answer.restatements.map(({ indicator, team, week, wasNumerator, wasDenominator, at, importId }) => ({
      indicator,
      team,
      week: weekOf(week),
      wasNumerator,
      wasDenominator,
      at: Date.parse(at),
      importId,
    })),
    failures: new Map((answer.failures ?? []).map(({ indicator, error }) => [indicator, error])),
  };
}

/**
 * Every indicator that may stand on the page: the built-in ones with the organisation's marks, then its own.
 * `definitions`: how they were defined when a review was closed, where that is to be read.
 */
export function indicatorsOf(
  catalogue: Catalogue,
  definitions: readonly FrozenDefinition[] = [],
): ReadonlyMap<string, Indicator> {
  const builtIn = computedIndicators.map((indicator) => {
    const marks = catalogue.marks[indicator.id];
    return marks === undefined ? indicator : { ...indicator, marks };
  });
  const own = catalogue.own.filter(({ id }) => computedById(id) === undefined).map(ownIndicator);
  const then = new Map(definitions.map((definition) => [definition.id, definition]));
  return new Map(
    [...builtIn, ...own].map((indicator) => {
      const defined = then.get(indicator.id);
      return [indicator.id, defined === undefined ? indicator : { ...indicator, ...defined }];
    }),
  );
}

/** The latest complete week of any series; null where nothing is judged yet. */
export function latestWeekOf(scope: Scope): WeekNumber | null {
  let latest: WeekNumber | null = null;
  for (const series of scope.series.values()) {
    const week = latestJudged(series)?.week ?? null;
    if (week !== null && (latest === null || week > latest)) latest = week;
  }
  return latest;
}

/** The contract has checked the label already. */
function weekOf(label: string): WeekNumber {
  return parseIsoWeek(label) ?? 0;
}
