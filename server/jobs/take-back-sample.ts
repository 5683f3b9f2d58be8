import { readSetting } from '../db/data-version.ts';
import type { Database } from '../db/database.ts';
import { setImportStatus } from '../importing/import-row.ts';
import { undoImport } from '../records/undo-import.ts';
import { SAMPLE_SOURCE } from '../sample/types.ts';
import type { Settings } from '../settings.ts';

/** The key of `settings` that says whether the sample is loaded: `loading` while it is, `1` when it is whole. */
export const SAMPLE_SETTING = 'sample';

/**
 * The sample comes in several imports. A load that broke off (cancelled, or its process died) leaves the first ones
 * behind: they are taken back, the newest first, so that the sample too is there as a whole or not at all.
 */
export const takeBackSample = async (db: Database, settings: Settings, now: number): Promise<void> => {
  if ((await readSetting(db, SAMPLE_SETTING)) !== 'loading') return;
  const left = await db.all<{ id: number }>(
    `select id from imports where source = $1 and status = $2 order by id desc`,
    [SAMPLE_SOURCE, 'done'],
  );
  for (const { id } of left) {
    await undoImport(db, { importId: id, now, settings, finish: async (tx) => setImportStatus(tx, id, 'undone') });
  }
  await db.transaction(async (tx) => tx.exec(`delete from settings where key = $1`, [SAMPLE_SETTING]));
};
