import { assuranceOf } from './assurance.ts';
import type { Better } from './catalogue-types.ts';
import { dueWeek, plannedAt, type Goal } from './goal.ts';
import { judgedFigure } from './analysis.ts';
import { signalsAt } from './measure.ts';
import type { RouteInput, RouteNow, RouteSoFar } from './route-types.ts';
import { isJudged, type JudgedPoint } from './series.ts';
import { statusOf } from './status.ts';
import { meetsTarget } from './target.ts';
import { trendLine, type TimedValue } from './trend-line.ts';

/** The pace now is taken over so many of the newest weeks (statistics.md, "Required pace"). */
export const PACE_WEEKS = 12;
/** Fewer figures in them than this: no pace. */
const PACE_FROM = 8;

/**
 * A route as far as it is travelled, without any simulation: linear in the weeks of the series.
 * Status is that of the newest figure against the plan of its week, by the rules of `status.ts`: a miss is `act` with a
 * concerning signal, or where the limits of a process that is not improving exclude the planned value.
 */
export function routeSoFar(input: RouteInput): RouteSoFar {
  const { goal, indicator, week } = input;
  const now = newestFigure(input);
  const planned = now === null ? null : plannedAt(goal, now.week);
  return {
    goal,
    indicator,
    week,
    now,
    planned,
    ahead: now === null || planned === null ? null : towards(now.value - planned, indicator.better),
    status: statusAgainstPlan(input, now, planned),
    travelled: travelledShare(goal, now),
    pace: paceOf(input, now),
    required: requiredPace(goal, now, indicator.better),
    holding: now === null ? 0 : weeksMeeting(input, now),
  };
}

/** A difference with the sign of what is better: positive is an improvement. */
export function towards(difference: number, better: Better): number {
  // Adding zero turns −0 into 0.
  return (better === 'lower' ? -difference : difference) + 0;
}

function newestFigure({ series, indicator, week }: RouteInput): RouteNow | null {
  for (let index = series.length - 1; index >= 0; index -= 1) {
    const point = series[index];
    if (point === undefined || point.week > week || !isJudged(point)) continue;
    const figure = judgedFigure(indicator, point);
    if (figure !== null) return { week: point.week, ...figure };
  }
  return null;
}

/**
 * Limits that exclude the planned value tell of a process that stays as it is. One that a signal shows improving in its
 * newest week has left them behind on its way, and is judged by its distance alone.
 */
function statusAgainstPlan(
  { analysis, indicator }: RouteInput,
  now: RouteNow | null,
  planned: number | null,
): RouteSoFar['status'] {
  const newest = analysis.segments.at(-1);
  const tones = now === null ? [] : signalsAt(analysis, now.week).map(({ tone }) => tone);
  const stays = newest !== undefined && !newest.trial && !tones.includes('improving');
  return statusOf({
    value: now?.value ?? null,
    target: planned,
    better: indicator.better,
    tones,
    assurance: stays ? assuranceOf(newest.limits, planned, indicator.better) : null,
  });
}

/** (now − baseline) / (target − baseline). */
function travelledShare({ baseline, target }: Goal, now: RouteNow | null): number | null {
  if (baseline === null || now === null || target === baseline.value) return null;
  return (now.value - baseline.value) / (target - baseline.value);
}

/** Least squares slope of the newest twelve weeks, in the figure's own direction; gaps are left out, time stays. */
function paceOf({ analysis }: RouteInput, now: RouteNow | null): number | null {
  if (now === null) return null;
  const points = Array.from({ length: PACE_WEEKS }, (_, index) => now.week - PACE_WEEKS + 1 + index).flatMap(
    (at): readonly TimedValue[] => {
      const value = analysis.values[at - analysis.from] ?? null;
      return value === null ? [] : [{ at, value }];
    },
  );
  return points.length < PACE_FROM ? null : (trendLine(points)?.slope ?? null);
}

/** (target − now) / weeks left. */
function requiredPace(goal: Goal, now: RouteNow | null, better: Better): number | null {
  if (now === null || meetsTarget(now.value, goal.target, better) === true) return null;
  const weeksLeft = dueWeek(goal) - now.week;
  return weeksLeft > 0 ? (goal.target - now.value) / weeksLeft : null;
}

/** Judged weeks in a row, up to the newest, that meet the target itself. A week without a figure ends the row. */
function weeksMeeting({ series, indicator, goal }: RouteInput, now: RouteNow): number {
  const first = series[0]?.week ?? now.week;
  let weeks = 0;
  for (let index = now.week - first; index >= 0; index -= 1) {
    const point = series[index];
    const figure = point !== undefined && isJudged(point) ? judgedFigure(indicator, point satisfies JudgedPoint) : null;
    if (figure === null || meetsTarget(figure.value, goal.target, indicator.better) !== true) break;
    weeks += 1;
  }
  return weeks;
}
