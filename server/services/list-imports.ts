import type { Imports } from '../../src/contract/imports.ts';
import { readImports } from '../importing/import-row.ts';
import type { ImportContext } from './import-context.ts';

/** The newest 200 imports, newest first; those that wait before them. */
export const listImports = async (ctx: Pick<ImportContext, 'db' | 'jobs'>): Promise<Imports> => ({
  imports: [...ctx.jobs.waiting(), ...(await readImports(ctx.db))],
});
