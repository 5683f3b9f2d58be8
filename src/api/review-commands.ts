import { KeptAnnotation, type NewAnnotation, type Withdrawal } from '../contract/annotations.ts';
import { Minute, MinuteVersions, type MinuteChange, type NewMinute } from '../contract/minutes.ts';
import { Annotation } from '../contract/observations.ts';
import { Review, type Closing } from '../contract/reviews.ts';
import type { IsoWeek } from '../contract/scalars.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** What the page asks the service to write. Where somebody else wrote meanwhile the answer is an `ApiError` of code `conflict`. */

export function addMinute(week: IsoWeek, teams: readonly string[], minute: NewMinute): Promise<Minute> {
  return request(Minute, paths.newMinutePath(week, teams), { method: 'POST', body: { json: minute } });
}

export function changeMinute(id: string, change: MinuteChange): Promise<Minute> {
  return request(Minute, paths.minutePath(id), { method: 'PUT', body: { json: change } });
}

export function removeMinute(id: string, revision: number, author: string): Promise<MinuteVersions> {
  return request(MinuteVersions, paths.minuteRemovalPath(id, revision, author), { method: 'DELETE' });
}

export function closeReview(week: IsoWeek, teams: readonly string[], closing: Closing): Promise<Review> {
  return request(Review, paths.closingPath(week, teams), { method: 'POST', body: { json: closing } });
}

export function addAnnotation(annotation: NewAnnotation): Promise<Annotation> {
  return request(Annotation, paths.annotationsPath(null), { method: 'POST', body: { json: annotation } });
}

export function withdrawAnnotation(id: string, withdrawal: Withdrawal): Promise<KeptAnnotation> {
  return request(KeptAnnotation, paths.withdrawalPath(id), { method: 'POST', body: { json: withdrawal } });
}
