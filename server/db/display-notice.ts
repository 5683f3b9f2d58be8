import type { Transaction } from './database.ts';

/** PostgreSQL channel that carries, between service processes, the id of a display of which something moved. */
export const DISPLAY_CHANNEL = 'kept_displays';

/** Tells the other processes once this is committed; this one is told by `ctx.displays.channel.announce`. */
export const tellOfDisplay = async (tx: Transaction, displayId: string): Promise<void> => {
  if (tx.dialect === 'postgres') await tx.all(`select pg_notify($1, $2)`, [DISPLAY_CHANNEL, displayId]);
};
