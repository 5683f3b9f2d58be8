import { formats, type Formats } from '../../domain/format.ts';
import { brokenModel, type BrokenModel } from '../../reading/broken-model.ts';
import { contextModel, type ContextModel } from './context-model.ts';
import { dimensionModels, type DimensionModel } from '../../reading/grades.ts';
import { lateWords } from '../../reading/lateness.ts';
import { headlineTrend, panelModels, type PanelModel, type PanelSize } from './panel-model.ts';
import type { PictureModel } from '../../reading/picture-model.ts';
import { readScorecard, type Scorecard, type ScorecardInput } from '../../reading/read-scorecard.ts';
import { signalEntries, type SignalEntry } from '../../reading/signal-entries.ts';
import { tileModel, type TileModel } from '../../reading/tile-model.ts';

export type ScorecardModel = {
  readonly card: Scorecard;
  readonly formats: Formats;
  readonly headline: { readonly tile: TileModel; readonly definition: string; readonly note: string } | null;
  readonly headlineTrend: PictureModel | null;
  readonly broken: BrokenModel;
  readonly signals: readonly SignalEntry[];
  readonly context: ContextModel;
  readonly dimensions: readonly DimensionModel[];
  readonly panels: readonly PanelModel[];
  /** One sentence on what is late; null where nothing is. */
  readonly late: string | null;
};

/** Everything that the scorecard says, as plain data: the parts only set it. */
export function scorecardModel(input: ScorecardInput, size: PanelSize): ScorecardModel {
  const card = readScorecard(input);
  const words = formats(input.catalogue.organisation.locale);
  const headline = card.reading('promise-kept');
  return {
    card,
    formats: words,
    headline:
      headline === null
        ? null
        : {
            tile: tileModel(card, headline, words),
            definition: headline.indicator.definition,
            note: settlingNote(card, words),
          },
    headlineTrend: headlineTrend(card, words),
    broken: brokenModel(card, words),
    signals: signalEntries(card, words),
    context: contextModel(card, words),
    dimensions: dimensionModels(card, words),
    panels: panelModels(card, words, size),
    late: lateSentence(card, words),
  };
}

/** What the headline says of its week: until when it may move, or that the newest week does not count yet. */
function settlingNote(card: Scorecard, words: Formats): string {
  const reading = card.reading('promise-kept');
  if (reading?.kind !== 'read' || reading.measure.state !== 'figure') return '';
  const { measure, series } = reading;
  if (measure.week < card.week) {
    const point = series.find((each) => each.week === card.week);
    if (point?.kind === 'immature') return `${capitalWeek(card.week, words)} settles on ${words.day(point.settlesOn)}`;
  }
  return measure.settlingUntil === null ? '' : `settling until ${words.day(measure.settlingUntil)}`;
}

function lateSentence(card: Scorecard, words: Formats): string | null {
  const late = [...card.indicators.values()]
    .filter((indicator) => indicator.group !== 'part')
    .flatMap((indicator) => {
      const reading = card.reading(indicator.id);
      return reading?.kind === 'read' && reading.lateness.kind === 'late'
        ? [{ name: indicator.name, by: reading.lateness.by }]
        : [];
    });
  const [first] = late;
  if (first === undefined) return null;
  const worst = late.reduce((most, each) => Math.max(most, each.by), first.by);
  const who = late.length > 3 ? `${words.count(late.length)} figures` : late.map(({ name }) => name).join(' and ');
  return `${who}: data ${lateWords(worst)} late. Newer figures come with the next import.`;
}

function capitalWeek(week: number, words: Formats): string {
  return `W${words.weekName(week).slice(1)}`;
}
