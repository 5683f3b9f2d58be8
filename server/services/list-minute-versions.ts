import type { MinuteVersions } from '../../src/contract/minutes.ts';
import type { ServiceContext } from '../context.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import type { Entry } from '../reviews/minute-rows.ts';

/** Every version of an entry, oldest first. @throws ServiceFailure `not-found` at `id`. */
export const listMinuteVersions = async (ctx: ServiceContext, id: string): Promise<MinuteVersions> => {
  const rows = await ctx.db.kysely
    .selectFrom('minute_versions')
    .selectAll()
    .where('minute_id', '=', id)
    .orderBy('revision')
    .execute();
  if (rows.length === 0) throw new ServiceFailure('not-found', 'There is no such entry.', 'id');
  return {
    versions: rows.map((row) => ({
      revision: row.revision,
      at: new Date(row.at).toISOString(),
      by: row.by_whom,
      text: (JSON.parse(row.entry) as Entry).text,
      state: row.state === 'removed' ? 'removed' : 'stands',
    })),
  };
};
