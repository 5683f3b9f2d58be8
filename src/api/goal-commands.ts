import { Goal, type GoalChange, type GoalEnding, type NewGoal } from '../contract/goals.ts';
import {
  Improvement,
  type ImprovementChange,
  type ImprovementWithdrawal,
  type NewImprovement,
} from '../contract/improvements.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** What the page asks the service to write. Where somebody else wrote meanwhile the answer is an `ApiError` of code `conflict`. */

export function addGoal(goal: NewGoal): Promise<Goal> {
  return request(Goal, paths.goalsPath('running'), { method: 'POST', body: { json: goal } });
}

export function changeGoal(id: string, change: GoalChange): Promise<Goal> {
  return request(Goal, paths.goalPath(id), { method: 'PUT', body: { json: change } });
}

export function endGoal(id: string, ending: GoalEnding): Promise<Goal> {
  return request(Goal, paths.goalEndingPath(id), { method: 'POST', body: { json: ending } });
}

export function addImprovement(improvement: NewImprovement): Promise<Improvement> {
  return request(Improvement, paths.improvementsPath, { method: 'POST', body: { json: improvement } });
}

export function changeImprovement(id: string, change: ImprovementChange): Promise<Improvement> {
  return request(Improvement, paths.improvementPath(id), { method: 'PUT', body: { json: change } });
}

export function withdrawImprovement(id: string, withdrawal: ImprovementWithdrawal): Promise<Improvement> {
  return request(Improvement, paths.improvementWithdrawalPath(id), { method: 'POST', body: { json: withdrawal } });
}
