import type { Improvement, ImprovementWords, NewImprovement } from '../../src/contract/improvements.ts';
import { tellAudit } from '../auth/audit.ts';
import { concernedTeams } from '../auth/concerned-teams.ts';
import type { ServiceContext } from '../context.ts';
import type { Transaction } from '../db/database.ts';
import type { ImprovementsTable } from '../db/schema.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { assertImprovementNames } from '../improvements/improvement-checks.ts';
import {
  findImprovement,
  improvementColumns,
  improvementOf,
  isKept,
  spelledImprovement,
  versionsOf,
} from '../improvements/improvement-rows.ts';
import { NO_IMPORT, OWN_SOURCE } from './load-annotations.ts';
import { writeEdit } from './write-edit.ts';

/** The improvement of this id, where it is the one that is sent: by the same person, with the same first words. */
const repeated = async (
  tx: Transaction,
  standing: ImprovementsTable,
  { id, author, words }: NewImprovement,
): Promise<Improvement | null> => {
  const versions = await versionsOf(tx.kysely, id);
  const [first] = versions;
  if (!isKept(standing) || first?.by_whom !== author) return null;
  if (spelledImprovement(JSON.parse(first.entry) as ImprovementWords) !== spelledImprovement(words)) return null;
  return improvementOf(standing, versions.at(-1));
};

/**
 * Adds an improvement. The id is the writer's own, so that what is sent twice is written once: the repeat answers the
 * improvement as it stands.
 * @throws ServiceFailure `bad-request` at `words.effective`; `not-found` at `words.indicator`, `words.team` or
 *   `words.cause`; `conflict` at `id` where another improvement has it; `forbidden` for other teams than one's own.
 */
export const addImprovement = async (ctx: ServiceContext, wanted: NewImprovement): Promise<Improvement> => {
  const { id, author, words } = wanted;
  ctx.assertMay('addImprovement', concernedTeams(words.team));
  tellAudit({ about: id, detail: words.title });
  const columns = improvementColumns(words, ctx.settings.timeZone);
  return writeEdit(ctx, async (tx, index, now) => {
    const standing = await findImprovement(tx.kysely, id);
    if (standing !== undefined) {
      const result = await repeated(tx, standing, wanted);
      if (result !== null) return { result, moves: false };
      throw new ServiceFailure('conflict', 'Another improvement has this id. Send it with a new one.', 'id');
    }
    await assertImprovementNames(tx.kysely, index, words);
    const row: ImprovementsTable = {
      ...{ improvement_id: id, origin: null, proposed_at: now, decided_at: null, decision: null, verified_at: null },
      ...{ cost: null, source_system: OWN_SOURCE, recorded_at: now, import_id: NO_IMPORT, voided_at: null },
      ...columns,
    };
    await tx.kysely.insertInto('improvements').values(row).execute();
    const version = { revision: 1, at: now, by_whom: author };
    await tx.kysely
      .insertInto('improvement_versions')
      .values({ improvement_id: id, ...version, what: 'added', reason: null, entry: JSON.stringify(words) })
      .execute();
    return { result: improvementOf(row, version), moves: true };
  });
};
