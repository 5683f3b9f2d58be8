import type { Kysely } from 'kysely';
import type { Minute } from '../../src/contract/minutes.ts';
import { mondayOf, type WeekNumber } from '../../src/domain/week.ts';
import { startOfDay } from '../../src/domain/zone.ts';
import type { Schema } from '../db/schema.ts';
import { minuteOf } from './minute-rows.ts';
import type { ReviewKey } from './review-key.ts';

/** What was written in a review and stands, oldest first. */
export const minutesOf = async (kysely: Kysely<Schema>, { week, scope }: ReviewKey): Promise<Minute[]> => {
  const rows = await kysely
    .selectFrom('minutes')
    .selectAll()
    .where('scope', '=', scope)
    .where('week', '=', week)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('minute_id')
    .execute();
  return rows.map(minuteOf);
};

/**
 * Actions of earlier weeks of the same scope: those open now, and those closed since the Monday of the review's week (in
 * the organisation's zone), so that what was done returns once to be seen. By week, then by due date.
 */
export const carriedInto = async (
  kysely: Kysely<Schema>,
  { week, scope }: ReviewKey,
  timeZone: string,
): Promise<Minute[]> => {
  const begins = startOfDay(mondayOf(week), timeZone);
  const rows = await kysely
    .selectFrom('minutes')
    .selectAll()
    .where('scope', '=', scope)
    .where('kind', '=', 'action')
    .where('week', '<', week)
    .where('removed_at', 'is', null)
    .where((where) => where.or([where('state', '=', 'open'), where('state_at', '>=', begins)]))
    .orderBy('week')
    .orderBy('due_day')
    .orderBy('created_at')
    .orderBy('minute_id')
    .execute();
  return rows.map(minuteOf);
};

/** The newest earlier week whose review was closed in the same scope. */
export const closedBefore = async (kysely: Kysely<Schema>, { week, scope }: ReviewKey): Promise<WeekNumber | null> => {
  const row = await kysely
    .selectFrom('reviews')
    .select('week')
    .where('scope', '=', scope)
    .where('week', '<', week)
    .orderBy('week', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.week ?? null;
};
