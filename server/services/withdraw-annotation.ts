import type { Kysely } from 'kysely';
import type { KeptAnnotation, Withdrawal } from '../../src/contract/annotations.ts';
import type { ServiceContext } from '../context.ts';
import { concernedTeams } from '../auth/concerned-teams.ts';
import { bumpDataVersion } from '../db/data-version.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { Schema } from '../db/schema.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { loadKeptAnnotations, OWN_SOURCE } from './load-annotations.ts';

const keptById = async (kysely: Kysely<Schema>, id: string): Promise<KeptAnnotation> => {
  const found = (await loadKeptAnnotations(kysely)).find(({ annotation }) => annotation.id === id);
  if (found === undefined) throw new ServiceFailure('not-found', 'There is no such annotation.', 'id');
  return found;
};

/**
 * Withdraws an annotation or a confirmed change; the limits of before are in force again, and the history keeps who, when
 * and why. The row of one that an import brought stays as its source gave it: the event alone withdraws it, so that the
 * same file imported again, or undone and imported again, does not bring it back.
 * @throws ServiceFailure `not-found` at `id`; `conflict` at `id` for an improvement's, at `state` where it is withdrawn
 *   already; `forbidden` for other teams than one's own, and for a change that one may not confirm.
 */
export const withdrawAnnotation = async (
  ctx: ServiceContext,
  id: string,
  { author, reason }: Withdrawal,
): Promise<KeptAnnotation> => {
  const now = ctx.clock();
  const { version, kept } = await ctx.db.transaction(async (tx) => {
    const found = await keptById(tx.kysely, id);
    const { team, kind } = found.annotation;
    ctx.assertMay('withdrawAnnotation', concernedTeams(team));
    if (kind === 'change') ctx.assertMay('confirmChange', concernedTeams(team));
    if (found.state === 'withdrawn') {
      throw new ServiceFailure('conflict', 'This annotation is withdrawn already.', 'state');
    }
    if (!found.withdrawable) {
      throw new ServiceFailure('conflict', 'This is an improvement; change it where improvements are kept.', 'id');
    }
    await tx.kysely
      .insertInto('annotation_events')
      .values({ annotation_id: id, what: 'withdrawn', at: now, by_whom: author, reason })
      .execute();
    await tx.kysely
      .updateTable('annotations')
      .set({ voided_at: now })
      .where('annotation_id', '=', id)
      .where('source_system', '=', OWN_SOURCE)
      .execute();
    return { version: await bumpDataVersion(tx, now), kept: await keptById(tx.kysely, id) };
  }, INTERACTIVE);
  ctx.data.edited(version);
  ctx.live.announce(version);
  return kept;
};
