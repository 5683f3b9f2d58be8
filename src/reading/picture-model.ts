import type { TrendModel } from '../charts/trend-model.ts';
import type { Formats } from '../domain/format.ts';
import type { Reading, Scorecard } from './read-scorecard.ts';
import { tileModel } from './tile-model.ts';

/** Limits under so many points are a first guess. */
const TRIAL_UNDER = 12;

/** What a chart has to show: a picture, or why there is none. */
export type PictureModel =
  | { readonly kind: 'data'; readonly model: TrendModel }
  | { readonly kind: 'too-little'; readonly reason: string; readonly model: TrendModel | null }
  | { readonly kind: 'empty'; readonly reason: string }
  | { readonly kind: 'failed'; readonly message: string; readonly reference: string };

/** The picture of a reading by `draw`, or why there is nothing to draw. */
export function pictureOf(
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
