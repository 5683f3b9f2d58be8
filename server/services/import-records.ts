import type { ImportQuery, ImportReport } from '../../src/contract/imports.ts';
import { tellAudit } from '../auth/audit.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { FileRefused } from '../importing/file-refused.ts';
import { givenMapping, parseCovers, type MappingChoice } from '../importing/resolve-mapping.ts';
import { getImport } from './get-import.ts';
import type { ImportContext } from './import-context.ts';

export type ImportRecordsInput = {
  readonly query: ImportQuery;
  /** A copy of the file that Kept removes when the import has ended. */
  readonly path: string;
  readonly by: string;
};

/** What the request says the file is. @throws ServiceFailure bad-request, `at` the parameter. */
export const choiceOf = (query: ImportQuery): MappingChoice => {
  const choice: MappingChoice = {
    preset: query.preset ?? null,
    kind: query.kind ?? null,
    mapping: query.mapping ?? null,
    dateOrder: query.dateOrder ?? null,
  };
  const check = (at: string, work: () => unknown): void => {
    try {
      work();
    } catch (error) {
      throw error instanceof FileRefused ? new ServiceFailure('bad-request', error.message, at) : error;
    }
  };
  check('mapping', () => givenMapping(choice));
  check('covers', () => parseCovers(query.covers));
  if (choice.preset !== null && choice.kind !== null) {
    throw new ServiceFailure('bad-request', 'Give either a preset or a kind, not both.', 'kind');
  }
  const records = choice.mapping === null ? undefined : givenMapping(choice);
  if (choice.preset === null && choice.kind === null && records?.records === undefined && records?.kind === undefined) {
    throw new ServiceFailure(
      'bad-request',
      'Say what the file holds: a preset, a kind, or a mapping with its records.',
      'kind',
    );
  }
  return choice;
};

/** Whose file it is, in the list of imports. */
export const sourceName = (choice: MappingChoice): string =>
  choice.preset ?? choice.kind ?? givenMapping(choice)?.name ?? givenMapping(choice)?.kind ?? 'own mapping';

/** Queues the import of a file; with `wait` it answers when the import has ended. */
export const importRecords = async (
  ctx: ImportContext,
  { query, path, by }: ImportRecordsInput,
): Promise<ImportReport> => {
  const choice = choiceOf(query);
  tellAudit({ detail: `${query.fileName}: ${sourceName(choice)}${query.dryRun ? ', dry run' : ''}` });
  const now = ctx.clock();
  const id = await ctx.jobs.nextId();
  tellAudit({ about: String(id) });
  ctx.jobs.add({
    does: 'import',
    id,
    entry: { dryRun: query.dryRun, fileName: query.fileName, source: sourceName(choice), by, startedAt: now },
    path,
    choice,
    covers: query.covers ?? null,
    strict: query.strict,
    now,
    removeFile: true,
  });
  if (query.wait) await ctx.jobs.ended(id);
  return getImport(ctx, id);
};
