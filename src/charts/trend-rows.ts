import { isoDate, isoWeekLabel, mondayOf, type IsoDate, type IsoWeek, type WeekNumber } from '../domain/week.ts';
import type { TrendModel } from './trend-model.ts';
import type { SignalKind } from './signal-marks.ts';

/** One week of a trend as its table and its file say it. Numbers in the unit that is shown; null where there is none. */
export type TrendRow = {
  readonly week: WeekNumber;
  readonly isoWeek: IsoWeek;
  readonly monday: IsoDate;
  readonly state: 'complete' | 'not counted yet' | 'no data' | 'forecast';
  readonly value: number | null;
  /** As the read-out shows it, unit and all. */
  readonly valueText: string;
  readonly notes: readonly string[];
  readonly signal: SignalKind | null;
  readonly lower: number | null;
  readonly mean: number | null;
  readonly upper: number | null;
  readonly target: number | null;
  readonly previousYear: number | null;
};

/** All weeks of a model, oldest first: its points, then the forecast's weeks after them. */
export function trendRows(model: TrendModel): readonly TrendRow[] {
  const words = new Map<WeekNumber, string[]>();
  for (const { week, text } of model.annotations) words.set(week, [...(words.get(week) ?? []), text]);
  const around = (week: WeekNumber) => {
    const limits = model.limits.find((segment) => week >= segment.from && week <= segment.to);
    const target = model.targets.find((step) => week >= step.from && week <= step.to);
    return {
      week,
      isoWeek: isoWeekLabel(week),
      monday: isoDate(mondayOf(week)),
      lower: limits?.lower ?? null,
      mean: limits?.mean ?? null,
      upper: limits?.upper ?? null,
      target: target?.value ?? null,
    };
  };
  const shown = model.formatValue ?? model.formatTick;
  const own = model.points.map((point, k): TrendRow => {
    const said = words.get(point.week) ?? [];
    const shared = { ...around(point.week), previousYear: model.previousYear?.[k] ?? null };
    if (point.kind === 'gap')
      return {
        ...shared,
        state: 'no data',
        value: null,
        valueText: 'No data',
        notes: [point.reason, ...said],
        signal: null,
      };
    const [valueText = shown(point.value), ...notes] = point.readOut;
    const state = point.kind === 'solid' ? 'complete' : 'not counted yet';
    return { ...shared, state, value: point.value, valueText, notes: [...notes, ...said], signal: point.signal };
  });
  const last = model.points.at(-1)?.week ?? -Infinity;
  const ahead = model.forecast
    .filter(({ week }) => week > last)
    .map(({ week, p10, p50, p90 }): TrendRow => ({
      ...around(week),
      state: 'forecast',
      value: p50,
      valueText: shown(p50),
      notes: [`8 in 10: ${shown(p10)} to ${shown(p90)}`],
      signal: null,
      previousYear: null,
    }));
  return [...own, ...ahead];
}
