import { rounded } from './paths.ts';
import type { Panel } from './six-twelve-frame.ts';
import type { SixTwelvePoint } from './six-twelve-types.ts';
import { axisTextWidth } from './text-width.ts';

export type Span = 'weeks' | 'months';

export type AxisName = {
  readonly x: number;
  readonly text: string;
  readonly look: 'plain' | 'strong';
  readonly anchor: 'start' | 'middle' | 'end';
};

const YEAR_ROOM = 34;

/** Every name, or every second one back from the newest where they would touch. */
export function namesOf(points: readonly SixTwelvePoint[], x: (k: number) => number): readonly AxisName[] {
  const last = points.length - 1;
  const widest = Math.max(0, ...points.map(({ name }) => axisTextWidth(name)));
  const every = x(1) - x(0) < widest + 3 ? 2 : 1;
  return points.flatMap(({ name }, k): readonly AxisName[] =>
    (last - k) % every === 0
      ? [{ x: rounded(x(k)), text: name, look: k === last ? 'strong' : 'plain', anchor: 'middle' }]
      : [],
  );
}

/** The year under its first point; two that are near stand back to back between their ticks. */
export function yearsOf(
  points: readonly SixTwelvePoint[],
  x: (k: number) => number,
  panel: Panel,
  span: Span,
): readonly AxisName[] {
  const starts = points.flatMap(({ year }, k) => (k === 0 || year !== points[k - 1]?.year ? [{ k, year }] : []));
  if (span === 'weeks' && starts.length === 1) {
    return [{ x: panel.x0, text: `Week of ${starts[0]?.year ?? ''}`, look: 'plain', anchor: 'start' }];
  }
  return starts.map(({ k, year }, index): AxisName => {
    const next = starts[index + 1];
    if (next !== undefined && x(next.k) - x(k) < YEAR_ROOM)
      return { x: rounded((x(k) + x(next.k)) / 2 - 4), text: String(year), look: 'strong', anchor: 'end' };
    const before = starts[index - 1];
    if (before !== undefined && x(k) - x(before.k) < YEAR_ROOM)
      return { x: rounded((x(before.k) + x(k)) / 2 + 4), text: String(year), look: 'strong', anchor: 'start' };
    return { x: rounded(x(k)), text: String(year), look: 'strong', anchor: 'middle' };
  });
}
