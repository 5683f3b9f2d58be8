import { importFile } from '../../../server/importing/import-file.ts';
import { beginImport, nextImportId } from '../../../server/importing/import-row.ts';
import type { DatabaseLocation } from '../../../server/db/open-database.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { readSettings } from '../../../server/settings.ts';
import type { RecordKind } from '../../../src/domain/catalogue-types.ts';
import { childInput, childResult, peakMegabytes } from '../child.ts';
import { TIME_ZONE } from '../service.ts';

export type ImportJob = {
  readonly location: DatabaseLocation;
  readonly dataFolder: string;
  readonly path: string;
  readonly kind: RecordKind;
  readonly now: number;
};
export type ImportTimes = {
  readonly rows: number;
  readonly changed: number;
  readonly refused: number;
  /** From the first byte to the commit. */
  readonly milliseconds: number;
  /** Reading, checking and staging of the file alone. */
  readonly readingMilliseconds: number;
  /** Processor time of the process: what a busy machine does not stretch. */
  readonly processorMilliseconds: number;
  readonly peakMegabytes: number;
};

/** One import as the service's worker runs it, in a process whose peak memory is its own. */
const { location, dataFolder, path, kind, now } = childInput() as ImportJob;
const settings = { ...readSettings({ DATA_DIR: dataFolder, KEPT_TIME_ZONE: TIME_ZONE }), location };
const db = await openDatabase(location);
await migrate(db, now);
const id = await nextImportId(db);
await beginImport(db, id, { dryRun: false, fileName: 'bench.csv', source: 'file', by: 'bench', startedAt: now });
const started = performance.now();
const processor = process.cpuUsage();
const reading: { ended?: number } = {};
const { body } = await importFile(db, settings, {
  id,
  path,
  choice: { preset: null, kind, mapping: null, dateOrder: null },
  covers: null,
  dryRun: false,
  strict: false,
  now,
  signal: new AbortController().signal,
  onProgress: ({ phase }) => {
    if (phase !== 'reading') reading.ended ??= performance.now() - started;
  },
});
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(processor);
const spent = (user + system) / 1000;
await db.close();
childResult({
  rows: body.counts.read,
  changed: body.counts.new + body.counts.changed,
  refused: body.counts.refused,
  milliseconds,
  readingMilliseconds: reading.ended ?? milliseconds,
  processorMilliseconds: spent,
  peakMegabytes: peakMegabytes(),
} satisfies ImportTimes);
