import { niceStep, ticksOf } from '../../../charts/scale.ts';
import type { TrendModel } from '../../../charts/trend-model.ts';
import { CAP_HEIGHT } from '../../../domain/optics.ts';
import type { WeekNumber } from '../../../domain/week.ts';
import { text, type Kit } from '../layout/kit.ts';
import { oneLine } from '../layout/lines.ts';
import type { Room } from '../layout/placed.ts';
import { gutterWords } from './chart-words.ts';

/** Room around the plot and before its first and after its last week, in px of the design. */
const LANE = 78;
const BELOW = 76;
const LEFT = 84;
const RIGHT = 300;
const FIRST = 12;
const LAST = 24;
/** What the scale leaves free under and over what is drawn: more below, where the axis is. */
const AIR = { below: 0.14, above: 0.03 } as const;

export type ChartScales = {
  readonly from: WeekNumber;
  readonly to: WeekNumber;
  readonly plot: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number };
  readonly weekWidth: number;
  readonly x: (week: WeekNumber) => number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
};

/** Heights of the lane of annotations and of the months, by the letters in them. */
export function laneHeight({ sizes }: Kit): number {
  return Math.max(LANE * Math.min(sizes.u, sizes.s), 1.5 * sizes.floor);
}

function monthsHeight({ sizes }: Kit): number {
  return Math.max(BELOW * Math.min(sizes.u, sizes.s), 1.46 * sizes.floor);
}

function valuesOf(model: TrendModel): readonly number[] {
  return [
    ...model.points.flatMap((point) => (point.kind === 'gap' ? [] : [point.value])),
    ...model.limits.flatMap(({ lower, upper }) => [
      Math.max(lower, model.possible?.least ?? -Infinity),
      Math.min(upper, model.possible?.most ?? Infinity),
    ]),
    ...model.targets.map(({ value }) => value),
  ].filter(Number.isFinite);
}

/** A scale that fits limits, target and figures, with as many ticks as their letters leave apart. */
export function valueScale(model: TrendModel, height: number, letters: number) {
  const values = valuesOf(model);
  const least = values.length === 0 ? 0 : Math.min(...values);
  const most = values.length === 0 ? 1 : Math.max(...values);
  const span = most - least > 1e-9 ? most - least : Math.max(1, Math.abs(most) * 0.1);
  const wished = least - AIR.below * span;
  const low = least >= 0 ? Math.max(0, wished) : wished;
  const high = Math.max(most, low + span) + AIR.above * span;
  const step = niceStep(((high - low) * 2.1 * letters) / Math.max(1, height));
  return { low, high, ticks: ticksOf({ low, high }, step) };
}

/** Time and value scales of a chart in a room; null where that leaves no plot worth its name. */
export function chartScales(kit: Kit, model: TrendModel, room: Room): ChartScales | null {
  const { u, s, floor } = kit.sizes;
  const y0 = room.y + laneHeight(kit);
  const y1 = room.y + room.height - monthsHeight(kit);
  if (y1 - y0 < 4.5 * floor) return null;
  const { low, high, ticks } = valueScale(model, y1 - y0, floor);
  const wide = (words: string, weight: 400 | 600): number =>
    oneLine([text(kit, words, 'floor', { weight, figures: 'tabular' })]).width;
  const left = Math.max(LEFT * Math.min(u, s), ...ticks.map((tick) => wide(model.formatTick(tick), 400) + 20 * u));
  const right = Math.max(
    RIGHT * Math.min(u, s),
    ...gutterWords(model).map(({ words, strong }) => wide(words, strong ? 600 : 400) + 26 * u),
  );
  const x0 = room.x + left;
  const x1 = room.x + room.width - right;
  if (x1 - x0 < 0.4 * room.width) return null;
  const from = model.points[0]?.week ?? 0;
  const to = Math.max(from + 1, model.points.at(-1)?.week ?? from);
  const first = x0 + FIRST * u;
  const weekWidth = (x1 - LAST * u - first) / (to - from);
  return {
    from,
    to,
    plot: { x0, x1, y0, y1 },
    weekWidth,
    x: (week) => first + (week - from) * weekWidth,
    y: (value) => y1 - ((value - low) / (high - low)) * (y1 - y0),
    // A tick whose letters would stand in the lane or under the axis is not named.
    ticks: ticks.filter((tick) => {
      const at = y1 - ((tick - low) / (high - low)) * (y1 - y0);
      return at > y0 + CAP_HEIGHT * floor * 0.5 && at < y1 - CAP_HEIGHT * floor * 0.2;
    }),
  };
}
