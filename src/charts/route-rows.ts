import { isoDate, isoWeekLabel, mondayOf, type WeekNumber } from '../domain/week.ts';
import type { RouteModel } from './route-types.ts';

/** A week of a route as the table, the CSV and the read-out tell it. */
export type RouteRow = {
  readonly week: WeekNumber;
  readonly isoWeek: string;
  readonly monday: string;
  readonly value: number | null;
  /** Figure, or the reason why there is none; for a week ahead the middle of the forecast. */
  readonly valueText: string;
  readonly state: 'travelled' | 'none' | 'forecast';
  readonly planned: number | null;
  /** "0.5 pp behind the plan". */
  readonly against: string;
  readonly p10: number | null;
  readonly p90: number | null;
  readonly notes: readonly string[];
};

/** Every week from the start of the picture to the end of the forecast, oldest first. */
export function routeRows(model: RouteModel): readonly RouteRow[] {
  const last = model.travelled.at(-1)?.week ?? model.from - 1;
  return [
    ...model.travelled.map(({ week, value, why }): RouteRow => {
      const planned = model.plannedAt(week);
      return {
        ...shared(model, week, planned),
        value,
        valueText: value === null ? (why ?? 'No data') : model.formatValue(value),
        state: value === null ? 'none' : 'travelled',
        against: value === null || planned === null ? '' : model.againstPlan(value, planned),
        p10: null,
        p90: null,
      };
    }),
    ...model.forecast
      .filter(({ week }) => week > last && week <= model.to)
      .map((each): RouteRow => ({
        ...shared(model, each.week, model.plannedAt(each.week)),
        value: each.p50,
        valueText: model.formatValue(each.p50),
        state: 'forecast',
        against: '',
        p10: each.p10,
        p90: each.p90,
      })),
  ];
}

function shared(
  model: RouteModel,
  week: WeekNumber,
  planned: number | null,
): Pick<RouteRow, 'week' | 'isoWeek' | 'monday' | 'planned' | 'notes'> {
  const notes = [
    ...(model.start?.week === week ? [model.start.text] : []),
    ...model.milestones.filter((each) => each.week === week).map(({ text }) => text),
    ...(model.goal.week === week ? [model.goal.dateText] : []),
    ...(model.arrival?.week === week ? [model.arrival.text] : []),
    ...model.annotations.filter((each) => each.week === week).map(({ text }) => text),
  ];
  return { week, isoWeek: isoWeekLabel(week), monday: isoDate(mondayOf(week)), planned, notes };
}
