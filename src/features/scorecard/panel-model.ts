import type { TrendModel } from '../../charts/trend-model.ts';
import type { Tone } from '../../domain/analysis-types.ts';
import type { Formats } from '../../domain/format.ts';
import { signalLine, sinceAnnotation } from '../../domain/signal-words.ts';
import { contextOf, type Reading, type Scorecard } from './read-scorecard.ts';
import { tileModel, type TileModel } from './tile-model.ts';
import { trendModel } from './trend-view.ts';

/** What a chart has to show: a picture, or why there is none. */
export type PictureModel =
  | { readonly kind: 'data'; readonly model: TrendModel }
  | { readonly kind: 'too-little'; readonly reason: string; readonly model: TrendModel | null }
  | { readonly kind: 'empty'; readonly reason: string }
  | { readonly kind: 'failed'; readonly message: string; readonly reference: string };

export type UnderModel =
  | { readonly kind: 'measure'; readonly tile: TileModel }
  | { readonly kind: 'signal'; readonly tone: Tone; readonly words: string }
  | { readonly kind: 'quiet'; readonly words: string };

export type PanelModel = {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly tile: TileModel;
  readonly picture: PictureModel;
  readonly under: UnderModel;
};

const PANEL_WEEKS = 52;
const PHONE_WEEKS = 26;
const HEADLINE_WEEKS = 26;
/** Limits under so many points are a first guess. */
const TRIAL_UNDER = 12;

export type PanelSize = 'desk' | 'phone';

/** Retention and repeated claims, the two lines that tell where it is heading. Null where the catalogue has no such figure. */
export function panelModels(card: Scorecard, formats: Formats, size: PanelSize): readonly PanelModel[] {
  return [
    panel(card, 'retention-12-week', 'retention-12-month', formats, size),
    panel(card, 'repeated-claims', null, formats, size),
  ].filter((each) => each !== null);
}

/** The headline's line over 26 weeks. */
export function headlineTrend(card: Scorecard, formats: Formats): PictureModel | null {
  const reading = card.reading('promise-kept');
  return reading === null
    ? null
    : picture(card, reading, formats, (read) =>
        trendModel(
          card,
          read,
          { weeks: HEADLINE_WEEKS, title: 'Promise kept, 26 weeks', extras: 'none', naming: 'last-week' },
          formats,
        ),
      );
}

function panel(
  card: Scorecard,
  id: string,
  second: string | null,
  formats: Formats,
  size: PanelSize,
): PanelModel | null {
  const reading = card.reading(id);
  if (reading === null) return null;
  const { indicator } = reading;
  const tile = tileModel(card, reading, formats);
  const other = second === null ? null : card.reading(second);
  return {
    id,
    title: indicator.name,
    definition: [
      indicator.definition.replace(/\.$/, ''),
      other === null ? '' : quietWords(tile),
      tile.note === 'lower is better' ? tile.note : '',
    ]
      .filter((text) => text !== '')
      .join(' · '),
    tile,
    picture: picture(card, reading, formats, (read) =>
      trendModel(
        card,
        read,
        {
          weeks: size === 'desk' ? PANEL_WEEKS : PHONE_WEEKS,
          title: `${indicator.name}, ${size === 'desk' ? PANEL_WEEKS : PHONE_WEEKS} weeks`,
          extras: size === 'desk' ? 'forecast-and-last-year' : 'forecast',
          naming: 'none',
        },
        formats,
      ),
    ),
    under:
      other === null ? signalUnder(card, reading, formats) : { kind: 'measure', tile: tileModel(card, other, formats) },
  };
}

function quietWords(tile: TileModel): string {
  return tile.signal === null && tile.value.kind === 'figure' && tile.value.look === 'plain' ? 'no signal' : '';
}

/** Of several signals the one that began with something that happened; else the first by precedence. */
function signalUnder(card: Scorecard, reading: Reading, formats: Formats): UnderModel {
  if (reading.kind !== 'read' || reading.measure.state !== 'figure') return { kind: 'quiet', words: '' };
  const [first] = reading.measure.signals;
  if (first === undefined) return { kind: 'quiet', words: 'No signal: the week lies within its natural variation.' };
  const context = contextOf(card, formats);
  const { signals } = reading.measure;
  const told = signals.find((signal) => sinceAnnotation(signal, reading.indicator, context) !== null) ?? first;
  return { kind: 'signal', tone: told.tone, words: signalLine(told, reading.indicator, context).text };
}

function picture(
  card: Scorecard,
  reading: Reading,
  formats: Formats,
  draw: (reading: Extract<Reading, { kind: 'read' }>) => TrendModel,
): PictureModel {
  if (reading.kind === 'failed') return { kind: 'failed', message: reading.message, reference: reading.reference };
  const { measure } = reading;
  if (measure.state === 'no-data') {
    return { kind: 'empty', reason: `Nothing to draw yet: ${tileModel(card, reading, formats).gap.text}.` };
  }
  const known = measure.analysis.values.filter((value) => value !== null).length;
  if (known === 0) return { kind: 'too-little', reason: 'No complete week with enough cases yet.', model: null };
  const model = draw(reading);
  if (model.points.every((point) => point.kind === 'gap') && measure.latest !== null) {
    return {
      kind: 'empty',
      reason: `No week with a figure in this span; the last is ${formats.week(measure.latest.week)}.`,
    };
  }
  return known < TRIAL_UNDER
    ? { kind: 'too-little', reason: `${known} complete weeks so far: limits and forecast come with 12.`, model }
    : { kind: 'data', model };
}
