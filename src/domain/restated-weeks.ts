import { judgedFigure } from './analysis.ts';
import type { Indicator } from './catalogue-types.ts';
import { pointAt, type Series } from './series.ts';
import type { WeekNumber } from './week.ts';

/** A week whose figure is another than it was. `now` null: it has none any more. */
export type RestatedWeek = { readonly week: WeekNumber; readonly was: number; readonly now: number | null };

/**
 * Weeks from `from` to `to` (inclusive) that had a figure and now have another one, newest first. Compared as `shown`
 * writes them: what no reader can see has not been restated. A week that had no figure then is new, not restated.
 */
export function restatedWeeks(
  indicator: Pick<Indicator, 'unit' | 'countedIn'>,
  was: Series,
  now: Series,
  span: { readonly from: WeekNumber; readonly to: WeekNumber },
  shown: (value: number) => string,
): readonly RestatedWeek[] {
  const restated: RestatedWeek[] = [];
  for (let week = span.to; week >= span.from; week -= 1) {
    const before = figureIn(indicator, was, week);
    if (before === null) continue;
    const after = figureIn(indicator, now, week);
    if (after === before) continue;
    if (after === null || shown(after) !== shown(before)) restated.push({ week, was: before, now: after });
  }
  return restated;
}

/** The judged figure of a week; null where there is none. */
export function figureIn(
  indicator: Pick<Indicator, 'unit' | 'countedIn'>,
  series: Series,
  week: WeekNumber,
): number | null {
  const point = pointAt(series, week);
  return point === null ? null : (judgedFigure(indicator, point)?.value ?? null);
}
