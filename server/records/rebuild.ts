import { bumpDataVersion } from '../db/data-version.ts';
import type { Database, Transaction } from '../db/database.ts';
import { keepFingerprint } from '../rollup/fingerprint.ts';
import { rollUpAll } from '../rollup/roll-up.ts';
import type { FigureSettings } from './types.ts';

export type RebuildInput = { readonly now: number; readonly settings: FigureSettings; readonly signal?: AbortSignal };

/** Counts every observation anew, in the caller's transaction. */
export const rebuildIn = async (tx: Transaction, input: RebuildInput): Promise<void> => {
  await rollUpAll(tx, { settings: input.settings, check: () => input.signal?.throwIfAborted() });
  await keepFingerprint(tx, input.settings);
};

/**
 * Counts every observation anew from the records: after a change of the settings that take part in the figures, or of
 * the definitions themselves. Figures that differ afterwards are a changed definition, not a restatement: none are kept.
 * @returns the new data version.
 */
export const rebuildAll = async (db: Database, input: RebuildInput): Promise<number> =>
  db.transaction(async (tx) => {
    await rebuildIn(tx, input);
    return bumpDataVersion(tx, input.now);
  });
