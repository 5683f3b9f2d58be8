import { linePath, rounded, segmentsPath, type PixelPoint } from '../../../charts/paths.ts';
import { signalMarkPath, signalStroke } from '../../../charts/signal-marks.ts';
import type { TrendModel } from '../../../charts/trend-model.ts';
import type { Kit } from '../layout/kit.ts';
import type { Ink } from '../layout/parts.ts';
import type { Shape } from '../layout/placed.ts';
import type { ChartScales } from './chart-scales.ts';

const SIGNAL = 20;
const NEWEST_SIGNAL = 30;

/** Natural variation as a band, the mean through it. */
export function limitShapes(kit: Kit, model: TrendModel, scales: ChartScales): readonly Shape[] {
  const { plot, x, y, from, to, weekWidth } = scales;
  const { l } = kit.sizes;
  const least = model.possible?.least ?? -Infinity;
  const most = model.possible?.most ?? Infinity;
  return model.limits
    .filter((segment) => segment.to >= from && segment.from <= to)
    .flatMap((segment, index, all): readonly Shape[] => {
      const left = segment.from <= from ? plot.x0 : x(segment.from) - weekWidth / 2;
      const right = index === all.length - 1 ? plot.x1 : x(segment.to) + weekWidth / 2;
      const top = y(Math.min(segment.upper, most));
      const bottom = y(Math.max(segment.lower, least));
      const box = `M${rounded(left)} ${rounded(top)}H${rounded(right)}V${rounded(bottom)}H${rounded(left)}Z`;
      const mean = `M${rounded(left)} ${rounded(y(segment.mean))}H${rounded(right)}`;
      return [
        { kind: 'path', d: box, fill: 'band', stroke: 'band-edge', thick: 3 * l },
        { kind: 'path', d: mean, stroke: 'ink-3', thick: 3 * l },
      ];
    });
}

/** The target, stepped and dashed. */
export function targetShapes(kit: Kit, model: TrendModel, scales: ChartScales): readonly Shape[] {
  const { plot, x, y, from, to, weekWidth } = scales;
  const { l } = kit.sizes;
  const seen = model.targets.filter((step) => step.to >= from && step.from <= to);
  const points = seen.flatMap((step, index): ReadonlyArray<PixelPoint | null> => {
    const before = seen[index - 1];
    const left = step.from <= from ? plot.x0 : x(step.from) - weekWidth / 2;
    const right = index === seen.length - 1 && step.to >= to ? plot.x1 : x(step.to) + weekWidth / 2;
    const ends = [
      { x: left, y: y(step.value) },
      { x: right, y: y(step.value) },
    ];
    return before !== undefined && before.to + 1 < step.from ? [null, ...ends] : ends;
  });
  return [
    { kind: 'path', d: linePath(points), stroke: 'ink', thick: 4 * l, dash: `${rounded(16 * l)} ${rounded(12 * l)}` },
  ];
}

/** The figures: the line breaks at gaps, gets thinner in a run, and weeks that do not count yet stand hollow beside it. */
export function figureShapes(kit: Kit, model: TrendModel, scales: ChartScales): readonly Shape[] {
  const { x, y } = scales;
  const { l } = kit.sizes;
  const { points } = model;
  const places = points.map((point) =>
    point.kind === 'solid' && Number.isFinite(point.value) ? { x: x(point.week), y: y(point.value) } : null,
  );
  const signalAt = (index: number) => {
    const point = points[index];
    return point?.kind === 'solid' ? point.signal : null;
  };
  const inRun = (index: number): boolean => signalAt(index) !== null && signalAt(index - 1) !== null;
  const newest = places.findLastIndex((place) => place !== null);
  const line = (d: string, thick: number): readonly Shape[] =>
    d === '' ? [] : [{ kind: 'path', d, stroke: 'ink', thick, round: true }];
  const size = Math.max(10 * l, Math.min(SIGNAL * l, scales.weekWidth * 0.95));
  const marks = places.flatMap((place, index): readonly Shape[] => {
    const signal = signalAt(index);
    if (place === null || signal === null) return [];
    const own = index === newest ? (size * NEWEST_SIGNAL) / SIGNAL : size;
    const ink: Ink = kit.colours === 'withdrawn' ? 'ink-2' : signal;
    const d = signalMarkPath(signal, place, own);
    if (signal !== 'concerning') return [{ kind: 'path', d, fill: ink, stroke: 'bg', thick: 4 * l, rim: true }];
    const { mark } = signalStroke(own);
    return [
      { kind: 'path', d, stroke: 'bg', thick: mark + 4 * l },
      { kind: 'path', d, stroke: ink, thick: mark },
    ];
  });
  const last = places[newest] ?? null;
  const plain: readonly Shape[] =
    last === null || signalAt(newest) !== null
      ? []
      : [{ kind: 'path', d: dot(last, 12 * l), fill: 'ink', stroke: 'bg', thick: 8 * l, rim: true }];
  const hollow = points.flatMap((point): readonly Shape[] =>
    point.kind === 'hollow' && Number.isFinite(point.value)
      ? [
          {
            kind: 'path',
            d: dot({ x: x(point.week), y: y(point.value) }, 11 * l),
            fill: 'bg',
            stroke: 'ink',
            thick: 4 * l,
          },
        ]
      : [],
  );
  return [
    ...line(
      segmentsPath(places, (index) => !inRun(index), 'dots'),
      7 * l,
    ),
    ...line(segmentsPath(places, inRun, 'none'), 4 * l),
    ...marks,
    ...plain,
    ...hollow,
  ];
}

function dot({ x, y }: PixelPoint, radius: number): string {
  const r = rounded(radius);
  return `M${rounded(x - r)} ${rounded(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}
