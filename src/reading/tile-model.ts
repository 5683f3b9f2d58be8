import type { SparklineModel } from '../charts/sparkline-model.ts';
import type { Tone } from '../domain/analysis-types.ts';
import type { Indicator } from '../domain/catalogue-types.ts';
import { YEAR_WEEKS } from '../domain/change.ts';
import type { Formats } from '../domain/format.ts';
import type { FigureMeasure, KnownFigure, Measure } from '../domain/measure-types.ts';
import { reasonWords, stateNote, trailingText, withheldText } from '../domain/sentence.ts';
import { signalReason } from '../domain/signal-words.ts';
import { sundayOf, type DayNumber, type WeekNumber } from '../domain/week.ts';
import type { StatusShape } from '../ui/mark-shapes.ts';
import { lateWords } from './lateness.ts';
import { contextOf, type Reading, type Scorecard } from './read-scorecard.ts';
import { sparkModel } from './spark-model.ts';
import { shapeOf, statusWord } from './status-words.ts';

/** A line of a tile: what is said strongly, then the rest. */
export type Line = { readonly strong: string; readonly text: string };

export type TileModel = {
  readonly id: string;
  readonly name: string;
  /** Right of the name: "lower is better", "restated". */
  readonly note: string;
  readonly value:
    | { readonly kind: 'figure'; readonly number: string; readonly unit: string; readonly look: 'plain' | 'old' }
    | { readonly kind: 'words'; readonly words: string };
  readonly status: { readonly shape: StatusShape; readonly word: string; readonly look: 'fresh' | 'hollow' };
  readonly gap: Line;
  readonly change: Line;
  /** The change in few words, for where the week is said elsewhere: "+0.2 pp · n 3,214". */
  readonly shortChange: string;
  /** Signals that flag the week, in words; null where none does. */
  readonly signal: { readonly tone: Tone; readonly words: string } | null;
  readonly spark: SparklineModel | 'hatch' | null;
  readonly date: { readonly text: string; readonly look: 'plain' | 'late' };
  /** How much room it gets on a phone. */
  readonly urgency: 'full' | 'two-lines' | 'one-line';
  readonly failed: boolean;
};

type Read = Extract<Reading, { kind: 'read' }>;
type Parts = Pick<TileModel, 'value' | 'status' | 'gap' | 'change'>;

const NONE: Line = { strong: '', text: '' };
const NB = '\u00a0';

/** All that a tile says of one indicator. */
export function tileModel(card: Scorecard, reading: Reading, formats: Formats): TileModel {
  const { indicator } = reading;
  if (reading.kind === 'failed') return failedTile(indicator, reading.message, reading.reference);
  const { measure, lateness } = reading;
  const parts = lateness.kind === 'late' ? lateParts(reading, lateness.by, formats) : partsOf(reading, formats);
  const signals = measure.state === 'figure' ? measure.signals : [];
  const [first] = signals;
  return {
    id: indicator.id,
    name: indicator.name,
    note: noteOf(measure),
    ...parts,
    shortChange: lateness.kind === 'late' ? '' : (shortChange(measure, formats) ?? parts.change.text),
    signal:
      first === undefined ? null : { tone: first.tone, words: signalReason(measure, contextOf(card, formats)) ?? '' },
    spark:
      measure.state === 'too-few'
        ? 'hatch'
        : measure.state === 'no-data'
          ? null
          : sparkModel(reading, card.week, formats),
    date: dateOf(card, reading, formats),
    urgency: urgencyOf(parts.status),
    failed: false,
  };
}

function partsOf(reading: Read, formats: Formats): Parts {
  const { indicator, measure } = reading;
  const figure = (value: number, look: 'plain' | 'old'): TileModel['value'] => ({
    kind: 'figure',
    ...formats.figureParts(indicator, value),
    look,
  });
  switch (measure.state) {
    case 'figure':
      return {
        value: figure(measure.value, 'plain'),
        status: { shape: shapeOf(measure.judged), word: statusWord(measure.judged), look: 'fresh' },
        gap: gapLine(indicator, measure.gap, measure.target?.value ?? null, formats),
        change: changeLine(measure, formats),
      };
    case 'too-few':
      return {
        value: { kind: 'words', words: 'Not shown' },
        status: { shape: 'few', word: statusWord('not-enough-data'), look: 'fresh' },
        gap: plain(stateNote(measure, formats)),
        change: plain(trailingText(measure, formats) ?? ''),
      };
    case 'nothing-due':
      return {
        value: { kind: 'words', words: 'None due' },
        status: { shape: 'none', word: 'Nothing to rate', look: 'fresh' },
        gap: plain(`No ${indicator.countedIn === '' ? 'cases' : indicator.countedIn} in this week`),
        change: measure.latest === null ? NONE : plain(knownWords(indicator, measure.latest, formats)),
      };
    case 'gap':
      return gapParts(reading, measure, formats);
    case 'immature':
      return {
        value: measure.value === null ? { kind: 'words', words: 'Not yet' } : figure(measure.value, 'old'),
        status: { shape: 'none', word: `Settles on ${formats.day(measure.settlesOn)}`, look: 'fresh' },
        gap: plain('Not counted yet'),
        change: measure.n === null ? NONE : plain(`n${NB}${formats.count(measure.n)}`),
      };
    case 'current':
      return {
        value: measure.value === null ? { kind: 'words', words: 'Not yet' } : figure(measure.value, 'old'),
        status: {
          shape: 'none',
          word: `${capitalWeek(measure.week, formats)}, ${measure.coveredDays} of 7 days`,
          look: 'fresh',
        },
        gap: plain('Not counted yet'),
        change:
          measure.n === null ? NONE : plain(`n${NB}${formats.count(measure.n)}${expectedWords(reading, formats)}`),
      };
    case 'no-data':
      return {
        value: { kind: 'words', words: 'No data' },
        status: { shape: 'none', word: 'Nothing to rate', look: 'fresh' },
        gap: plain(stateNote(measure, formats)),
        change: NONE,
      };
  }
}

function lateParts(reading: Read, by: number, formats: Formats): Parts {
  const { indicator, measure } = reading;
  const known = measure.latest;
  const change = plain(`Data ${lateWords(by)} late`);
  if (known === null) return { ...staleNothing(), change };
  return { ...staleKnown(indicator, measure, known, formats), change };
}

function gapParts(reading: Read, measure: Extract<Measure, { state: 'gap' }>, formats: Formats): Parts {
  const { indicator } = reading;
  const change = plain(
    measure.withheld === null
      ? `No import covered ${formats.weekName(measure.week)}`
      : `Withheld: ${withheldText(measure.withheld, formats)}`,
  );
  if (measure.latest === null) return { ...staleNothing(), change };
  return { ...staleKnown(indicator, measure, measure.latest, formats), change };
}

function staleKnown(
  indicator: Indicator,
  measure: Measure,
  known: KnownFigure,
  formats: Formats,
): Pick<Parts, 'value' | 'status' | 'gap'> {
  const target = measure.target?.value ?? null;
  return {
    value: { kind: 'figure', ...formats.figureParts(indicator, known.value), look: 'old' },
    status: {
      shape: shapeOf(known.status),
      word: `${statusWord(known.status)}, ${formats.weekName(known.week)}`,
      look: 'hollow',
    },
    gap: gapLine(indicator, target === null ? null : known.value - target, target, formats),
  };
}

function staleNothing(): Pick<Parts, 'value' | 'status' | 'gap'> {
  return {
    value: { kind: 'words', words: 'No data' },
    status: { shape: 'none', word: 'Nothing to rate', look: 'fresh' },
    gap: NONE,
  };
}

function failedTile(indicator: Indicator, message: string, reference: string): TileModel {
  return {
    id: indicator.id,
    name: indicator.name,
    note: '',
    value: { kind: 'words', words: 'Not read' },
    status: { shape: 'none', word: 'Nothing to rate', look: 'fresh' },
    gap: plain(message),
    change: plain(`Reference ${reference}`),
    shortChange: `Reference ${reference}`,
    signal: null,
    spark: null,
    date: { text: '', look: 'plain' },
    urgency: 'full',
    failed: true,
  };
}

/** The figure as a reader hears it: "82.6 %". */
export function valueText({ value }: Pick<TileModel, 'value'>): string {
  return value.kind === 'words' ? value.words : value.number + value.unit;
}

export function gapLine(indicator: Indicator, gap: number | null, target: number | null, formats: Formats): Line {
  if (gap === null || target === null) return plain(indicator.takesTarget ? 'No target is set' : '');
  return { strong: formats.difference(indicator, gap), text: ` vs ${formats.target(indicator, target)}` };
}

/** "+0.3 pp vs week 45 · n 3,214", with the interval where there are few cases, or what the figure was at first. */
export function changeLine(measure: FigureMeasure, formats: Formats): Line {
  const { indicator, restated, interval, n } = measure;
  const cases = n === null ? '' : `n${NB}${formats.count(n)}`;
  if (restated !== null) {
    const figure = (value: number): string => formats.number(value, indicator.decimals);
    return {
      strong: `was ${figure(restated.was)}, now ${figure(measure.value)}`,
      text: cases === '' ? '' : ` · ${cases}`,
    };
  }
  if (interval !== null) {
    const bound = (value: number): string => formats.number(value, indicator.decimals);
    return plain(`95${NB}% range ${bound(interval.lower)} to ${bound(interval.upper)} · ${cases}`);
  }
  return plain(join(tileChange(measure, formats), cases));
}

/** In as few words as a tile has room for: "+0.3 pp vs week 45", "+0.3 pp vs last year", "week 45 has no data". */
function tileChange({ indicator, change, week }: FigureMeasure, formats: Formats): string {
  const against = week - change.against === YEAR_WEEKS ? 'last year' : formats.weekName(change.against);
  return change.kind === 'given'
    ? `${formats.change(indicator, change)} vs ${against}`
    : reasonWords(change.reason, against);
}

function shortChange(measure: Measure, formats: Formats): string | null {
  if (measure.state !== 'figure') return null;
  const cases = measure.n === null ? '' : `n${NB}${formats.count(measure.n)}`;
  return join(formats.change(measure.indicator, measure.change), cases);
}

function knownWords(indicator: Indicator, known: KnownFigure, formats: Formats): string {
  const name = capitalWeek(known.week, formats);
  const cases = indicator.countedIn === '' ? '' : ` · n${NB}${formats.count(known.denominator)}`;
  return `${name}: ${formats.figure(indicator, known.value)}${cases}`;
}

/** " of about 3,150": what the last complete weeks had. */
function expectedWords({ series, measure }: Read, formats: Formats): string {
  const judged = series.filter((point) => point.kind === 'final' || point.kind === 'settling').slice(-4);
  if (judged.length === 0 || measure.state !== 'current') return '';
  const mean = judged.reduce((sum, point) => sum + point.denominator, 0) / judged.length;
  return ` of about ${formats.count(roundedTo(mean))}`;
}

/** To two significant digits and a half: 3,147 reads "about 3,150". */
function roundedTo(value: number): number {
  const step = value < 100 ? 1 : value < 1000 ? 10 : 50;
  return Math.round(value / step) * step;
}

function noteOf(measure: Measure): string {
  if (measure.state === 'figure' && measure.restated !== null) return 'restated';
  return measure.indicator.better === 'lower' ? 'lower is better' : '';
}

function dateOf(card: Scorecard, { measure, coveredTo, lateness }: Read, formats: Formats): TileModel['date'] {
  const day = dataDay(measure, coveredTo, lateness.kind === 'late');
  return {
    text: day === null ? '' : `Data to ${formats.dayAsOf(day, card.today)}`.replaceAll(' ', NB),
    look: lateness.kind === 'late' ? 'late' : 'plain',
  };
}

/** Last day of what the figure says: the end of its week, or how far a running week is covered. */
function dataDay(measure: Measure, coveredTo: DayNumber | null, late: boolean): DayNumber | null {
  if (measure.state === 'current') return coveredTo;
  if (late || measure.state === 'gap') return measure.latest === null ? coveredTo : sundayOf(measure.latest.week);
  return measure.state === 'no-data' ? null : sundayOf(measure.week);
}

function urgencyOf(status: TileModel['status']): TileModel['urgency'] {
  if (status.look === 'hollow' || status.shape === 'act' || status.shape === 'few') return 'full';
  return status.shape === 'on' ? 'one-line' : 'two-lines';
}

function capitalWeek(week: WeekNumber, formats: Formats): string {
  return `W${formats.weekName(week).slice(1)}`;
}

function join(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' · ');
}

function plain(text: string): Line {
  return { strong: '', text };
}
