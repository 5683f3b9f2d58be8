import type { WeekNumber } from '../domain/week.ts';
import { weekTitle } from './chart-dates.ts';
import { rounded } from './paths.ts';
import type { SignalKind } from './signal-marks.ts';
import type { TrendModel, TrendPoint } from './trend-model.ts';
import type { TrendScales } from './trend-scales.ts';

/** One step of the read-out: a week, where it stands, and what is said of it. */
export type TrendColumn = {
  readonly week: WeekNumber;
  readonly x: number;
  /** Null for a gap. */
  readonly y: number | null;
  readonly title: string;
  /** Value with its unit, or the word that stands in its place. */
  readonly value: string;
  readonly notes: readonly string[];
  readonly signal: SignalKind | null;
  readonly signalText?: string | null;
};

/** All weeks of a trend in order, gaps and forecast among them, since each can be asked about. */
export function trendColumns(model: TrendModel, scales: TrendScales, locale: string): readonly TrendColumn[] {
  const words = new Map<WeekNumber, string[]>();
  for (const { week, text } of model.annotations) words.set(week, [...(words.get(week) ?? []), text]);
  const shown = model.formatValue ?? model.formatTick;
  const own = model.points.map((point): TrendColumn => {
    const place = { week: point.week, x: rounded(scales.x(point.week)), title: weekTitle(point.week, locale) };
    const said = words.get(point.week) ?? [];
    if (point.kind === 'gap')
      return { ...place, y: null, value: 'No data', notes: [point.reason, ...said], signal: null };
    const [value = shown(point.value), ...notes] = point.readOut;
    return {
      ...place,
      y: rounded(scales.y(point.value)),
      value,
      notes:
        point.gap === undefined ? [...notes, ...besides(model, point.week), ...said] : [...full(model, point), ...said],
      signal: point.signal,
      ...(point.signalText === undefined ? {} : { signalText: point.signalText }),
    };
  });
  const last = model.points.at(-1)?.week ?? -Infinity;
  const ahead = model.forecast
    .filter(({ week }) => week > last)
    .map((week): TrendColumn => ({
      week: week.week,
      x: rounded(scales.x(week.week)),
      y: rounded(scales.y(week.p50)),
      title: weekTitle(week.week, locale),
      value: shown(week.p50),
      notes: ['Forecast', `8 in 10 chance between ${shown(week.p10)} and ${shown(week.p90)}`],
      signal: null,
    }));
  return [...own, ...ahead];
}

/** Cases and last year's value in one line, the gap to the target in the next, then what else is to be known. */
function full(model: TrendModel, point: Exclude<TrendPoint, { readonly kind: 'gap' }>): readonly string[] {
  const shown = model.formatValue ?? model.formatTick;
  const [, cases, ...more] = point.readOut;
  const lastYear = lastYearOf(model, point.week);
  const first = [
    ...(cases === undefined ? [] : [cases]),
    ...(lastYear === null ? [] : [`last year ${shown(lastYear)}`]),
  ];
  return [
    cases === undefined ? capital(first.join(', ')) : first.join(', '),
    point.gap ?? '',
    ...more.map(capital),
  ].filter((line) => line !== '');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function lastYearOf(model: TrendModel, week: WeekNumber): number | null {
  return model.previousYear?.[week - (model.points[0]?.week ?? week)] ?? null;
}

/** Target and last year's value of a week in one line, where there are such. */
function besides(model: TrendModel, week: WeekNumber): readonly string[] {
  const shown = model.formatValue ?? model.formatTick;
  const target = model.targets.find((step) => week >= step.from && week <= step.to)?.value;
  const lastYear = lastYearOf(model, week);
  const words = [
    ...(target === undefined ? [] : [`target ${shown(target)}`]),
    ...(lastYear === null ? [] : [`last year ${shown(lastYear)}`]),
  ].join(', ');
  return words === '' ? [] : [capital(words)];
}

/** The column nearest to a place in px; −1 where there is none. */
export function nearestColumn(columns: ReadonlyArray<{ readonly x: number }>, x: number): number {
  let best = -1;
  let distance = Infinity;
  columns.forEach((column, k) => {
    const here = Math.abs(column.x - x);
    if (here < distance) {
      best = k;
      distance = here;
    }
  });
  return best;
}

/** Where the reading starts: at the newest complete week, else the newest week; −1 where there is none. */
export function newestColumn(model: TrendModel): number {
  const complete = model.points.findLastIndex((point) => point.kind === 'solid');
  return complete >= 0 ? complete : model.points.length - 1;
}
