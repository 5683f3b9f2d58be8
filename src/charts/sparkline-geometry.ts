import { linePath, rounded, type PixelPoint } from './paths.ts';
import { signalMarkPath } from './signal-marks.ts';
import type { SparklineModel, SparklinePoint } from './sparkline-model.ts';

type SignalKind = 'improving' | 'concerning' | 'neutral';

export type SparklineGeometry = {
  readonly width: number;
  readonly height: number;
  readonly band: { readonly y: number; readonly height: number } | null;
  readonly targetY: number | null;
  /** The line outside runs, and the stretch inside a run, which steps back so that the markers can be read. */
  readonly line: string;
  readonly run: string;
  /** All markers of a kind in one path. */
  readonly markers: readonly { readonly signal: SignalKind; readonly d: string }[];
  readonly last: (PixelPoint & { readonly look: 'full' | 'hollow' }) | null;
};

const LEFT = 1;
const RIGHT = 5;
const EDGE = 4;
const MARK = 4.5;

const hasValue = (point: SparklinePoint): point is Exclude<SparklinePoint, { kind: 'gap' }> =>
  point.kind !== 'gap' && Number.isFinite(point.value);

/** Smallest and largest of what must be seen; a constant gets room on both sides, so that nothing is divided by zero. */
function domainOf(model: SparklineModel): readonly [number, number] {
  const values = model.points.filter(hasValue).map((point) => point.value);
  if (model.limits !== null) values.push(model.limits.lower, model.limits.upper);
  if (model.target !== null) values.push(model.target);
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (high > low) return [low, high];
  const room = Math.abs(low) * 0.05 || 1;
  return [low - room, high + room];
}

/** Pixels of a sparkline. The scale fits data, limits and target and is never forced to zero (design.md, section 4). */
export function sparklineGeometry(model: SparklineModel, width: number, height: number): SparklineGeometry {
  const [low, high] = domainOf(model);
  const count = model.points.length;
  const x = (k: number) => (count < 2 ? width - RIGHT : LEFT + (k / (count - 1)) * (width - RIGHT - LEFT));
  const y = (value: number) => height - EDGE - ((value - low) / (high - low)) * (height - 2 * EDGE);
  const place = (k: number): PixelPoint | null => {
    const point = model.points[k];
    return point !== undefined && point.kind === 'solid' && hasValue(point) ? { x: x(k), y: y(point.value) } : null;
  };

  const inRun = (k: number) => {
    const point = model.points[k];
    return point !== undefined && point.kind === 'solid' && point.signal !== null;
  };
  const outside: (PixelPoint | null)[] = [];
  const inside: (PixelPoint | null)[] = [];
  const marks = new Map<SignalKind, string>();
  let lastAt = -1;
  for (let k = count - 1; k >= 0 && lastAt < 0; k--) if (model.points[k]?.kind !== 'gap') lastAt = k;
  for (let k = 0; k < count; k++) {
    const here = place(k);
    // A segment belongs to the run when both its ends do; a run's ends are drawn in both paths so that they meet.
    const joinsRun = inRun(k) && (inRun(k - 1) || inRun(k + 1));
    const joinsLine = !inRun(k) || !inRun(k - 1) || !inRun(k + 1);
    inside.push(joinsRun ? here : null);
    outside.push(joinsLine ? here : null);
    if (inRun(k) && !inRun(k + 1)) outside.push(k + 1 < count ? here : null);
    const point = model.points[k];
    if (here !== null && point?.kind === 'solid' && point.signal !== null && k !== lastAt) {
      marks.set(point.signal, (marks.get(point.signal) ?? '') + signalMarkPath(point.signal, here, MARK));
    }
  }

  const lastPoint = model.points[lastAt];
  const last =
    lastPoint === undefined || !hasValue(lastPoint)
      ? null
      : {
          x: rounded(x(lastAt)),
          y: rounded(y(lastPoint.value)),
          look: lastPoint.kind === 'hollow' || model.freshness === 'stale' ? ('hollow' as const) : ('full' as const),
        };
  return {
    width,
    height,
    band:
      model.limits === null
        ? null
        : { y: rounded(y(model.limits.upper)), height: rounded(y(model.limits.lower) - y(model.limits.upper)) },
    targetY: model.target === null ? null : rounded(y(model.target)),
    line: linePath(outside),
    run: linePath(inside),
    markers: [...marks].map(([signal, d]) => ({ signal, d })),
    last,
  };
}
