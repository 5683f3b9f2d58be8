import { rounded, segmentsPath, type PixelPoint } from './paths.ts';
import { signalMarkPath, type SignalKind } from './signal-marks.ts';
import type { SparklineModel, SparklinePoint } from './sparkline-model.ts';

export type SparklineGeometry = {
  readonly width: number;
  readonly height: number;
  readonly band: { readonly y: number; readonly height: number } | null;
  readonly targetY: number | null;
  /** The line outside runs; inside a run it steps back, so that the markers can be read. */
  readonly line: string;
  readonly run: string;
  /** All markers of a kind in one path. */
  readonly markers: ReadonlyArray<{ readonly signal: SignalKind; readonly d: string }>;
  readonly last: { readonly x: number; readonly y: number; readonly look: 'full' | 'hollow' } | null;
};

const LEFT = 1;
const RIGHT = 5;
const EDGE = 4;
/** Marker size in px (design.md, section 4: signal points 4.5). */
export const SPARKLINE_MARK = 4.5;

type Valued = Exclude<SparklinePoint, { readonly kind: 'gap' }>;
const hasValue = (point: SparklinePoint | undefined): point is Valued =>
  point !== undefined && point.kind !== 'gap' && Number.isFinite(point.value);

/** Smallest and largest of what must be seen; a constant gets room on both sides, so that nothing is divided by zero. */
function domainOf(model: SparklineModel): readonly [number, number] {
  const values = model.points.filter(hasValue).map((point) => point.value);
  if (model.limits !== null) values.push(model.limits.lower, model.limits.upper);
  if (model.target !== null) values.push(model.target);
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  // What differs in the last digits of a double alone is a constant that was added up in another order.
  if (high - low > Math.max(Math.abs(low), Math.abs(high)) * 1e-9) return [low, high];
  const room = Math.abs(low) * 0.05 || 1;
  return [low - room, high + room];
}

/** Pixels of a sparkline. The scale fits data, limits and target and is never forced to zero (design.md, section 4). */
export function sparklineGeometry(model: SparklineModel, width: number, height: number): SparklineGeometry {
  const { points, limits, target } = model;
  const [low, high] = domainOf(model);
  const steps = Math.max(1, points.length - 1);
  const x = (k: number) => LEFT + (k / steps) * (width - RIGHT - LEFT);
  const y = (value: number) => height - EDGE - ((value - low) / (high - low)) * (height - 2 * EDGE);
  const place = (k: number): PixelPoint | null => {
    const point = points[k];
    return hasValue(point) ? { x: x(k), y: y(point.value) } : null;
  };
  const signalAt = (k: number) => {
    const point = points[k];
    return point?.kind === 'solid' ? point.signal : null;
  };
  const inRun = (k: number) => signalAt(k) !== null && signalAt(k - 1) !== null;
  const line = points.map((point, k) => (point.kind === 'solid' ? place(k) : null));
  const lastAt = points.findLastIndex(hasValue);
  const lastPlace = place(lastAt);
  const marks = new Map<SignalKind, string>();
  line.forEach((here, k) => {
    const signal = signalAt(k);
    if (here !== null && signal !== null && k !== lastAt) {
      marks.set(signal, (marks.get(signal) ?? '') + signalMarkPath(signal, here, SPARKLINE_MARK));
    }
  });
  return {
    width,
    height,
    band:
      limits === null
        ? null
        : { y: rounded(y(limits.upper)), height: rounded(Math.max(0, y(limits.lower) - y(limits.upper))) },
    targetY: target === null ? null : rounded(y(target)),
    line: segmentsPath(line, (k) => !inRun(k), 'dots'),
    run: segmentsPath(line, inRun, 'none'),
    markers: [...marks].map(([signal, d]) => ({ signal, d })),
    last:
      lastPlace === null
        ? null
        : {
            x: rounded(lastPlace.x),
            y: rounded(lastPlace.y),
            look: points[lastAt]?.kind === 'hollow' || model.freshness === 'stale' ? 'hollow' : 'full',
          },
  };
}
