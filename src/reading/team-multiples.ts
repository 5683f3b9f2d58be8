import { fitScale } from '../charts/scale.ts';
import type { TrendModel } from '../charts/trend-model.ts';
import { limitBands } from '../domain/analysis.ts';
import type { Tone } from '../domain/analysis-types.ts';
import type { Formats } from '../domain/format.ts';
import { chartSentence } from '../domain/sentence.ts';
import { weekPhrases } from '../domain/signal-words.ts';
import { capital } from '../domain/words.ts';
import { contextOf } from './read-scorecard.ts';
import type { TeamReading } from './team-multiples-read.ts';
import { tileModel, type TileModel } from './tile-model.ts';
import { trendModel } from './trend-view.ts';

/** Weeks that the small multiples show. */
export const MULTIPLE_WEEKS = 26;

export type ValueScale = ReturnType<typeof fitScale>;

/** One team among the small multiples: what its tile says, in the room of one column. */
export type TeamMultiple = {
  readonly id: string;
  readonly name: string;
  readonly value: TileModel['value'];
  readonly status: TileModel['status'];
  /** `−5.2 pp`; empty without a target. */
  readonly gap: string;
  /** `917 of 1,021 lines`; empty where there is nothing to count. */
  readonly cases: string;
  /** Signals of the week in words; null: `quiet` says why. */
  readonly signal: { readonly tone: Tone; readonly words: string } | null;
  readonly quiet: string;
  /** `hatch`: too few cases in every week, which may not be drawn. */
  readonly picture: TrendModel | 'hatch' | null;
  /** What a reader hears in place of the picture. */
  readonly sentence: string;
};

/** What a team's panel shows. The chart draws 26 weeks to the week in view. */
export function teamMultiple({ team, card, reading }: TeamReading, formats: Formats): TeamMultiple {
  const { measure, indicator } = reading;
  const tile = tileModel(card, reading, formats);
  const whole = trendModel(
    card,
    reading,
    { weeks: MULTIPLE_WEEKS, title: team.name, extras: 'none', naming: 'none' },
    formats,
  );
  // To the week in view, as all teams are compared in it; a week that runs stands in the large chart above.
  const model = { ...whole, points: whole.points.filter(({ week }) => week <= card.week) };
  const drawn = model.points.some(({ kind }) => kind !== 'gap');
  const signals = measure.state === 'figure' ? measure.signals : [];
  const [first] = signals;
  const figure = measure.state === 'figure' ? measure : null;
  return {
    id: team.id,
    name: team.name,
    value: tile.value,
    status: tile.status,
    gap: figure?.gap == null ? '' : formats.difference(indicator, figure.gap),
    cases:
      figure === null
        ? tile.gap.strong + tile.gap.text
        : figure.n === null
          ? ''
          : `${formats.number(figure.numerator, Number.isInteger(figure.numerator) ? 0 : 1)} of ${formats.count(figure.denominator)} ${indicator.countedIn}`,
    signal: first === undefined ? null : { tone: first.tone, words: capital(weekPhrases(signals, measure.week)) },
    quiet: quietWords(reading, tile),
    picture: drawn ? bare(model) : measure.state === 'too-few' ? 'hatch' : null,
    sentence: chartSentence(measure, contextOf(card, formats)).replace(indicator.name, team.name),
  };
}

/** Without gutter and lane: labels and annotations stand in the large chart above, and the plots take the whole column. */
function bare(model: TrendModel): TrendModel {
  const none = { upper: null, lower: null, mean: null, target: null, previousYear: null, forecast: null, actual: null };
  return { ...model, annotations: [], labels: none };
}

function quietWords({ measure }: TeamReading['reading'], tile: TileModel): string {
  if (measure.state !== 'figure') return tile.change.strong + tile.change.text;
  const newest = measure.analysis.segments.at(-1);
  if (newest === undefined) return 'Too few weeks for limits yet';
  return newest.trial
    ? `No signal: ${newest.baselinePoints} weeks so far, limits on trial`
    : 'No signal: within its natural variation';
}

/**
 * One scale for all teams, also those on other pages: figures of the 26 weeks, the target and the newest limits. Limits of
 * a percentage count only as far as it can go.
 *
 * @param height of a plot in px, which decides how many ticks have room
 */
export function sharedScale(all: readonly TeamReading[], height: number): ValueScale {
  const values: number[] = [];
  for (const { card, reading } of all) {
    const { analysis, target } = reading.measure;
    const from = card.week - MULTIPLE_WEEKS + 1;
    analysis.values.forEach((value, index) => {
      if (value !== null && analysis.from + index >= from) values.push(value);
    });
    if (target !== null) values.push(target.value);
    const bounds =
      reading.indicator.unit === 'percent' ? { least: 0, most: 100 } : { least: -Infinity, most: Infinity };
    for (const { lower, upper, to } of limitBands(analysis)) {
      if (to >= from) values.push(Math.max(bounds.least, lower), Math.min(bounds.most, upper));
    }
  }
  return fitScale(values, height);
}
