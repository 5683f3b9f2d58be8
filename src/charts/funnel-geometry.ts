import { FUNNEL_Z, funnelLimits } from '../domain/funnel.ts';
import type { FunnelModel, FunnelTeam } from './funnel-types.ts';
import { linePath, rounded, type PixelPoint } from './paths.ts';
import { fitScale, niceStep, ticksOf } from './scale.ts';
import { spread } from './spread.ts';
import { axisTextWidth } from './text-width.ts';
import { valueLabels, type ValueLabel } from './value-labels.ts';

export type FunnelMark = { readonly team: FunnelTeam; readonly x: number; readonly y: number };

export type FunnelGeometry = {
  readonly width: number;
  readonly height: number;
  readonly plot: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number };
  readonly grid: string;
  readonly valueTicks: ReadonlyArray<{ readonly y: number; readonly text: string }>;
  readonly countTicks: ReadonlyArray<{ readonly x: number; readonly text: string }>;
  readonly axis: string;
  readonly average: string;
  readonly target: string;
  /** Both limits of 95 % and of 99.8 %, two lines in one path each. */
  readonly inner: string;
  readonly outer: string;
  readonly marks: readonly FunnelMark[];
  /** Names of teams outside, where there is room. */
  readonly names: readonly ValueLabel[];
  readonly labels: ReadonlyArray<{
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly look: 'plain' | 'target';
  }>;
};

export const FUNNEL_HEIGHT = 300;
export const FUNNEL_WIDTH = 672;
const TOP = 14;
const BOTTOM = 40;
const SAMPLES = 64;
/** Cases under which no team is shown: the mouth need not be wider than there. */
const NARROW_MOUTH = 10;
/** Half of a mark, px. */
const REACH: Readonly<Record<FunnelTeam['place'], number>> = { inside: 3, between: 4, outside: 6 };

/** Pure: the same model and width give the same numbers, without a document. */
export function funnelGeometry(model: FunnelModel, width: number): FunnelGeometry {
  const { teams, average, target } = model;
  const fewest = Math.max(1, Math.min(...teams.map(({ n }) => n)));
  const most = Math.max(fewest, ...teams.map(({ n }) => n)) * 1.06;
  const limitsAt = (n: number, z: number) => {
    const { lower, upper } = funnelLimits(average.value / 100, n, z);
    return { lower: lower * 100, upper: upper * 100 };
  };
  // Where all teams are large the mouth of the funnel is shown too: without it the limits are two lines.
  const mouth = Math.min(fewest, Math.max(NARROW_MOUTH, most / 4));
  const widest = limitsAt(mouth, FUNNEL_Z.outer);
  const values = [...teams.map(({ value }) => value), widest.lower, widest.upper, average.value];
  if (target !== null) values.push(target.value);
  const y0 = TOP;
  const y1 = FUNNEL_HEIGHT - BOTTOM;
  const fitted = fitScale(values, y1 - y0);
  // Nothing lies beyond 100 %, so no room is drawn there but what a mark needs.
  const scale = { ...fitted, high: Math.min(fitted.high, 101.5) };
  const ticks = scale.ticks.filter((tick) => tick <= scale.high);
  const texts = ['99.8\u00a0% limit', average.label, ...(target === null ? [] : [target.label])];
  // The side that is not cut off at 0 % shows both limits apart.
  const named = limitsAt(most, FUNNEL_Z.outer).lower > 0 ? 'lower' : 'upper';
  const x0 = Math.max(30, Math.ceil(Math.max(0, ...ticks.map((tick) => axisTextWidth(model.formatTick(tick)))) + 8));
  const x1 = Math.max(x0 + 40, width - Math.ceil(Math.max(...texts.map(axisTextWidth)) + 12));
  const x = (n: number) => rounded(x0 + (n / most) * (x1 - x0));
  const y = (value: number) => rounded(y1 - ((value - scale.low) / (scale.high - scale.low)) * (y1 - y0));
  const curve = (z: number, side: 'lower' | 'upper'): readonly PixelPoint[] =>
    Array.from({ length: SAMPLES }, (_, k) => {
      // Denser at the left, where the curve bends.
      const n = mouth + (most - mouth) * (k / (SAMPLES - 1)) ** 2;
      return { x: x(n), y: y(limitsAt(n, z)[side]) };
    });
  const curves = {
    inner: [curve(FUNNEL_Z.inner, 'lower'), curve(FUNNEL_Z.inner, 'upper')],
    outer: [curve(FUNNEL_Z.outer, 'lower'), curve(FUNNEL_Z.outer, 'upper')],
  };
  const marks = teams.map((team) => ({ team, x: x(team.n), y: y(team.value) }));
  const countTicks = ticksOf({ low: 0, high: most }, niceStep((most * 70) / Math.max(1, x1 - x0)));
  return {
    width,
    height: FUNNEL_HEIGHT,
    plot: { x0, x1, y0, y1 },
    grid: ticks.map((tick) => `M${x0} ${y(tick)}H${x1}`).join(''),
    valueTicks: ticks.map((tick) => ({ y: rounded(y(tick) + 4), text: model.formatTick(tick) })),
    countTicks: countTicks.map((n) => ({ x: x(n), text: model.formatCount(n) })),
    axis: `M${x0} ${y1}H${x1}${countTicks.map((n) => `M${x(n)} ${y1}v4`).join('')}`,
    average: `M${x0} ${y(average.value)}H${x1}`,
    target: target === null ? '' : `M${x0} ${y(target.value)}H${x1}`,
    inner: curves.inner.map(linePath).join(''),
    outer: curves.outer.map(linePath).join(''),
    marks,
    names: namesOf(marks, [...curves.inner, ...curves.outer], { x0, x1, y0, y1 }),
    labels: labelsOf(model, { x: x1 + 8, y0, y1 }, y, [
      { text: '95\u00a0% limit', value: limitsAt(most, FUNNEL_Z.inner)[named] },
      { text: '99.8\u00a0% limit', value: limitsAt(most, FUNNEL_Z.outer)[named] },
    ]),
  };
}

/** Names of those outside; the farthest out choose first, and one that finds no room is told by read-out and table. */
function namesOf(
  marks: readonly FunnelMark[],
  quiet: ReadonlyArray<readonly PixelPoint[]>,
  bounds: FunnelGeometry['plot'],
): readonly ValueLabel[] {
  const wanted = marks
    .filter(({ team }) => team.place !== 'inside')
    .toSorted((a, b) => REACH[a.team.place] - REACH[b.team.place]);
  const points = wanted.map(({ team, x, y }) => ({
    x,
    y,
    text: team.name,
    look: team.place === 'outside' ? ('strong' as const) : ('plain' as const),
    reach: REACH[team.place],
  }));
  return valueLabels(points, { lines: [], quiet, bounds: { ...bounds, x1: bounds.x1 + 4 } }).flatMap((label) =>
    label === null ? [] : [label],
  );
}

/** At the right end of what they name, pushed apart to 13 px. */
function labelsOf(
  { average, target }: FunnelModel,
  room: { readonly x: number; readonly y0: number; readonly y1: number },
  y: (value: number) => number,
  ends: ReadonlyArray<{ readonly text: string; readonly value: number }>,
): FunnelGeometry['labels'] {
  const wanted: Array<{ text: string; look: 'plain' | 'target'; at: number }> = [
    { text: average.label, look: 'plain', at: y(average.value) },
    ...ends.map(({ text, value }) => ({ text, look: 'plain' as const, at: y(value) })),
  ];
  if (target !== null) wanted.push({ text: target.label, look: 'target', at: y(target.value) });
  return spread(wanted, { gap: () => 13, from: room.y0, to: room.y1 }).map(({ text, look, place }) => ({
    x: room.x,
    y: rounded(place + 4),
    text,
    look,
  }));
}
