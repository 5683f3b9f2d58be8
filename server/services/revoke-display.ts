import type { Displays } from '../../src/contract/displays.ts';
import { tellAudit } from '../auth/audit.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { DisplaysTable } from '../db/schema-displays.ts';
import { keepDisplay, noSuchDisplay, wordsOf } from '../displays/display-rows.ts';
import { listDisplays } from './list-displays.ts';

/**
 * Revokes a display: its tokens open nothing any more, what it listens to ends, and it begins a new pairing. Revoked again it
 * stays so.
 * @throws ServiceFailure `not-found` at `id`; `forbidden` for other teams than one's own.
 */
export const revokeDisplay = async (ctx: ServiceContext, id: string): Promise<Displays> => {
  const now = ctx.clock();
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.all<DisplaysTable>(`select * from displays where display_id = $1`, [id]);
    if (row === undefined) throw noSuchDisplay();
    const { team, name } = wordsOf(row);
    ctx.assertMay('revokeDisplay', team);
    tellAudit({ about: name });
    if (row.revoked_at !== null) return null;
    await tx.exec(`delete from display_tokens where display_id = $1`, [id]);
    await tx.exec(`delete from pairings where display_id = $1`, [id]);
    await keepDisplay(tx, { ...row, revoked_at: now });
    return row;
  }, INTERACTIVE);
  ctx.displays.heard.forget(id);
  ctx.auth.streams.close([id]);
  ctx.displays.channel.announce(id);
  return listDisplays(ctx);
};
