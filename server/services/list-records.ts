import type { Records, RecordsQuery } from '../../src/contract/records.ts';
import { parseIsoWeek } from '../../src/domain/week.ts';
import type { ServiceContext } from '../context.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { rowsBehind } from '../indicators/rows-behind.ts';
import type { DataIndex } from './data-index.ts';
import { isKnownIndicator, teamsInScope } from './get-observations.ts';

/**
 * The rows behind one figure, chosen by the predicate that counted them, so that over all pages they add up to it.
 * @throws ServiceFailure `not-found` at `indicator`, `team` or `kind`, `bad-request` at `week`.
 */
export const listRecords = async (
  ctx: ServiceContext,
  index: DataIndex,
  query: RecordsQuery & { readonly kind: string },
): Promise<Records> => {
  const { indicator, page, pageSize } = query;
  const week = parseIsoWeek(query.week);
  if (week === null) throw new ServiceFailure('bad-request', `The year of ${query.week} has no such week.`, 'week');
  if (!isKnownIndicator(index, indicator)) {
    throw new ServiceFailure('not-found', `There is no indicator ${indicator}.`, 'indicator');
  }
  const teamIds = teamsInScope(index, query.team);
  const behind = await rowsBehind(ctx.db.background, {
    indicator,
    teamIds,
    week,
    page,
    pageSize,
    settings: ctx.settings,
  });
  if (behind === null) {
    throw new ServiceFailure('not-found', `There are no records behind ${indicator}.`, 'indicator');
  }
  if (behind.kind !== query.kind) {
    throw new ServiceFailure('not-found', `${indicator} is counted in ${behind.kind}, not in ${query.kind}.`, 'kind');
  }
  return { indicator, week: query.week, page, pageSize, ...behind };
};
