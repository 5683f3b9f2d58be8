import type { Analysis, Signal } from './analysis-types.ts';
import { analyseSeries, judgedFigure } from './analysis.ts';
import { assuranceOf, type Assurance } from './assurance.ts';
import type { Indicator } from './catalogue-types.ts';
import { changeBetween } from './change.ts';
import { figureFactor, figureOf } from './figure.ts';
import { gradeOf } from './grade.ts';
import type { FigureMeasure, KnownFigure, Measure, MeasureInput, Restatement } from './measure-types.ts';
import { rollUp } from './rollup.ts';
import { isJudged, latestJudged, pointAt, type JudgedPoint, type SeriesPoint } from './series.ts';
import { PRECEDENCE } from './signals.ts';
import { FIGURE_FROM, sampleSize } from './small-numbers.ts';
import { statusOf, type JudgedStatus } from './status.ts';
import { targetInForce, type Target } from './target.ts';
import type { WeekNumber } from './week.ts';
import { wilsonInterval } from './wilson.ts';

/** Weeks taken together where one week has too few cases. */
const TRAILING_WEEKS = 12;

/**
 * The state of one indicator in one week and scope: the one place that turns a series into what the screen says.
 * Linear in the weeks of the series. `measure-types.ts` tells how each state is shown.
 */
export function readMeasure(input: MeasureInput): Measure {
  const { indicator, series, week } = input;
  const analysis = analyseSeries({
    indicator,
    series,
    to: week,
    changes: changeWeeks(input),
    profile: input.ruleProfile,
  });
  const target = indicator.takesTarget ? targetInForce(input.targets, indicator.id, input.lineage, week) : null;
  const shared = {
    indicator,
    week,
    target,
    analysis,
    latest: latestKnown(input, analysis),
    assurance: capability(analysis, target, indicator),
  };
  const point = pointAt(series, week);
  if (input.missing !== null && series.every((each) => each.kind === 'gap')) {
    return { ...shared, state: 'no-data', needs: input.missing };
  }
  if (!point || point.kind === 'gap') return { ...shared, state: 'gap', withheld: point?.withheld ?? null };
  if (!isJudged(point)) {
    const hollow = { ...shared, value: hollowValue(indicator, point), n: casesOf(indicator, point.denominator) };
    return point.kind === 'immature'
      ? { ...hollow, state: 'immature', settlesOn: point.settlesOn }
      : { ...hollow, state: 'current', coveredDays: point.coveredDays };
  }
  const value = figureOf(indicator, point.numerator, point.denominator);
  if (value === null) return { ...shared, state: 'nothing-due' };
  if (sampleSize(indicator, point.denominator) === 'too-few') {
    return { ...shared, state: 'too-few', n: point.denominator, trailing: trailing(input) };
  }
  return { ...shared, ...figureState(input, analysis, target, shared.assurance, point, value) };
}

function figureState(
  input: MeasureInput,
  analysis: Analysis,
  target: Target | null,
  assurance: Assurance | null,
  point: JudgedPoint,
  value: number,
): Omit<FigureMeasure, 'indicator' | 'week' | 'target' | 'analysis' | 'latest' | 'assurance'> {
  const { indicator, week } = input;
  const { numerator, denominator } = point;
  const signals = signalsAt(analysis, week);
  const judged = judge(indicator, value, target, signals, assurance);
  return {
    state: 'figure',
    value,
    numerator,
    denominator,
    n: casesOf(indicator, denominator),
    interval: sampleSize(indicator, denominator) === 'flagged' ? intervalOf(indicator, numerator, denominator) : null,
    gap: target === null ? null : value - target.value,
    status: input.staleness === 'stale' ? 'stale' : judged,
    judged,
    change: changeBetween(indicator, input.series, week, input.comparison),
    signals,
    grade: indicator.marks === null ? null : gradeOf(value, indicator.marks),
    settlingUntil: point.kind === 'settling' ? point.settlingUntil : null,
    restated: point.kind === 'final' ? restatedFrom(indicator, week, value, input.restatements) : null,
  };
}

/** Signals that flag the week, by precedence. */
export function signalsAt(analysis: Analysis, week: WeekNumber): readonly Signal[] {
  return analysis.signals
    .filter((signal) => signal.weeks.includes(week))
    .toSorted((a, b) => PRECEDENCE.indexOf(a.rule) - PRECEDENCE.indexOf(b.rule));
}

function changeWeeks(input: MeasureInput): readonly WeekNumber[] {
  return input.annotations
    .filter(
      (each) =>
        each.kind === 'change' &&
        (each.indicator === null || each.indicator === input.indicator.id) &&
        (each.team === null || input.lineage.includes(each.team)),
    )
    .map((each) => each.week);
}

/** Of limits of at least 12 points; trial limits judge no capability. */
function capability(analysis: Analysis, target: Target | null, indicator: Indicator): Assurance | null {
  const newest = analysis.segments.at(-1);
  if (!newest || newest.trial) return null;
  return assuranceOf(newest.limits, target?.value ?? null, indicator.better);
}

function judge(
  indicator: Indicator,
  value: number,
  target: Target | null,
  signals: readonly Signal[],
  assurance: Assurance | null,
): JudgedStatus {
  return statusOf({
    value,
    target: target?.value ?? null,
    better: indicator.better,
    tones: signals.map((signal) => signal.tone),
    assurance,
  });
}

function latestKnown(input: MeasureInput, analysis: Analysis): KnownFigure | null {
  const { indicator, series, week } = input;
  const newest = latestJudged(series, week)?.week ?? -Infinity;
  for (let at = newest; ; at -= 1) {
    const point = pointAt(series, at);
    if (point === null) return null;
    const figure = isJudged(point) ? judgedFigure(indicator, point) : null;
    if (!figure) continue;
    const target = indicator.takesTarget ? targetInForce(input.targets, indicator.id, input.lineage, point.week) : null;
    const assurance = capability(analysis, target, indicator);
    return {
      week: point.week,
      ...figure,
      status: judge(indicator, figure.value, target, signalsAt(analysis, point.week), assurance),
    };
  }
}

function hollowValue(indicator: Indicator, point: Exclude<SeriesPoint, { kind: 'gap' }>): number | null {
  return sampleSize(indicator, point.denominator) === 'too-few'
    ? null
    : figureOf(indicator, point.numerator, point.denominator);
}

function casesOf(indicator: Indicator, denominator: number): number | null {
  return indicator.unit === 'count' || indicator.countedIn === '' ? null : denominator;
}

function intervalOf(
  indicator: Indicator,
  numerator: number,
  denominator: number,
): { readonly lower: number; readonly upper: number } | null {
  if (indicator.unit !== 'percent' && indicator.unit !== 'per-1000') return null;
  const interval = wilsonInterval(numerator, denominator);
  const factor = figureFactor(indicator);
  return interval && { lower: interval.lower * factor, upper: interval.upper * factor };
}

function trailing(input: MeasureInput): { readonly weeks: number; readonly value: number; readonly n: number } | null {
  const { indicator, series, week } = input;
  if (indicator.overWeeks === 'last') return null;
  const judged = series.filter(
    (point): point is JudgedPoint => isJudged(point) && point.week <= week && point.week > week - TRAILING_WEEKS,
  );
  const sums = rollUp(judged);
  const value = figureOf(indicator, sums.numerator, sums.denominator);
  return value === null || sums.denominator < FIGURE_FROM
    ? null
    : { weeks: TRAILING_WEEKS, value, n: sums.denominator };
}

function restatedFrom(
  indicator: Indicator,
  week: WeekNumber,
  value: number,
  restatements: readonly Restatement[],
): { readonly was: number } | null {
  const found = restatements.find((each) => each.indicator === indicator.id && each.week === week);
  if (!found) return null;
  const was = figureOf(indicator, found.wasNumerator, found.wasDenominator);
  return was === null || was === value ? null : { was };
}
