import { isoWeekLabel } from '../../domain/week.ts';
import type { GoalRow } from '../../reading/goal-row.ts';
import type { GoalsModel } from './goals-model.ts';

/** Six weeks, as in a review: one alone would name other causes every week. */
const WEEKS = 6;

/** What is asked for to learn the causes behind a goal: the cases of the last six weeks up to its figure. */
export function causesOf(
  { team }: GoalsModel,
  route: Extract<GoalRow['route'], { kind: 'read' }>,
): { readonly week: string; readonly from: string; readonly teams: readonly string[]; readonly enabled: boolean } {
  const week = route.soFar.now?.week ?? route.input.week;
  return {
    week: isoWeekLabel(week),
    from: isoWeekLabel(week - WEEKS + 1),
    teams: team === null ? [] : [team],
    enabled: route.indicator.origin !== 'own' && route.soFar.now !== null,
  };
}
