import type { TargetStep, TrendModel, TrendPoint } from '../charts/trend-model.ts';
import { judgedFigure, limitBands } from '../domain/analysis.ts';
import { YEAR_WEEKS } from '../domain/change.ts';
import { figureOf } from '../domain/figure.ts';
import { forecast, type ForecastWeek } from '../domain/forecast.ts';
import type { Formats } from '../domain/format.ts';
import { signalsAt } from '../domain/measure.ts';
import { boundsOf, possibleRange } from '../domain/possible-range.ts';
import { seedOf } from '../domain/random.ts';
import { chartSentence, withheldText } from '../domain/sentence.ts';
import { isJudged, pointAt, type SeriesPoint } from '../domain/series.ts';
import { sampleSize } from '../domain/small-numbers.ts';
import { weekPhrases } from '../domain/signal-words.ts';
import { targetInForce, targetSpans } from '../domain/target.ts';
import { dateOfDay, sundayOf, type WeekNumber } from '../domain/week.ts';
import { capital, TONE_WORDS } from '../domain/words.ts';
import { contextOf, type Reading, type Scorecard } from './read-scorecard.ts';
import { toneAt } from './spark-model.ts';

const FORECAST_WEEKS = 6;

type Read = Extract<Reading, { kind: 'read' }>;

export type TrendWish = {
  /** Weeks up to the one in view. */
  readonly weeks: number;
  readonly title: string;
  /** What is drawn beside line, limits and target. */
  readonly extras: 'forecast-and-last-year' | 'forecast' | 'none';
  /** `last-week` names the newest point in the gutter. */
  readonly naming: 'last-week' | 'none';
  /** Weeks of the forecast; 6 where it is left out. */
  readonly ahead?: number;
  /** `full`: as on a page of its own, with gap and signal in words in the read-out, numbers in the gutter and former targets named. */
  readonly detail?: 'short' | 'full';
};

/** A trend to the week in view. On the latest week the hollow weeks after it are drawn too, and where it is heading. */
export function trendModel(card: Scorecard, reading: Read, wish: TrendWish, formats: Formats): TrendModel {
  const { indicator, measure, series } = reading;
  const from = card.week - wish.weeks + 1;
  const to = card.isLatest ? lastHollow(reading, card.week) : card.week;
  const ahead = wish.extras === 'none' ? [] : forecastOf(card, reading, wish.ahead ?? FORECAST_WEEKS);
  const end = Math.max(to, ahead.at(-1)?.week ?? to);
  const limits = limitBands(measure.analysis).filter((band) => band.to >= from);
  const newest = limits.at(-1);
  const targets = indicator.takesTarget ? targetSpans(card.scope.targets, indicator.id, card.lineage, from, end) : [];
  const target = targets.at(-1);
  const previousYear = wish.extras === 'forecast-and-last-year' ? lastYear(reading, from, end) : null;
  const known = measure.latest;
  const middle = ahead.at(-1)?.p50;
  const full = wish.detail === 'full';
  const possible = possibleRange(indicator);
  const limitWords = (side: 'Upper' | 'Lower', value: number, end: number | null): string => {
    if (end !== null && (side === 'Upper' ? value > end : value < end))
      return `${side} limit beyond ${formats.number(end, 0)}`;
    return `${side} limit${full ? ` ${formats.number(value, indicator.decimals)}` : ''}`;
  };
  return {
    indicator: indicator.id,
    title: wish.title,
    sentence: chartSentence(measure, contextOf(card, formats)),
    points: weeksBetween(from, to).map((week) =>
      full ? fullPoint(card, reading, week, formats) : trendPoint(reading, pointAt(series, week), week, formats),
    ),
    limits,
    possible,
    targets: full ? labelledTargets(reading, targets, wish.weeks, formats) : targets,
    previousYear,
    forecast: ahead,
    annotations: annotationsOf(card, indicator.id, from, to, formats),
    labels: {
      upper: newest === undefined ? null : limitWords('Upper', newest.upper, possible.most),
      lower: newest === undefined ? null : limitWords('Lower', newest.lower, possible.least),
      mean: newest === undefined ? null : `Mean ${formats.number(newest.mean, indicator.decimals)}`,
      target:
        target === undefined
          ? null
          : `Target ${full ? formats.target(indicator, target.value) : targetText(indicator, target.value, formats)}`,
      previousYear: previousYear === null ? null : 'Last year',
      forecast: middle === undefined ? null : `Forecast ${formats.number(middle, indicator.decimals)}`,
      actual: wish.naming === 'none' || known === null ? null : `W${formats.weekName(known.week).slice(1)}`,
    },
    ...(full ? { soFar: soFarText(reading, formats) } : {}),
    formatValue: (value) => formats.number(value, indicator.decimals),
    formatTick: (value) => formats.number(value, Number.isInteger(value) ? 0 : indicator.decimals),
  };
}

/** A point with its gap to the target then in force and its signals in words, for a read-out that stands alone. */
function fullPoint(card: Scorecard, reading: Read, week: WeekNumber, formats: Formats): TrendPoint {
  const { indicator, measure, series } = reading;
  const point = trendPoint(reading, pointAt(series, week), week, formats);
  if (point.kind === 'gap') return point;
  const target = indicator.takesTarget ? targetInForce(card.scope.targets, indicator.id, card.lineage, week) : null;
  const gap =
    target === null
      ? ''
      : `${formats.difference(indicator, point.value - target.value)} vs target ${targetText(indicator, target.value, formats)}`;
  const tone = point.signal;
  const signalText =
    tone === null ? null : `${TONE_WORDS[tone]}: ${weekPhrases(signalsAt(measure.analysis, week), week)}`;
  return { ...point, gap, signalText };
}

/** Every step but the newest with what it was and until when; over more than two years a day says nothing. */
function labelledTargets(
  { indicator }: Read,
  spans: readonly TargetStep[],
  weeks: number,
  formats: Formats,
): readonly TargetStep[] {
  return spans.map((span, index) => {
    if (index === spans.length - 1) return span;
    const last = sundayOf(span.to);
    const { year, month } = dateOfDay(last);
    const until = weeks > 2 * YEAR_WEEKS ? formats.monthAndYear(year, month) : formats.shortDay(last);
    return { ...span, label: `Target ${targetText(indicator, span.value, formats)} until ${until}` };
  });
}

/** `Week 47 so far`, for the newest week that does not count yet. */
function soFarText({ series }: Read, formats: Formats): string | null {
  const last = series.findLast((point) => point.kind === 'current' || point.kind === 'immature');
  if (last === undefined) return null;
  return `${capital(formats.weekName(last.week))} ${last.kind === 'current' ? 'so far' : 'not settled'}`;
}

function trendPoint(reading: Read, point: SeriesPoint | null, week: WeekNumber, formats: Formats): TrendPoint {
  const { indicator, measure } = reading;
  if (point === null || point.kind === 'gap') {
    return { kind: 'gap', week, reason: gapReason(point, formats) };
  }
  const sums =
    indicator.unit === 'count'
      ? []
      : [
          `${formats.number(point.numerator, Number.isInteger(point.numerator) ? 0 : 1)} of ${formats.count(point.denominator)} ${indicator.countedIn}`.trim(),
        ];
  if (isJudged(point)) {
    const figure = judgedFigure(indicator, point);
    if (figure === null) {
      return {
        kind: 'gap',
        week,
        reason: point.denominator === 0 ? 'Nothing was due' : `Too few to show (n = ${point.denominator})`,
      };
    }
    const settling = point.kind === 'settling' ? [`settling until ${formats.day(point.settlingUntil)}`] : [];
    return {
      kind: 'solid',
      week,
      value: figure.value,
      signal: toneAt(measure.analysis, week),
      readOut: [formats.figure(indicator, figure.value), ...sums, ...settling],
    };
  }
  const value = figureOf(indicator, point.numerator, point.denominator);
  if (value === null || sampleSize(indicator, point.denominator) === 'too-few') {
    return { kind: 'gap', week, reason: 'Not counted yet' };
  }
  const note =
    point.kind === 'current' ? `${point.coveredDays} of 7 days` : `settles on ${formats.day(point.settlesOn)}`;
  return { kind: 'hollow', week, value, signal: null, readOut: [formats.figure(indicator, value), ...sums, note] };
}

function gapReason(point: Extract<SeriesPoint, { kind: 'gap' }> | null, formats: Formats): string {
  if (point === null) return 'No data yet';
  return point.withheld === undefined
    ? 'No import covered this week'
    : `Withheld: ${withheldText(point.withheld, formats)}`;
}

/** The last week after `week` that has a hollow point; `week` itself where none has. */
function lastHollow({ series }: Read, week: WeekNumber): WeekNumber {
  const last = series.findLast((point) => point.kind === 'current' || point.kind === 'immature');
  return Math.max(week, last?.week ?? week);
}

/** From the newest segment's judged weeks; none where the domain declines or a past week is in view. */
function forecastOf(card: Scorecard, { indicator, measure }: Read, weeksAhead: number): readonly ForecastWeek[] {
  const newest = measure.analysis.segments.at(-1);
  if (!card.isLatest || newest === undefined || newest.to < card.week - FORECAST_WEEKS) return [];
  const { analysis } = measure;
  const start = newest.from - analysis.from;
  const result = forecast({
    from: newest.from,
    values: analysis.values.slice(start, newest.to - analysis.from + 1),
    weeksAhead,
    overlapWeeks: indicator.overlapWeeks,
    seed: seedOf(`${indicator.id} ${newest.to}`),
    ...boundsOf(indicator),
  });
  return result.kind === 'given' ? result.weeks : [];
}

function lastYear({ indicator, series }: Read, from: WeekNumber, to: WeekNumber): ReadonlyArray<number | null> {
  return weeksBetween(from, to).map((week) => {
    const point = pointAt(series, week - YEAR_WEEKS);
    return point === null ? null : (judgedFigure(indicator, point)?.value ?? null);
  });
}

function annotationsOf(
  card: Scorecard,
  indicator: string,
  from: WeekNumber,
  to: WeekNumber,
  formats: Formats,
): TrendModel['annotations'] {
  return card.scope.annotations
    .filter(
      (each) =>
        each.week >= from &&
        each.week <= to &&
        (each.indicator === null || each.indicator === indicator) &&
        (each.team === null || card.lineage.includes(each.team)),
    )
    .map((each) => ({ week: each.week, text: `${each.text}, ${formats.shortDay(each.day)}` }));
}

function targetText(indicator: Read['indicator'], value: number, formats: Formats): string {
  return formats.target({ ...indicator, better: 'none' }, value);
}

function weeksBetween(from: WeekNumber, to: WeekNumber): readonly WeekNumber[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
