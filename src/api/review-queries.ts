import { queryOptions } from '@tanstack/react-query';
import type { IsoWeek } from '../contract/scalars.ts';
import { Review } from '../contract/reviews.ts';
import { MinuteVersions } from '../contract/minutes.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** Another's words should stand on the screen within seconds; saves are safe whatever the pace (revisions). */
const SEE_OTHERS = 5000;

/** The review of a week and scope. One that is open is asked for again and again: two people may write at once. */
export function reviewQuery(week: IsoWeek, teams: readonly string[]) {
  const path = paths.reviewPath(week, teams);
  return queryOptions({
    queryKey: ['review', path],
    queryFn: () => request(Review, path),
    refetchInterval: (query) => (query.state.data?.closed == null ? SEE_OTHERS : false),
  });
}

/** Every version of one note, decision or action. */
export function minuteVersionsQuery(id: string) {
  const path = paths.minuteVersionsPath(id);
  return queryOptions({ queryKey: ['minute-versions', path], queryFn: () => request(MinuteVersions, path) });
}
