import type { ServiceContext } from '../context.ts';
import { bumpDataVersion, readDataVersion } from '../db/data-version.ts';
import type { Transaction } from '../db/database.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { DataIndex } from './data-index.ts';

/** What was written, and whether the answers that are read from the data version move with it. */
export type Edit<Result> = { readonly result: Result; readonly moves: boolean };

/**
 * Runs what a person writes about the figures (a goal, an improvement) in one transaction, judged by the figures that
 * stand then: where an import or another writer was faster it is judged anew. `moves`: the data version goes on by one,
 * and every page draws it.
 */
export const writeEdit = async <Result>(
  ctx: ServiceContext,
  work: (tx: Transaction, index: DataIndex, now: number) => Promise<Edit<Result>>,
): Promise<Result> => {
  for (;;) {
    const index = await ctx.data.index();
    const now = ctx.clock();
    const done = await ctx.db.transaction(async (tx) => {
      if ((await readDataVersion(tx)).version !== index.version) return null;
      const { result, moves } = await work(tx, index, now);
      return { result, version: moves ? await bumpDataVersion(tx, now) : null };
    }, INTERACTIVE);
    if (done === null) continue;
    if (done.version !== null) {
      ctx.data.edited(done.version);
      ctx.live.announce(done.version);
    }
    return done.result;
  }
};
