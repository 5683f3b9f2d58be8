import { drawable } from '../charts/trend-limits.ts';
import type { SixTwelveLimits, SixTwelveModel, SixTwelvePoint } from '../charts/six-twelve-types.ts';
import { weekTitle } from '../charts/chart-dates.ts';
import { limitBands } from '../domain/analysis.ts';
import { figureOf } from '../domain/figure.ts';
import type { Formats } from '../domain/format.ts';
import { signalsAt } from '../domain/measure.ts';
import type { PeriodFigure } from '../domain/period.ts';
import { chartSentence, reasonWords } from '../domain/sentence.ts';
import { pointAt, type SeriesPoint } from '../domain/series.ts';
import { weekPhrases } from '../domain/signal-words.ts';
import { sampleSize } from '../domain/small-numbers.ts';
import { sixTwelve, type SixTwelve } from '../domain/six-twelve.ts';
import { targetInForce } from '../domain/target.ts';
import { isoWeekParts, type WeekNumber } from '../domain/week.ts';
import { TONE_WORDS } from '../domain/words.ts';
import { contextOf, type Reading, type Scorecard } from './read-scorecard.ts';
import { possibleRange } from '../domain/possible-range.ts';
import { toneAt } from './spark-model.ts';

type Read = Extract<Reading, { kind: 'read' }>;
type Week = SixTwelve['weeks'][number];
type Month = SixTwelve['months'][number];
type Sides = Pick<SixTwelvePoint, 'lastYear' | 'target'>;

/**
 * What the 6–12 chart shows of a reading, to the week whose figure is shown: an indicator that matures later ends at its
 * own newest week, as its tile does. Weeks and months are those of `domain/six-twelve.ts`, computed once for chart and table.
 */
export function sixTwelveModel(card: Scorecard, reading: Read, formats: Formats): SixTwelveModel {
  const { indicator, measure, series } = reading;
  const { week } = measure;
  const data = sixTwelve(indicator, series, week);
  const months = data.months.map((month) => monthPoint(card, reading, month, formats));
  const newest = months.at(-1);
  const target = newest?.target ?? null;
  return {
    indicator: indicator.id,
    title: indicator.name,
    sentence: sentenceOf(card, reading, data, formats),
    weeks: data.weeks.map((each) => weekPoint(card, reading, each, formats)),
    months,
    limits: limitsOf(reading, week - data.weeks.length + 1, week),
    labels: {
      target: target === null ? null : `Target ${target.text}`,
      lastYear: newest?.lastYear === null || newest === undefined ? null : 'Last year',
      soFar: newest?.figure.kind === 'hollow' ? `${newest.name} so far` : null,
    },
    formatTick: (value) => formats.number(value, Number.isInteger(value) ? 0 : indicator.decimals),
    formatValue: (value) => formats.number(value, indicator.decimals),
  };
}

function weekPoint(
  card: Scorecard,
  reading: Read,
  { week, figure, yearBefore }: Week,
  formats: Formats,
): SixTwelvePoint {
  const { indicator, measure, series } = reading;
  const point = pointAt(series, week);
  const sides = sidesOf(card, reading, week, yearBefore, formats);
  const signals = signalsAt(measure.analysis, week);
  const tone = toneAt(measure.analysis, week);
  const shared = {
    id: `w${week}`,
    name: String(isoWeekParts(week).week),
    year: isoWeekParts(week).year,
    title: weekTitle(week, formats.locale),
    ...sides,
  };
  if (figure.kind === 'given') {
    return {
      ...shared,
      figure: {
        kind: 'solid',
        value: figure.value,
        label: formats.number(figure.value, indicator.decimals),
        text: formats.figure(indicator, figure.value),
        signal: tone,
        signalText: tone === null ? null : `${TONE_WORDS[tone]}: ${weekPhrases(signals, week)}`,
      },
      gap: gapOf(indicator, figure.value, sides, formats),
      notes: notesOf(indicator, figure, settlingOf(point, formats), formats),
    };
  }
  const hollow = hollowValue(indicator, point);
  if (hollow === null)
    return { ...shared, figure: { kind: 'none', reason: noneWords(figure, formats) }, gap: null, notes: [] };
  return {
    ...shared,
    figure: {
      kind: 'hollow',
      value: hollow.value,
      label: formats.number(hollow.value, indicator.decimals),
      text: formats.figure(indicator, hollow.value),
      signal: null,
      signalText: null,
    },
    gap: gapOf(indicator, hollow.value, sides, formats),
    notes: notesOf(indicator, hollow, 'Not counted yet', formats),
  };
}

function monthPoint(card: Scorecard, reading: Read, each: Month, formats: Formats): SixTwelvePoint {
  const { indicator } = reading;
  const { month, figure, yearBefore, complete } = each;
  const { from, to } = figure.period;
  const sides = sidesOf(card, reading, to, yearBefore, formats);
  const shared = {
    id: `m${month.year}-${month.month}`,
    name: formats.month(month.month),
    year: month.year,
    title: `${formats.monthAndYear(month.year, month.month)}${complete ? '' : ', so far'}`,
    ...sides,
  };
  if (figure.kind === 'not-given')
    return { ...shared, figure: { kind: 'none', reason: noneWords(figure, formats) }, gap: null, notes: [] };
  const span = formats.weekSpan(from, to);
  return {
    ...shared,
    figure: {
      kind: complete ? 'solid' : 'hollow',
      value: figure.value,
      label: formats.number(figure.value, indicator.decimals),
      text: formats.figure(indicator, figure.value),
      signal: null,
      signalText: null,
    },
    gap: gapOf(indicator, figure.value, sides, formats),
    notes: notesOf(indicator, figure, span.charAt(0).toUpperCase() + span.slice(1), formats),
  };
}

function sidesOf(card: Scorecard, reading: Read, week: WeekNumber, yearBefore: PeriodFigure, formats: Formats): Sides {
  const { indicator } = reading;
  const target = indicator.takesTarget ? targetInForce(card.scope.targets, indicator.id, card.lineage, week) : null;
  return {
    lastYear:
      yearBefore.kind === 'given'
        ? { value: yearBefore.value, text: formats.figure(indicator, yearBefore.value) }
        : null,
    target:
      target === null
        ? null
        : { value: target.value, text: formats.target({ ...indicator, better: 'none' }, target.value) },
  };
}

function gapOf(indicator: Read['indicator'], value: number, { target }: Sides, formats: Formats): string | null {
  return target === null ? null : formats.difference(indicator, value - target.value);
}

/** `2,942 of 3,218 orders`, then what else is to be known of it. */
function notesOf(
  indicator: Read['indicator'],
  figure: { readonly numerator: number; readonly denominator: number },
  more: string,
  formats: Formats,
): readonly string[] {
  const whole = (value: number) => formats.number(value, Number.isInteger(value) ? 0 : 1);
  const sums =
    indicator.unit === 'count'
      ? ''
      : `${whole(figure.numerator)} of ${whole(figure.denominator)} ${indicator.countedIn}`.trim();
  return [sums, more].filter((text) => text !== '');
}

function settlingOf(point: SeriesPoint | null, formats: Formats): string {
  return point?.kind === 'settling' ? `Settling until ${formats.day(point.settlingUntil)}` : '';
}

function hollowValue(indicator: Read['indicator'], point: SeriesPoint | null) {
  if (point?.kind !== 'current' && point?.kind !== 'immature') return null;
  const { numerator, denominator } = point;
  const value = figureOf(indicator, numerator, denominator);
  return value === null || sampleSize(indicator, denominator) === 'too-few' ? null : { value, numerator, denominator };
}

function noneWords(figure: Extract<PeriodFigure, { kind: 'not-given' }>, formats: Formats): string {
  const { period, week, reason } = figure;
  const what = week === null ? formats.weekSpan(period.from, period.to) : formats.weekName(week);
  const words = reasonWords(reason, what);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The bands of the analysis cut to the weeks that are drawn, as indexes. */
function limitsOf({ indicator, measure }: Read, from: WeekNumber, to: WeekNumber): readonly SixTwelveLimits[] {
  const bands = limitBands(measure.analysis).filter((band) => band.to >= from && band.from <= to);
  return drawable(bands, possibleRange(indicator)).map(({ mean, lower, upper, ...band }) => ({
    from: Math.max(band.from, from) - from,
    to: Math.min(band.to, to) - from,
    mean,
    lower,
    upper,
  }));
}

/** What the measure says, then both spans from their first to their last figure. */
function sentenceOf(card: Scorecard, { indicator, measure }: Read, data: SixTwelve, formats: Formats): string {
  const span = (name: string, figures: ReadonlyArray<{ readonly figure: PeriodFigure; readonly at: string }>) => {
    const given = figures.flatMap(({ figure, at }) => (figure.kind === 'given' ? [{ value: figure.value, at }] : []));
    const first = given[0];
    const last = given.at(-1);
    if (first === undefined || last === undefined) return `${name}: no figure.`;
    const missing = figures.length - given.length;
    const words =
      first === last
        ? `${formats.figure(indicator, last.value)} in ${last.at}`
        : `from ${formats.figure(indicator, first.value)} in ${first.at} to ${formats.figure(indicator, last.value)} in ${last.at}`;
    return `${name}: ${words}${missing > 0 ? `, ${missing} without a figure` : ''}.`;
  };
  return [
    chartSentence(measure, contextOf(card, formats)),
    span(
      'Last 6 weeks',
      data.weeks.map(({ week, figure }) => ({ figure, at: formats.weekName(week) })),
    ),
    span(
      'Last 12 months',
      data.months.map(({ month, figure, complete }) => ({
        figure,
        at: `${formats.monthAndYear(month.year, month.month)}${complete ? '' : ' so far'}`,
      })),
    ),
  ].join(' ');
}
