import { queryOptions } from '@tanstack/react-query';
import { Annotations } from '../contract/annotations.ts';
import { Breakdown, Causes, Comments } from '../contract/breakdown.ts';
import { Actions } from '../contract/minutes.ts';
import type { IsoWeek } from '../contract/scalars.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** Annotations that concern an indicator, with who, when and why; withdrawn ones too. */
export function annotationsQuery(indicator: string | null) {
  const path = paths.annotationsPath(indicator);
  return queryOptions({ queryKey: ['annotations', path], queryFn: () => request(Annotations, path) });
}

/** Causes of the cases that went wrong in a week, or in those from `from` up to it. */
export function breakdownQuery(indicator: string, week: IsoWeek, teams: readonly string[], from?: IsoWeek) {
  const path = paths.breakdownPath(indicator, week, teams, from);
  return queryOptions({ queryKey: ['breakdown', path], queryFn: () => request(Breakdown, path) });
}

/** What customers wrote in a week. */
export function commentsQuery(week: IsoWeek, teams: readonly string[]) {
  const path = paths.commentsPath(week, teams);
  return queryOptions({ queryKey: ['comments', path], queryFn: () => request(Comments, path) });
}

/** Causes and improvements by name. */
export function causesQuery() {
  return queryOptions({ queryKey: ['causes'], queryFn: () => request(Causes, paths.causesPath) });
}

/** Actions of all reviews, whatever their scope. */
export function actionsQuery(indicator: string | null, state: 'open' | 'all') {
  const path = paths.actionsPath(indicator, state);
  return queryOptions({ queryKey: ['actions', path], queryFn: () => request(Actions, path) });
}
