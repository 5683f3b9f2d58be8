import { randomUUID } from 'node:crypto';
import type { Display, NewDisplay } from '../../src/contract/displays.ts';
import { tellAudit } from '../auth/audit.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { DisplaysTable } from '../db/schema-displays.ts';
import { assertDisplayWords, tidiedWords } from '../displays/display-checks.ts';
import { displayOf } from '../displays/display-rows.ts';
import { ServiceFailure } from '../http/service-failure.ts';

/** A screen that was switched off right after it was approved has a day to come back. */
const FETCH_WITHIN_MS = 86_400_000;

/** Who approves: the name that is kept, and by what wrong codes are counted. */
export type Approver = { readonly name: string; readonly id: string; readonly place: string };

/**
 * Approves the screen that shows a code. Wrong codes are counted by person and by place, a right one is held up by them too:
 * six characters can be guessed by whoever may try for long. Whether a code was never given or has run out is not told.
 * @throws ServiceFailure `forbidden` for other teams than one's own; `bad-request` or `not-found` as `assertDisplayWords`;
 *   `too-many-tries` or `not-found` at `code`.
 */
export const approveDisplay = async (
  ctx: ServiceContext,
  { code, words: given }: NewDisplay,
  { name: by, id: person, place }: Approver,
): Promise<Display> => {
  ctx.assertMay('approveDisplay', given.team);
  const words = tidiedWords(given);
  assertDisplayWords(await ctx.data.index(), words);
  const tries = [`person ${person}`, `place ${place}`];
  const wait = Math.max(...tries.map((key) => ctx.auth.displayCodes.wait(key)));
  if (wait > 0)
    throw new ServiceFailure('too-many-tries', `Too many wrong codes. Try again in ${wait} s.`, 'code', wait);
  /* Before the look, so that many at once count too; taken back unless the code was wrong. */
  for (const key of tries) ctx.auth.displayCodes.failed(key);
  const wasRight = (): void => tries.forEach((key) => ctx.auth.displayCodes.succeeded(key));
  const now = ctx.clock();
  const row: DisplaysTable = {
    ...{ display_id: randomUUID(), words: JSON.stringify(words), revision: 1, created_at: now, created_by: by },
    ...{ beat: null, beat_at: null, poll_seconds: 60, command_id: 0, command: null, command_at: null, command_done: 0 },
    revoked_at: null,
  };
  tellAudit({ about: words.name, detail: row.display_id });
  const found = await ctx.db
    .transaction(async (tx) => {
      const changed = await tx.exec(
        `update pairings set display_id = $1, code = null, expires_at = $2 where code = $3 and expires_at > $4`,
        [row.display_id, now + FETCH_WITHIN_MS, code, now],
      );
      if (changed === 0) return null;
      await tx.kysely.insertInto('displays').values(row).execute();
      return row;
    }, INTERACTIVE)
    .catch((error: unknown) => {
      wasRight();
      throw error;
    });
  if (found === null) {
    throw new ServiceFailure('not-found', 'No screen shows this code, or it has run out. Read it again.', 'code');
  }
  wasRight();
  return displayOf(ctx, row);
};
