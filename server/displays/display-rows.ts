import type { Display, DisplayCommand, DisplayWords } from '../../src/contract/displays.ts';
import type { ServiceContext } from '../context.ts';
import type { Sql, Transaction } from '../db/database.ts';
import { tellOfDisplay } from '../db/display-notice.ts';
import type { DisplaysTable } from '../db/schema-displays.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import type { Heard } from './heard.ts';

/** A display may come a quarter later than it was told, and twice not at all. */
const POLLS_UNTIL_SILENT = 3 * 1.25;

/** A command that nobody fetched for so long is not carried out any more: nobody waits for it. */
const COMMAND_LAPSES_MS = 10 * 60_000;

export const wordsOf = ({ words }: DisplaysTable): DisplayWords => JSON.parse(words) as DisplayWords;

/** Nothing is known by this id. */
export const noSuchDisplay = (): ServiceFailure =>
  new ServiceFailure('not-found', 'There is no such display: it was revoked, or never was. Load the list anew.', 'id');

/** The row of a display that stands. @throws ServiceFailure `not-found` at `id`. */
export const standingDisplay = async (db: Sql, id: string): Promise<DisplaysTable> => {
  const [row] = await db.all<DisplaysTable>(`select * from displays where display_id = $1 and revoked_at is null`, [
    id,
  ]);
  if (row === undefined) throw noSuchDisplay();
  return row;
};

/** What was heard last: by this process, or as another one wrote it down. */
export const lastHeard = (ctx: Pick<ServiceContext, 'displays'>, row: DisplaysTable): Heard | null => {
  const own = ctx.displays.heard.of(row.display_id);
  if (row.beat === null || row.beat_at === null || (own !== null && own.at >= row.beat_at)) return own;
  return {
    at: row.beat_at,
    beat: JSON.parse(row.beat) as Heard['beat'],
    pollSeconds: row.poll_seconds,
    commandDone: row.command_done,
  };
};

export const displayOf = (ctx: Pick<ServiceContext, 'displays' | 'clock'>, row: DisplaysTable): Display => {
  const heard = lastHeard(ctx, row);
  /* It is heard for the first time when it fetches its token, and says something of itself a moment later. */
  const at = heard?.at ?? row.beat_at;
  const patience = (heard?.pollSeconds ?? row.poll_seconds) * 1000 * POLLS_UNTIL_SILENT;
  return {
    id: row.display_id,
    words: wordsOf(row),
    revision: row.revision,
    state: at === null ? 'waiting' : Math.abs(ctx.clock() - at) <= patience ? 'online' : 'silent',
    beat: heard?.beat ?? null,
    createdAt: new Date(row.created_at).toISOString(),
    createdBy: row.created_by,
  };
};

/** Every display that was not revoked, as a row, in no order. */
export const standingDisplays = async (db: Sql): Promise<readonly DisplaysTable[]> =>
  db.all<DisplaysTable>(`select * from displays where revoked_at is null`);

/** The command that is to be carried out: the latest one, for a while. */
export const commandOf = (
  { command_id: id, command, command_at: at }: DisplaysTable,
  done: number,
  now: number,
): { readonly id: number; readonly what: DisplayCommand } | null =>
  command === null || at === null || id <= done || now - at > COMMAND_LAPSES_MS
    ? null
    : { id, what: JSON.parse(command) as DisplayCommand };

/** Writes a row that stood before, and tells other processes. */
export const keepDisplay = async (tx: Transaction, row: DisplaysTable): Promise<void> => {
  const { display_id: id, words, revision, command_id, command, command_at, revoked_at } = row;
  await tx.kysely
    .updateTable('displays')
    .set({ words, revision, command_id, command, command_at, revoked_at })
    .where('display_id', '=', id)
    .execute();
  await tellOfDisplay(tx, id);
};
