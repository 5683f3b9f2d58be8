import { linePath, rounded, type PixelPoint } from './paths.ts';
import { routeFan } from './route-fan.ts';
import { placeLabels, type RouteLabel } from './route-labels.ts';
import { routeScales, type RouteScales } from './route-scales.ts';
import type { RouteModel, RouteStatus } from './route-types.ts';
import { routeWords } from './route-words.ts';
import { annotationFolds, annotationMarks, type AnnotationFold, type AnnotationMark } from './trend-annotations.ts';
import { timeAxis, type TimeAxis } from './trend-axis.ts';

export type RouteGeometry = {
  readonly width: number;
  readonly height: number;
  readonly scales: RouteScales;
  readonly grid: ReadonlyArray<{ readonly y: number; readonly text: string }>;
  readonly axis: TimeAxis;
  readonly fan: string;
  readonly goalLine: string;
  readonly plan: string;
  /** Short ticks across the planned route. */
  readonly milestones: string;
  readonly dateLine: string | null;
  readonly middle: string;
  readonly travelled: string;
  readonly arrival: { readonly bar: string; readonly ends: string; readonly dot: PixelPoint | null } | null;
  readonly gap: { readonly d: string; readonly status: RouteStatus } | null;
  readonly now: PixelPoint | null;
  readonly labels: readonly RouteLabel[];
  /** From the name of the planned route to it. */
  readonly leader: string | null;
  readonly annotations: readonly AnnotationMark[];
  readonly folds: readonly AnnotationFold[];
};

/** What finds no room in words is numbered: table and read-out have its words. */
const LANE = 'numbered';
/** Right of the axis there is room for the end of a name. */
const NAMED_TO = 12;

/** Everything that the picture of a route draws, in px. */
export function routeGeometry(model: RouteModel, width: number, height: number): RouteGeometry {
  const scales = routeScales(model, width, height);
  const { x, y, plot } = scales;
  const { goal, now } = model;
  const line = rounded(y(goal.value));
  const points = model.travelled.map(({ week, value }) => (value === null ? null : { x: x(week), y: y(value) }));
  const lines = [points.filter((point) => point !== null), ...otherLines(model, scales)];
  const plan = planPoints(model, scales);
  const labels = placeLabels(routeWords(model, scales), { width, bottom: scales.plot.y1, lines });
  const marks = annotationMarks(model.annotations, { ...scales, lastPoint: scales.to }, width, LANE);
  const date = rounded(x(goal.week));
  return {
    width,
    height,
    scales,
    grid: scales.ticks.map((tick) => ({ y: rounded(y(tick)), text: model.formatTick(tick) })),
    axis: timeAxis(scales, model.locale, NAMED_TO),
    ...routeFan(model, scales),
    goalLine: `M${plot.x0} ${line}H${plot.x1}`,
    plan: linePath(plan),
    milestones: model.milestones
      .filter(({ week }) => week >= scales.from && week <= scales.to)
      .map(({ week, value }) => `M${rounded(x(week))} ${rounded(y(value) - 5)}v10`)
      .join(''),
    dateLine:
      goal.week < scales.from || goal.week > scales.to
        ? null
        : `M${date} ${model.better === 'higher' ? rounded(line - 8) : plot.y0}V${plot.y1}`,
    travelled: linePath(points),
    arrival: arrivalOf(model, scales, line),
    gap: gapOf(model, scales),
    now: now === null ? null : { x: rounded(x(now.week)), y: rounded(y(now.value)) },
    labels,
    leader: leaderOf(labels, model, scales),
    annotations: marks,
    folds: annotationFolds(marks, LANE, width),
  };
}

/** The planned route as far as the axis shows it, and on along the goal line no further: there it is the goal. */
function planPoints(model: RouteModel, scales: RouteScales): readonly PixelPoint[] {
  const { from, to } = scales;
  const inside = model.plan.filter(({ week }) => week >= from && week <= to);
  const edges = [from, to].flatMap((week) => {
    const value = model.plannedAt(week);
    const last = model.plan.at(-1);
    return value === null || last === undefined || week > last.week ? [] : [{ week, value }];
  });
  return [...inside, ...edges]
    .sort((a, b) => a.week - b.week)
    .map(({ week, value }) => ({ x: scales.x(week), y: scales.y(value) }));
}

/** What texts keep off beside the way travelled; nothing simulated, so that none of them moves when a forecast comes in. */
function otherLines(model: RouteModel, scales: RouteScales): ReadonlyArray<readonly PixelPoint[]> {
  const { x, y, plot } = scales;
  const { now, goal, annotations } = model;
  const across = (from: number, to: number, value: number): readonly PixelPoint[] => [
    { x: from, y: y(value) },
    { x: to, y: y(value) },
  ];
  const upright = (week: number, from: number, to: number): readonly PixelPoint[] => [
    { x: x(week), y: from },
    { x: x(week), y: to },
  ];
  return [
    planPoints(model, scales),
    across(plot.x0, plot.x1, goal.value),
    upright(goal.week, y(goal.value), plot.y1),
    ...annotations.map(({ week }) => upright(week, plot.y0, plot.y1)),
    ...(now?.planned == null ? [] : [upright(now.week, y(now.planned), y(now.value))]),
    ...[-7, 0, 7].map((off) => expectedLine(model, scales).map((point) => ({ ...point, y: point.y + off }))),
  ];
}

/** A forecast starts about at the level of the newest weeks and goes on at their pace: some px to both sides of this line. */
const LEVEL_WEEKS = 6;

function expectedLine({ now, pace, goal, travelled }: RouteModel, { x, y, to }: RouteScales): readonly PixelPoint[] {
  if (now === null || pace === null) return [];
  const known = travelled.flatMap(({ value }) => (value === null ? [] : [value])).slice(-LEVEL_WEEKS);
  const level = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length) + pace * (LEVEL_WEEKS / 2);
  const there = (goal.value - level) / pace;
  const end = Math.max(1, there > 0 ? Math.min(there, to - now.week) : to - now.week);
  return [
    { x: x(now.week), y: y(now.value) },
    { x: x(now.week + 1), y: y(level) },
    { x: x(now.week + end), y: y(level + pace * end) },
  ];
}

function arrivalOf({ arrival }: RouteModel, { x, from, to }: RouteScales, line: number): RouteGeometry['arrival'] {
  if (arrival === null || arrival.from > to) return null;
  const left = rounded(x(Math.max(from, arrival.from)));
  const isOpen = arrival.to === null || arrival.to > to;
  const right = rounded(x(Math.min(to, arrival.to ?? to)));
  const end = (at: number): string => `M${at} ${rounded(line - 6)}v12`;
  return {
    bar: `M${left} ${line}H${right}`,
    ends: end(left) + (isOpen ? '' : end(right)),
    dot: arrival.week > to ? null : { x: rounded(x(arrival.week)), y: line },
  };
}

/** From the plan to the figure of its week; none where the two meet. */
function gapOf({ now }: RouteModel, { x, y }: RouteScales): RouteGeometry['gap'] {
  if (now?.planned == null) return null;
  const [planned, value] = [y(now.planned), y(now.value)];
  const short = 5 * Math.sign(planned - value);
  if (Math.abs(planned - value) < 6) return null;
  return { d: `M${rounded(x(now.week))} ${rounded(planned)}V${rounded(value + short)}`, status: now.status };
}

function leaderOf(labels: readonly RouteLabel[], model: RouteModel, { x, y, from, to }: RouteScales): string | null {
  const label = labels.find(({ id }) => id === 'plan');
  if (label === undefined) return null;
  const ahead = label.anchor === 'end' ? 1 : -1;
  // The week that the name was placed for, a little further along the line.
  const place = label.x + ahead * 12;
  const week = from + ((place - x(from)) / Math.max(1, x(to) - x(from))) * (to - from);
  const planned = model.plannedAt(Math.round(week));
  if (planned === null) return null;
  const under = y(planned) > label.y ? 1 : -1;
  return `M${rounded(label.x + ahead * 2)} ${rounded(label.y - (under > 0 ? 0 : 6))}L${rounded(place)} ${rounded(y(planned) - under * 5)}`;
}
