import type { Sql } from '../db/database.ts';
import type { PairingsTable } from '../db/schema-displays.ts';

type PairingContext = { readonly db: Sql; readonly clock: () => number };

/** The pairing of a secret that has not run out; null where there is none. */
export const livingPairing = async (
  { db, clock }: PairingContext,
  secretHash: string,
): Promise<PairingsTable | null> => {
  const [row] = await db.all<PairingsTable>(`select * from pairings where secret_hash = $1 and expires_at > $2`, [
    secretHash,
    clock(),
  ]);
  return row ?? null;
};

export const pairingWaits = async (ctx: PairingContext, secretHash: string): Promise<boolean> =>
  (await livingPairing(ctx, secretHash)) !== null;
