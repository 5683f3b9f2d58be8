import type { ImportProgress, ImportReport } from '../../src/contract/imports.ts';
import type { MappingChoice } from '../importing/resolve-mapping.ts';

export type FileToImport = {
  readonly path: string;
  readonly fileName: string;
  readonly choice: MappingChoice;
  readonly covers: string | null;
  readonly dryRun: boolean;
  readonly strict: boolean;
};

/** How the command line imports: through the running service, or by itself. Both answer the same reports. */
export type Importer = {
  readonly importFile: (
    file: FileToImport,
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ) => Promise<ImportReport>;
  readonly list: () => Promise<readonly ImportReport[]>;
  readonly undo: (id: number) => Promise<ImportReport>;
  readonly close: () => Promise<void>;
};

/** Something that a person must be told in one sentence. */
export class ImporterFailure extends Error {}
