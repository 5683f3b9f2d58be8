import { describe, expect, it, vi } from 'vitest';
import { readImports } from '../../../server/importing/import-row.ts';
import { recoverImports } from '../../../server/jobs/recover-imports.ts';
import { runJob } from '../../../server/jobs/run-job.ts';
import { sampleEntry, SEED } from '../../../server/jobs/run-sample.ts';
import { sampleCompany } from '../../../server/sample/sample-company.ts';
import { zoneClock } from '../../../src/domain/zone.ts';
import { holdsRecords } from '../../../server/services/load-sample.ts';
import { contentsOf, NOW, type TestFolder, withDatabase } from '../importing/test-database.ts';

/* The sample is half a million rows; the machine may be busy. */
vi.setConfig({ testTimeout: 240_000 });

/** Rows of the first import of the sample as this day's company has them, so that stopping after them stops in the second. */
const rowsOfFirstImport = ({ settings }: TestFolder): number => {
  const today = zoneClock(settings.timeZone).dayOfInstant(NOW);
  const [first] = sampleCompany({ seed: SEED, today, timeZone: settings.timeZone, now: NOW });
  return [...(first?.batches() ?? [])].reduce((sum, { rows }) => sum + rows.length, 0);
};

const load = async ({ db, settings }: TestFolder, stopAfterRows: number) => {
  const stop = new AbortController();
  return runJob(
    {
      db,
      settings,
      signal: stop.signal,
      onProgress: ({ rowsRead }) => {
        if (rowsRead > stopAfterRows) stop.abort(new Error('Cancelled.'));
      },
    },
    { does: 'sample', id: 1, entry: sampleEntry('sample company', 'test', NOW), now: NOW },
  );
};

describe('loading the sample', () => {
  it('comes as a whole or not at all: cancelled after its first import, that one is taken back too', async () => {
    await withDatabase(async (test) => {
      const before = await contentsOf(test.db);
      expect(await load(test, rowsOfFirstImport(test))).toEqual({ ended: 'cancelled' });
      const statuses = (await readImports(test.db)).map(({ status }) => status);
      expect(statuses).toEqual(['cancelled', 'undone']);
      expect((await contentsOf(test.db)) === before).toBe(true);
      expect(await holdsRecords(test.db)).toBe(false);
    });
  });

  it('whose process died is taken back at the next start', async () => {
    await withDatabase(async (test) => {
      const before = await contentsOf(test.db);
      await test.db.transaction(async (tx) => {
        await tx.exec(
          `insert into imports (id, status, dry_run, file_name, source, by_whom, started_at, report)
           values (1, 'done', 0, 'sample', 'sample', 'test', 0, '{}'), (2, 'running', 0, 'sample', 'sample', 'test', 0, '{}')`,
        );
        await tx.exec(`insert into settings (key, value) values ('sample', 'loading')`);
        await tx.exec(
          `insert into teams (team_id, name, source_system, recorded_at, import_id) values ('t', 'T', 'sample', 0, 1)`,
        );
      });
      await recoverImports(test.db, test.settings, NOW);
      expect((await readImports(test.db)).map(({ status }) => status)).toEqual(['failed', 'undone']);
      expect(await contentsOf(test.db)).toBe(before);
    });
  });
});
