import type { Goal as Answered } from '../contract/goals.ts';
import type { Goal, RoutePoint } from '../domain/goal.ts';
import { parseIsoDate, parseIsoWeek } from '../domain/week.ts';

/** A goal of an answer in the numbers of the domain. The contract has checked its labels already. */
export function goalOf(goal: Answered): Goal {
  return {
    id: goal.id,
    indicator: goal.indicator,
    team: goal.team,
    baseline: goal.baseline === null ? null : pointOf(goal.baseline),
    target: goal.target,
    from: parseIsoWeek(goal.from) ?? 0,
    due: parseIsoDate(goal.due) ?? 0,
    owner: goal.owner,
    milestones: goal.milestones.map(pointOf),
    endedWeek: goal.endedWeek === null ? null : parseIsoWeek(goal.endedWeek),
  };
}

function pointOf({ week, value }: { readonly week: string; readonly value: number }): RoutePoint {
  return { week: parseIsoWeek(week) ?? 0, value };
}
