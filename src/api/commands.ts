import { ImportReport, type ImportQuery } from '../contract/imports.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** What the page asks the service to do. Each answers with the import's report; its progress is followed apart. */

export type ImportChoice = Partial<Omit<ImportQuery, 'fileName' | 'wait'>>;

export function startImport(file: File, choice: ImportChoice): Promise<ImportReport> {
  const path = paths.startImportPath({ ...choice, fileName: file.name });
  return request(ImportReport, path, { method: 'POST', body: file });
}

export function undoImport(id: number): Promise<ImportReport> {
  return request(ImportReport, paths.importPath(id), { method: 'DELETE' });
}

export function loadSample(): Promise<ImportReport> {
  return request(ImportReport, paths.samplePath, { method: 'POST' });
}
