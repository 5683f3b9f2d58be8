import { judgedFigure } from './analysis.ts';
import type { Indicator } from './catalogue-types.ts';
import { isJudged, type Series } from './series.ts';
import { meetsTarget, targetInForce, type Target } from './target.ts';
import type { WeekNumber } from './week.ts';

/** Weeks looked back over (indicators.md, `sustained`). */
export const SUSTAINED_WEEKS = 52;

export type SustainedInput = {
  readonly indicator: Indicator;
  readonly series: Series;
  readonly targets: readonly Target[];
  readonly lineage: readonly string[];
  /** The week in view; nothing after it counts. */
  readonly week: WeekNumber;
};

/** How steadily the target then in force was met. Weeks without a figure or a target are in none of the numbers, and end a run. */
export type Sustained = {
  /** Weeks that met it, of those that could. */
  readonly met: number;
  readonly of: number;
  readonly longest: { readonly weeks: number; readonly from: WeekNumber; readonly to: WeekNumber } | null;
  /** The run that the newest figure stands in; null where it misses. */
  readonly current: { readonly weeks: number; readonly since: WeekNumber } | null;
};

/** Over the last 52 judged weeks up to the one in view, each against the target that was in force in it. */
export function sustainedOf(input: SustainedInput): Sustained {
  const judged = input.series.filter((point) => isJudged(point) && point.week <= input.week).slice(-SUSTAINED_WEEKS);
  let met = 0;
  let of = 0;
  let run = null as Sustained['longest'];
  let longest = null as Sustained['longest'];
  for (const point of judged) {
    const does = meets(input, point);
    if (does !== null) of += 1;
    if (does !== true) {
      run = null;
      continue;
    }
    met += 1;
    run =
      run?.to === point.week - 1
        ? { ...run, weeks: run.weeks + 1, to: point.week }
        : { weeks: 1, from: point.week, to: point.week };
    if (longest === null || run.weeks > longest.weeks) longest = run;
  }
  const newest = judged.findLast((point) => meets(input, point) !== null);
  const current = run !== null && run.to === newest?.week ? { weeks: run.weeks, since: run.from } : null;
  return { met, of, longest, current };
}

function meets({ indicator, targets, lineage }: SustainedInput, point: Series[number]): boolean | null {
  const figure = isJudged(point) ? judgedFigure(indicator, point) : null;
  const target = indicator.takesTarget ? targetInForce(targets, indicator.id, lineage, point.week) : null;
  return figure === null || target === null ? null : meetsTarget(figure.value, target.value, indicator.better);
}
