import { queryOptions } from '@tanstack/react-query';
import { Goals, GoalVersions } from '../contract/goals.ts';
import { Improvements } from '../contract/improvements.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** Goals of the organisation and all its teams. */
export function goalsQuery(state: 'running' | 'all' = 'running') {
  const path = paths.goalsPath(state);
  return queryOptions({ queryKey: ['goals', path], queryFn: () => request(Goals, path) });
}

/** Every version of a goal. */
export function goalVersionsQuery(id: string) {
  const path = paths.goalVersionsPath(id);
  return queryOptions({ queryKey: ['goals', path], queryFn: () => request(GoalVersions, path) });
}

/** Improvements that stand. */
export function improvementsQuery() {
  return queryOptions({ queryKey: ['improvements'], queryFn: () => request(Improvements, paths.improvementsPath) });
}
