import type { ImportReport } from '../../src/contract/imports.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { readImport } from '../importing/import-row.ts';
import type { ImportContext } from './import-context.ts';

/** One import. @throws ServiceFailure not-found. */
export const getImport = async (ctx: Pick<ImportContext, 'db' | 'jobs'>, id: number): Promise<ImportReport> => {
  const report = Number.isSafeInteger(id) ? ((await readImport(ctx.db, id)) ?? ctx.jobs.report(id)) : null;
  if (report === null) throw new ServiceFailure('not-found', 'There is no import of this number.', 'id');
  return report;
};
