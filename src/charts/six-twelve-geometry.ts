import { linePath, rounded, type PixelLine, type PixelPoint } from './paths.ts';
import { fitScale } from './scale.ts';
import { signalMarkPath, type SignalKind } from './signal-marks.ts';
import { namesOf, yearsOf, type AxisName, type Span } from './six-twelve-axis.ts';
import { sixTwelveFrame, type Panel, type SixTwelveFrame } from './six-twelve-frame.ts';
import type { SixTwelveModel, SixTwelvePoint } from './six-twelve-types.ts';
import { spread } from './spread.ts';
import { axisTextWidth } from './text-width.ts';
import { valueLabels, type ValueLabel } from './value-labels.ts';

export type SixTwelveMark = {
  readonly id: string;
  readonly place: PixelPoint;
  readonly look:
    | { readonly kind: 'dot'; readonly r: number }
    | { readonly kind: 'hollow' }
    | { readonly kind: 'signal'; readonly signal: SignalKind; readonly size: number; readonly d: string };
};

export type PanelGeometry = {
  readonly panel: Panel;
  readonly title: string;
  readonly grid: string;
  /** Baseline and ticks in one path. */
  readonly axis: string;
  readonly names: readonly AxisName[];
  readonly years: readonly AxisName[];
  readonly target: string;
  readonly lastYear: string;
  readonly actual: string;
  /** Dashed, from the last complete month to the one so far; empty where there is none. */
  readonly link: string;
  readonly marks: readonly SixTwelveMark[];
  readonly values: readonly ValueLabel[];
  /** Where weeks or months without a figure break the line, at the foot of the panel. */
  readonly gaps: ReadonlyArray<{ readonly x: number; readonly y: number; readonly text: string }>;
};

export type SixTwelveLabel = {
  readonly text: string;
  readonly look: 'plain' | 'strong' | 'target';
  readonly x: number;
  readonly y: number;
};

/** One step of the read-out. `y` null: nothing is drawn there. */
export type SixTwelveColumn = { readonly point: SixTwelvePoint; readonly x: number; readonly y: number | null };

export type SixTwelveGeometry = {
  readonly width: number;
  readonly height: number;
  readonly frame: SixTwelveFrame;
  readonly ticks: ReadonlyArray<{ readonly x: number; readonly y: number; readonly text: string }>;
  readonly bands: ReadonlyArray<{
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }>;
  readonly edges: string;
  readonly means: string;
  readonly weeks: PanelGeometry;
  readonly months: PanelGeometry;
  readonly labels: readonly SixTwelveLabel[];
  readonly columns: readonly SixTwelveColumn[];
};

const MARK = 8;
const NEWEST = 1.35;

const TITLES: Readonly<Record<Span, string>> = { weeks: 'Last 6 weeks', months: 'Last 12 months' };

/** Pure: the same model and width give the same numbers, without a document (design.md, section 4, "6–12 chart"). */
export function sixTwelveGeometry(model: SixTwelveModel, width: number): SixTwelveGeometry {
  const labelTexts = Object.values(model.labels).filter((label) => label !== null);
  // Ticks depend on the height alone, and the left margin on the ticks: the scale comes first.
  const values = valuesOf(model);
  const rough = sixTwelveFrame(width, { ticks: [], labels: labelTexts });
  const scale = fitScale(values, rough.weeks.y1 - rough.weeks.y0);
  const frame = sixTwelveFrame(width, { ticks: scale.ticks.map(model.formatTick), labels: labelTexts });
  const yOf =
    ({ y0, y1 }: Panel) =>
    (value: number) =>
      y1 - ((value - scale.low) / (scale.high - scale.low)) * (y1 - y0);
  const panels = [frame.weeks, frame.months] as const;
  const stacked = frame.weeks.x0 === frame.months.x0;
  const ticks = panels
    .slice(0, stacked ? 2 : 1)
    .flatMap((panel) =>
      scale.ticks.map((value) => ({
        x: panel.x0 - 6,
        y: rounded(yOf(panel)(value) + 4),
        text: model.formatTick(value),
      })),
    );
  const draw = (panel: Panel, points: readonly SixTwelvePoint[], span: Span) =>
    panelOf(panel, points, span, scale.ticks, yOf(panel));
  const limits = limitsOf(model, frame.weeks, yOf(frame.weeks));
  const weeks = draw(frame.weeks, model.weeks, 'weeks');
  const months = draw(frame.months, model.months, 'months');
  const columns = (panel: Panel, points: readonly SixTwelvePoint[]): readonly SixTwelveColumn[] =>
    points.map((point, k) => ({
      point,
      x: rounded(xOf(panel, points.length)(k)),
      y: point.figure.kind === 'none' ? null : rounded(yOf(panel)(point.figure.value)),
    }));
  return {
    width,
    height: frame.height,
    frame,
    ticks,
    ...limits,
    weeks,
    months,
    labels: labelsOf(model, frame.months, yOf(frame.months)),
    columns: [...columns(frame.weeks, model.weeks), ...columns(frame.months, model.months)],
  };
}

/** What must be seen, and some room under the lowest point for its value. */
function valuesOf(model: SixTwelveModel): readonly number[] {
  const values: number[] = [];
  for (const { figure, lastYear, target } of [...model.weeks, ...model.months]) {
    if (figure.kind !== 'none') values.push(figure.value);
    if (lastYear !== null) values.push(lastYear.value);
    if (target !== null) values.push(target.value);
  }
  for (const { lower, upper } of model.limits) values.push(lower, upper);
  const finite = values.filter(Number.isFinite);
  const least = Math.min(...finite);
  const room = least - (Math.max(...finite) - least) * 0.1;
  return least < 0 || room >= 0 ? [...finite, ...(finite.length === 0 ? [] : [room])] : finite;
}

function xOf({ x0, x1, inset }: Panel, count: number): (index: number) => number {
  const step = count < 2 ? 0 : (x1 - x0 - 2 * inset) / (count - 1);
  return (index) => x0 + inset + index * step;
}

function panelOf(
  panel: Panel,
  points: readonly SixTwelvePoint[],
  span: Span,
  tickValues: readonly number[],
  y: (value: number) => number,
): PanelGeometry {
  const { x0, x1, y1 } = panel;
  const x = xOf(panel, points.length);
  const place = (k: number, value: number): PixelPoint => ({ x: rounded(x(k)), y: rounded(y(value)) });
  const actual = points.map(({ figure }, k) => (figure.kind === 'solid' ? place(k, figure.value) : null));
  const lastYear = points.map((point, k) => (point.lastYear === null ? null : place(k, point.lastYear.value)));
  const marks = points.flatMap(({ id, figure }, k): readonly SixTwelveMark[] => {
    if (figure.kind === 'none') return [];
    const at = place(k, figure.value);
    if (figure.kind === 'hollow') return [{ id, place: at, look: { kind: 'hollow' } }];
    const newest = k === points.length - 1;
    if (figure.signal === null) return [{ id, place: at, look: { kind: 'dot', r: newest ? 4 : 2.6 } }];
    const size = rounded(newest ? MARK * NEWEST : MARK);
    const d = signalMarkPath(figure.signal, at, size);
    return [{ id, place: at, look: { kind: 'signal', signal: figure.signal, size, d } }];
  });
  const link = linkOf(points, (k, value) => place(k, value));
  const target = targetLine(points, panel, x, y);
  const labelled = points.map(({ id, figure }, k) => {
    if (figure.kind === 'none') return null;
    const mark = marks.find((each) => each.id === id);
    const signal = mark?.look.kind === 'signal' ? mark.look.size / 2 : mark?.look.kind === 'dot' ? mark.look.r : 4;
    const strong = figure.kind === 'hollow' || figure.signal !== null || k === points.length - 1;
    return {
      ...place(k, figure.value),
      text: figure.label,
      look: strong ? ('strong' as const) : ('plain' as const),
      reach: signal,
    };
  });
  const values = valueLabels(labelled, {
    lines: [actual, link],
    quiet: [lastYear, target],
    bounds: { x0: x0 - 2, x1: x1 + 4, y0: panel.y0 - 10, y1: y1 - 2 },
  });
  const tick = (k: number) => (k > 0 && points[k]?.year !== points[k - 1]?.year ? 8 : 4);
  return {
    panel,
    title: TITLES[span],
    grid: tickValues.map((value) => `M${x0} ${rounded(y(value))}H${x1}`).join(''),
    axis: `M${x0} ${y1}H${x1}${points.map((_, k) => `M${rounded(x(k))} ${y1}v${tick(k)}`).join('')}`,
    names: namesOf(points, x),
    years: yearsOf(points, x, panel, span),
    target: linePath(target),
    lastYear: linePath(lastYear),
    actual: linePath(actual),
    link: linePath(link),
    marks,
    gaps: gapsOf(points, panel, x, [...actual, ...lastYear]),
    values: values.flatMap((label) => (label === null ? [] : [label])),
  };
}

const GAP_TEXT = 'no figure';
const GAP_FOOT = 8;
const GAP_HEIGHT = 16;

/** Said once for points in a row, where nothing else is drawn; the read-out has the reason. */
function gapsOf(
  points: readonly SixTwelvePoint[],
  { x0, x1, y1 }: Panel,
  x: (k: number) => number,
  lines: PixelLine,
): PanelGeometry['gaps'] {
  const half = axisTextWidth(GAP_TEXT) / 2;
  const y = y1 - GAP_FOOT;
  return points.flatMap(({ figure }, k) => {
    if (figure.kind !== 'none' || points[k - 1]?.figure.kind === 'none') return [];
    const last = points.findIndex((point, index) => index > k && point.figure.kind !== 'none');
    const middle = (x(k) + x(last < 0 ? points.length - 1 : last - 1)) / 2;
    const at = Math.max(x0 + half, Math.min(x1 - half, middle));
    // Values stand below their points: their room counts too.
    const low = lines.some(
      (place) => place !== null && Math.abs(place.x - at) < half + 14 && place.y > y - GAP_HEIGHT - 16,
    );
    return low ? [] : [{ x: rounded(at), y, text: GAP_TEXT }];
  });
}

/** Only from a month that stands right before it: a gap is not bridged. */
function linkOf(points: readonly SixTwelvePoint[], place: (k: number, value: number) => PixelPoint): PixelLine {
  const last = points.length - 1;
  const so = points[last]?.figure;
  const before = points[last - 1]?.figure;
  if (so?.kind !== 'hollow' || before?.kind !== 'solid') return [];
  return [place(last - 1, before.value), place(last, so.value)];
}

/** Stepped half-way between two points, from edge to edge of the panel; broken where no target is in force. */
function targetLine(
  points: readonly SixTwelvePoint[],
  { x0, x1 }: Panel,
  x: (k: number) => number,
  y: (value: number) => number,
): PixelLine {
  const corners: Array<PixelPoint | null> = [];
  points.forEach(({ target }, k) => {
    if (target === null) {
      corners.push(null);
      return;
    }
    const height = rounded(y(target.value));
    corners.push(
      { x: rounded(k === 0 ? x0 : (x(k - 1) + x(k)) / 2), y: height },
      { x: rounded(k === points.length - 1 ? x1 : (x(k) + x(k + 1)) / 2), y: height },
    );
  });
  return corners;
}

function limitsOf(model: SixTwelveModel, panel: Panel, y: (value: number) => number) {
  const x = xOf(panel, model.weeks.length);
  const last = model.weeks.length - 1;
  const drawn = model.limits.map(({ from, to, mean, lower, upper }) => ({
    left: rounded(from === 0 ? panel.x0 : (x(from - 1) + x(from)) / 2),
    right: rounded(to === last ? panel.x1 : (x(to) + x(to + 1)) / 2),
    top: rounded(y(upper)),
    bottom: rounded(y(lower)),
    mean: rounded(y(mean)),
  }));
  return {
    bands: drawn.map(({ left, right, top, bottom }) => ({
      x: left,
      y: top,
      width: rounded(Math.max(0, right - left)),
      height: rounded(Math.max(0, bottom - top)),
    })),
    edges: drawn.map(({ left, right, top, bottom }) => `M${left} ${top}H${right}M${left} ${bottom}H${right}`).join(''),
    means: drawn.map(({ left, right, mean }) => `M${left} ${mean}H${right}`).join(''),
  };
}

function labelsOf(model: SixTwelveModel, panel: Panel, y: (value: number) => number): readonly SixTwelveLabel[] {
  const { labels, months } = model;
  const newest = months.at(-1);
  const wanted: Array<{ text: string; look: SixTwelveLabel['look']; at: number }> = [];
  const add = (text: string | null, look: SixTwelveLabel['look'], value: number | undefined) => {
    if (text !== null && value !== undefined) wanted.push({ text, look, at: y(value) });
  };
  add(labels.target, 'target', newest?.target?.value);
  add(labels.lastYear, 'plain', newest?.lastYear?.value);
  add(labels.soFar, 'strong', newest?.figure.kind === 'hollow' ? newest.figure.value : undefined);
  const room = { gap: () => 13, from: panel.y0 + 2, to: panel.y1 - 2 };
  return spread(wanted, room).map(({ text, look, place }) => ({ text, look, x: panel.x1 + 8, y: rounded(place + 4) }));
}
