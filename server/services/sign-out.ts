import { tellAudit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import { endSessions } from '../auth/sessions.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';

/** Ends the session that somebody came with, and its open streams. Without one there is nothing to end. */
export const signOut = async (ctx: ServiceContext, { session, email }: Caller): Promise<void> => {
  if (session === null) return;
  tellAudit({ about: email });
  await ctx.db.transaction(async (tx) => {
    await tx.exec(`delete from sessions where token_hash = $1`, [session.tokenHash]);
  }, INTERACTIVE);
  ctx.auth.streams.close([session.tokenHash]);
};

/** Ends every session of a person, wherever, and their open streams; answers how many. */
export const signOutEverywhere = async (ctx: ServiceContext, personId: string): Promise<number> => {
  const ended = await ctx.db.transaction(async (tx) => {
    const tokens = await endSessions(tx, personId);
    tellAudit({ detail: `${tokens.length} sessions` });
    return tokens;
  }, INTERACTIVE);
  ctx.auth.streams.close(ended);
  return ended.length;
};
