import { rounded } from './paths.ts';
import { spread } from './spread.ts';
import type { TrendLines } from './trend-lines.ts';
import type { TrendModel } from './trend-model.ts';
import type { TrendScales } from './trend-scales.ts';

export type GutterLabel = {
  readonly text: string;
  readonly look: 'plain' | 'strong' | 'target';
  readonly x: number;
  /** Baseline of the text. */
  readonly y: number;
  /** Centre of the text, at least `LABEL_GAP` from the next. */
  readonly place: number;
  /** Line from the end of what is named to the text, where the text had to move. */
  readonly leader: string | null;
};

export const LABEL_GAP = 13;
const MOVED = 3;

/** Direct labels in the right gutter instead of a legend, pushed apart to 13 px, with leader lines. */
export function gutterLabels(model: TrendModel, lines: TrendLines, scales: TrendScales): readonly GutterLabel[] {
  const { plot, y } = scales;
  const { labels } = model;
  const limits = model.limits.at(-1);
  const target = model.targets.at(-1);
  const wanted: Array<{ text: string; look: GutterLabel['look']; at: number }> = [];
  const add = (text: string | null, look: GutterLabel['look'], at: number | undefined) => {
    if (text !== null && at !== undefined && Number.isFinite(at)) wanted.push({ text, look, at });
  };
  // Where two stand at the same height the order of this list is kept.
  add(labels.target, 'target', target === undefined ? undefined : y(target.value));
  add(labels.mean, 'plain', limits === undefined ? undefined : y(limits.mean));
  add(labels.upper, 'plain', limits === undefined ? undefined : y(limits.upper));
  add(labels.lower, 'plain', limits === undefined ? undefined : y(limits.lower));
  add(labels.previousYear, 'plain', lines.previous.findLast((point) => point !== null)?.y);
  add(labels.forecast, 'strong', lines.forecast.at(-1)?.y);
  add(labels.actual, 'strong', lines.newest?.y);
  const room = { gap: () => LABEL_GAP, from: plot.y0 + 2, to: plot.y1 - 2 };
  return spread(wanted, room).map(({ text, look, at, place }) => ({
    text,
    look,
    x: rounded(plot.x1 + 10),
    y: rounded(place + 4),
    place: rounded(place),
    leader:
      Math.abs(place - at) > MOVED
        ? `M${rounded(plot.x1 + 1)} ${rounded(at)}L${rounded(plot.x1 + 7)} ${rounded(place)}`
        : null,
  }));
}
