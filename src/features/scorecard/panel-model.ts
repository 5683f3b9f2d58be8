import type { Tone } from '../../domain/analysis-types.ts';
import type { Formats } from '../../domain/format.ts';
import { signalLine, sinceAnnotation } from '../../domain/signal-words.ts';
import { contextOf, type Reading, type Scorecard } from '../../reading/read-scorecard.ts';
import { pictureOf, type PictureModel } from '../../reading/picture-model.ts';
import { tileModel, type TileModel } from '../../reading/tile-model.ts';
import { trendModel } from '../../reading/trend-view.ts';

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
    : pictureOf(card, reading, formats, (read) =>
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
    picture: pictureOf(card, reading, formats, (read) =>
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
