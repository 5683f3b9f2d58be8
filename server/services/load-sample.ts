import type { ImportReport } from '../../src/contract/imports.ts';
import type { Sql } from '../db/database.ts';
import { readSetting } from '../db/data-version.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { sampleEntry } from '../jobs/run-sample.ts';
import { SAMPLE_SETTING } from '../jobs/take-back-sample.ts';
import { SAMPLE_SOURCE } from '../sample/types.ts';
import { getImport } from './get-import.ts';
import type { ImportContext } from './import-context.ts';

/** Whether records of an organisation (or a whole sample) stand. A sample that broke off does not count: loading goes over it. */
export const holdsRecords = async (db: Sql): Promise<boolean> => {
  const loading = (await readSetting(db, SAMPLE_SETTING)) === 'loading';
  const found = await db.all(`select id from imports where status = 'done' and dry_run = 0 and source <> $1 limit 1`, [
    loading ? SAMPLE_SOURCE : '',
  ]);
  return found.length > 0;
};

/**
 * Loads the simulated sample company into an empty service.
 * @throws ServiceFailure conflict where records stand or are on their way.
 */
export const loadSample = async (ctx: ImportContext, by: string): Promise<ImportReport> => {
  if (ctx.jobs.busy()) throw new ServiceFailure('conflict', 'An import is at work. Try again when it has ended.');
  if (await holdsRecords(ctx.db)) {
    throw new ServiceFailure('conflict', 'There are records already; the sample is only loaded into an empty service.');
  }
  const now = ctx.clock();
  const id = await ctx.jobs.nextId();
  ctx.jobs.add({ does: 'sample', id, entry: sampleEntry('sample company', by, now), now });
  return getImport(ctx, id);
};
