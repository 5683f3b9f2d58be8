import { migrate } from '../../../server/db/migrate.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { writeSetting } from '../../../server/db/data-version.ts';
import { beginImport, EMPTY_BODY, endImport } from '../../../server/importing/import-row.ts';
import { writeRecords } from '../../../server/records/write-records.ts';
import { sampleCompany } from '../../../server/sample/sample-company.ts';
import { SAMPLE_SOURCE } from '../../../server/sample/types.ts';
import { readSettings } from '../../../server/settings.ts';
import { zoneClock } from '../../../src/domain/zone.ts';
import { childInput, childResult } from '../child.ts';
import { TIME_ZONE } from '../service.ts';
import { spreadOverTeams } from './spread-over-teams.ts';

export type LoadCompany = { readonly folder: string; readonly now: number; readonly teams: 'sample' | number };
export type LoadedCompany = { readonly milliseconds: number; readonly rows: number };

/** A data folder with the sample company, with its own teams or spread over many. */
const { folder, now, teams } = childInput() as LoadCompany;
const settings = readSettings({ DATA_DIR: folder, KEPT_TIME_ZONE: TIME_ZONE });
const db = await openDatabase(settings.location);
await migrate(db, now);
const started = performance.now();
let rows = 0;
const today = zoneClock(TIME_ZONE).dayOfInstant(now);
for (const [index, one] of sampleCompany({ seed: 'kept', today, timeZone: TIME_ZONE, now }).entries()) {
  const id = index + 1;
  const entry = { dryRun: false, fileName: one.fileName, source: SAMPLE_SOURCE, by: 'bench', startedAt: one.now };
  await beginImport(db, id, entry);
  const batches = teams === 'sample' ? one.batches() : spreadOverTeams(one.batches(), teams);
  await writeRecords(db, {
    importId: id,
    sourceSystem: SAMPLE_SOURCE,
    recordedAt: one.recordedAt,
    now: one.now,
    batches,
    covers: { how: 'listed', spans: one.covers },
    settings,
    strict: true,
    finish: async (tx, { perKind }) => {
      for (const counts of Object.values(perKind)) rows += counts.new + counts.changed;
      await endImport(tx, { id, status: 'done', fileHash: null, endedAt: one.now, body: EMPTY_BODY });
    },
  });
}
await db.transaction(async (tx) => writeSetting(tx, 'sample', '1'));
const milliseconds = performance.now() - started;
await db.close();
childResult({ milliseconds, rows } satisfies LoadedCompany);
