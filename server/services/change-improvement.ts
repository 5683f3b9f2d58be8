import type { Improvement, ImprovementChange, ImprovementWithdrawal } from '../../src/contract/improvements.ts';
import { concernedTeams } from '../auth/concerned-teams.ts';
import type { ServiceContext } from '../context.ts';
import type { Transaction } from '../db/database.ts';
import type { ImprovementsTable } from '../db/schema.ts';
import type { ImprovementVersionsTable } from '../db/schema-goals.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { assertImprovementNames } from '../improvements/improvement-checks.ts';
import {
  findImprovement,
  improvementColumns,
  improvementOf,
  isKept,
  versionsOf,
} from '../improvements/improvement-rows.ts';
import { writeEdit } from './write-edit.ts';

type Standing = { readonly row: ImprovementsTable; readonly newest: ImprovementVersionsTable };

/**
 * The improvement, where it stands at the revision that somebody wrote on.
 * @throws ServiceFailure `not-found` at `id`; `conflict` at `id` for an imported one, at `revision` or `state`.
 */
const standingImprovement = async (tx: Transaction, id: string, revision: number): Promise<Standing> => {
  const row = await findImprovement(tx.kysely, id);
  if (row === undefined) throw new ServiceFailure('not-found', 'There is no such improvement.', 'id');
  const newest = (await versionsOf(tx.kysely, id)).at(-1);
  if (!isKept(row) || newest === undefined) {
    throw new ServiceFailure('conflict', 'This improvement is imported; change it where it comes from.', 'id');
  }
  if (newest.revision !== revision) {
    const message = `${newest.by_whom} has changed this improvement meanwhile.`;
    throw new ServiceFailure('conflict', message, 'revision');
  }
  if (row.voided_at !== null) {
    throw new ServiceFailure('conflict', 'This improvement was withdrawn.', 'state');
  }
  return { row, newest };
};

const keepNext = async (
  tx: Transaction,
  { row, newest }: Standing,
  next: Pick<ImprovementVersionsTable, 'at' | 'by_whom' | 'what' | 'reason' | 'entry'>,
  columns: Partial<ImprovementsTable>,
): Promise<Improvement> => {
  const { improvement_id: id } = row;
  const version = { improvement_id: id, revision: newest.revision + 1, ...next };
  await tx.kysely.insertInto('improvement_versions').values(version).execute();
  await tx.kysely.updateTable('improvements').set(columns).where('improvement_id', '=', id).execute();
  return improvementOf({ ...row, ...columns }, version);
};

/**
 * Changes an improvement; its versions stay.
 * @throws ServiceFailure `not-found` at `id`, `words.indicator`, `words.team` or `words.cause`; `bad-request` at
 *   `words.effective`; `conflict` at `id` for an imported one, at `revision` or `state`; `forbidden` for other
 *   teams than one's own.
 */
export const changeImprovement = async (
  ctx: ServiceContext,
  id: string,
  { revision, author, words }: ImprovementChange,
): Promise<Improvement> => {
  const columns = improvementColumns(words, ctx.settings.timeZone);
  return writeEdit(ctx, async (tx, index, now) => {
    const standing = await standingImprovement(tx, id, revision);
    /* Both where it is taken from and where it is given to. */
    for (const team of [standing.row.team_id, words.team]) ctx.assertMay('changeImprovement', concernedTeams(team));
    await assertImprovementNames(tx.kysely, index, words, standing.row);
    const next = { at: now, by_whom: author, what: 'changed', reason: null, entry: JSON.stringify(words) };
    return { result: await keepNext(tx, standing, next, columns), moves: true };
  });
};

/**
 * Withdraws an improvement: it is drawn nowhere any more, its versions stay.
 * @throws ServiceFailure `not-found` at `id`; `conflict` at `id` for an imported one, at `revision` or `state`;
 *   `forbidden` for other teams than one's own.
 */
export const withdrawImprovement = async (
  ctx: ServiceContext,
  id: string,
  { revision, author, reason }: ImprovementWithdrawal,
): Promise<Improvement> =>
  writeEdit(ctx, async (tx, _index, now) => {
    const standing = await standingImprovement(tx, id, revision);
    ctx.assertMay('withdrawImprovement', concernedTeams(standing.row.team_id));
    const next = { at: now, by_whom: author, what: 'withdrawn', reason, entry: standing.newest.entry };
    return { result: await keepNext(tx, standing, next, { voided_at: now }), moves: true };
  });
