import type { ImportReport } from '../../src/contract/imports.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { getImport } from './get-import.ts';
import type { ImportContext } from './import-context.ts';

/**
 * Cancels an import that waits or runs, undoes one that ended; answers when that is done.
 * @throws ServiceFailure not-found, or conflict where there is nothing to undo.
 */
export const undoImport = async (ctx: ImportContext, id: number): Promise<ImportReport> => {
  const report = await getImport(ctx, id);
  const alive = ctx.jobs.ended(id);
  if (alive !== null) {
    ctx.jobs.cancel(id);
    await alive;
    return getImport(ctx, id);
  }
  if (report.status !== 'done' || report.dryRun) {
    throw new ServiceFailure(
      'conflict',
      report.dryRun
        ? 'A dry run wrote nothing that could be undone.'
        : `This import is ${report.status}: there is nothing to undo.`,
      'id',
    );
  }
  ctx.jobs.add({ does: 'undo', id, now: ctx.clock() });
  const outcome = await ctx.jobs.ended(id);
  if (outcome?.ended === 'failed') throw new ServiceFailure(outcome.code, outcome.message);
  return getImport(ctx, id);
};
