import type { Actions, ActionsQuery } from '../../src/contract/minutes.ts';
import type { ServiceContext } from '../context.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { minuteOf } from '../reviews/minute-rows.ts';
import { isKnownIndicator } from './get-observations.ts';

/** Actions of every review, whatever its scope, by due date. @throws ServiceFailure `not-found` at `indicator`. */
export const listActions = async (ctx: ServiceContext, { indicator, state }: ActionsQuery): Promise<Actions> => {
  let query = ctx.db.kysely
    .selectFrom('minutes')
    .selectAll()
    .where('kind', '=', 'action')
    .where('removed_at', 'is', null);
  if (state === 'open') query = query.where('state', '=', 'open');
  if (indicator !== undefined) query = query.where('indicator_id', '=', indicator);
  const rows = await query.orderBy('due_day').orderBy('week').orderBy('created_at').orderBy('minute_id').execute();
  if (rows.length === 0 && indicator !== undefined && !isKnownIndicator(await ctx.data.index(), indicator)) {
    throw new ServiceFailure('not-found', `There is no indicator ${indicator}.`, 'indicator');
  }
  return { actions: rows.map(minuteOf) };
};
