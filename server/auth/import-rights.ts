import type { ImportReport } from '../../src/contract/imports.ts';
import { mayDo, mayImportKinds, type Principal } from '../../src/domain/policy.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { kindsOf, type MappingChoice } from '../importing/resolve-mapping.ts';
import { nameOf } from './caller.ts';

/** @throws ServiceFailure `forbidden` at `kind` where a file brings kinds that a key is not made for. */
export const assertKinds = (principal: Principal, choice: MappingChoice): void => {
  const kinds = kindsOf(choice);
  if (mayImportKinds(principal, kinds)) return;
  throw new ServiceFailure('forbidden', `This key is not made for ${kinds.join(', ')}.`, 'kind');
};

/** Whether somebody began an import; a key that takes the name of one before it takes its imports over too. */
export const isOwnImport = (principal: Principal, { by }: Pick<ImportReport, 'by'>): boolean =>
  by === nameOf(principal);

/** A key knows of no imports but those that it began. @throws ServiceFailure `not-found` at `id`. */
export const assertOwnImport = (principal: Principal, report: ImportReport): void => {
  if (principal.kind !== 'key' || isOwnImport(principal, report)) return;
  throw new ServiceFailure('not-found', 'There is no import of this number.', 'id');
};

const mayReadCells = (principal: Principal, report: ImportReport): boolean =>
  isOwnImport(principal, report) || mayDo(principal, 'readRefusedCells');

/** @throws ServiceFailure `forbidden` where somebody else sent the file, and its cells may hold names and words. */
export const assertCells = (principal: Principal, report: ImportReport): void => {
  if (mayReadCells(principal, report)) return;
  throw new ServiceFailure(
    'forbidden',
    'This file was sent by somebody else; its rows may hold customers’ names and words.',
  );
};

/** A report as somebody may see it: what stood in cells of a file that somebody else sent may be a name, or a word. */
export const withoutCells = (principal: Principal, report: ImportReport): ImportReport => {
  if (mayReadCells(principal, report)) return report;
  const bare = (rows: ImportReport['refusedRows']): ImportReport['refusedRows'] =>
    rows.map((row) => ({ ...row, value: null }));
  return { ...report, refusedRows: bare(report.refusedRows), warnings: bare(report.warnings) };
};
