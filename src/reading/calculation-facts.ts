import type { Indicator } from '../domain/catalogue-types.ts';
import type { Formats } from '../domain/format.ts';
import type { Measure } from '../domain/measure-types.ts';
import { changeText, stateNote } from '../domain/sentence.ts';
import { pointAt } from '../domain/series.ts';
import { signalReason } from '../domain/signal-words.ts';
import { mondayOf } from '../domain/week.ts';
import { kindWords } from '../domain/words.ts';
import { contextOf, type Reading, type Scorecard } from './read-scorecard.ts';
import { silentEstimate } from './silent-estimate.ts';

export type Fact = readonly [name: string, words: string];

/** The whole calculation as named facts, in the order in which it is made. */
export function calculationFacts(card: Scorecard, reading: Reading, formats: Formats): readonly Fact[] {
  const { indicator } = reading;
  if (reading.kind === 'failed') {
    return [
      ['What failed', reading.message],
      ['Reference', reading.reference],
    ];
  }
  const { measure } = reading;
  return [
    ['Week', formats.week(measure.week)],
    ['Formula', formulaWords(indicator)],
    ...sums(reading, formats),
    ...(indicator.id === 'silent-customers' ? silentFacts(card, formats) : outcome(measure, card, formats)),
    ['Counts from', lagWords(indicator)],
    ...(indicator.needs.length === 0 ? [] : [['Made of', kindWords(indicator.needs)] as const]),
  ];
}

/** "100 × lines due on time ÷ lines due". */
export function formulaWords(indicator: Indicator): string {
  switch (indicator.unit) {
    case 'percent':
      return `100 × ${indicator.numeratorWords} ÷ ${indicator.denominatorWords}`;
    case 'per-1000':
      return `1,000 × ${indicator.numeratorWords} ÷ ${indicator.denominatorWords}`;
    case 'ratio':
      return `${indicator.numeratorWords} ÷ ${indicator.denominatorWords}`;
    case 'count':
      return indicator.numeratorWords;
  }
}

function sums({ indicator, series, measure }: Extract<Reading, { kind: 'read' }>, formats: Formats): readonly Fact[] {
  const point = pointAt(series, measure.week);
  if (point === null || point.kind === 'gap') return [];
  const decimals = Number.isInteger(point.numerator) ? 0 : 2;
  const numerator: Fact = ['Numerator', `${formats.number(point.numerator, decimals)}: ${indicator.numeratorWords}`];
  if (indicator.unit === 'count') return [numerator];
  return [
    numerator,
    [
      'Denominator',
      `${formats.number(point.denominator, Number.isInteger(point.denominator) ? 0 : 2)}: ${indicator.denominatorWords}`,
    ],
  ];
}

function outcome(measure: Measure, card: Scorecard, formats: Formats): readonly Fact[] {
  const { indicator } = measure;
  if (measure.state !== 'figure') return [['Figure', stateNote(measure, formats)]];
  const figure = (value: number): string => formats.figure(indicator, value);
  const { interval, target, gap, change, analysis, restated, settlingUntil, grade } = measure;
  const newest = analysis.segments.at(-1);
  const facts: Fact[] = [['Figure', figure(measure.value)]];
  if (interval !== null) {
    facts.push(['95 % interval', `${figure(interval.lower)} to ${figure(interval.upper)}, as there are few cases`]);
  }
  facts.push([
    'Target',
    target === null || gap === null
      ? indicator.takesTarget
        ? 'none is set'
        : 'takes no target'
      : `${formats.target(indicator, target.value)} since ${formats.dayAndYear(mondayOf(target.from))}, ${formats.difference(indicator, gap)} from it`,
  ]);
  facts.push(['Status', statusReason(measure)]);
  facts.push(['Change', changeText(indicator, change, measure.week, formats)]);
  if (newest !== undefined) {
    const { mean, lower, upper } = newest.limits;
    facts.push([
      'Natural variation',
      `${figure(lower)} to ${figure(upper)} around a mean of ${figure(mean)}, from ${newest.baselinePoints} weeks${newest.trial ? ', a first guess' : ''}`,
    ]);
  }
  facts.push(['Signal', signalReason(measure, contextOf(card, formats)) ?? 'none']);
  if (grade !== null) facts.push(['Grade', `${formats.number(grade, 1)} of 10`]);
  if (restated !== null) facts.push(['Restated', `was ${figure(restated.was)} when the week became final`]);
  if (settlingUntil !== null) facts.push(['Settling', `may still move until ${formats.day(settlingUntil)}`]);
  return facts;
}

/** Why the status is what it is, by the rule of the domain (`statusOf`). */
export function statusReason(measure: Extract<Measure, { state: 'figure' }>): string {
  const concerning = measure.signals.some((signal) => signal.tone === 'concerning');
  switch (measure.judged) {
    case 'on-target':
      return 'On target: the target is met';
    case 'watch':
      return 'Watch: the target is missed, within the natural variation of a process that can reach it';
    case 'act':
      return concerning
        ? 'Act: the target is missed, with a concerning signal'
        : 'Act: the target is missed by a process whose limits exclude it';
    case 'no-target':
      return 'No target: nothing to judge by';
    case 'not-enough-data':
      return 'Not enough data to judge';
  }
}

function silentFacts(card: Scorecard, formats: Formats): readonly Fact[] {
  const estimate = silentEstimate(card);
  if (estimate === null) return [['Estimate', 'not known for this week']];
  return [
    [
      'Estimate',
      `${formats.count(estimate.mid)}, range ${formats.count(estimate.low)} to ${formats.count(estimate.high)}`,
    ],
    [
      'How',
      estimate.basis === 'own-sample'
        ? 'claimants × the silent ones for each of them in your own sample, with its 95 % interval'
        : 'claimants × 9, the rule of thumb; from × 4 to × 25, until 30 dissatisfied customers were sampled',
    ],
    ...(estimate.capped ? [['Cut at', 'the number of active customers'] as const] : []),
  ];
}

function lagWords(indicator: Indicator): string {
  return indicator.lagDays === 0
    ? 'the end of the week'
    : `${indicator.lagDays} days after the end of the week: its outcome needs them`;
}
