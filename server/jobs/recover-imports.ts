import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../db/database.ts';
import type { Settings } from '../settings.ts';
import { EMPTY_BODY, endImport, type ReportBody } from '../importing/import-row.ts';
import { takeBackSample } from './take-back-sample.ts';

/** Where files wait that came by HTTP. */
export const uploadFolder = (dataFolder: string): string => join(dataFolder, 'uploads');

/** A name under which an upload waits; nobody can guess or choose it. */
export const uploadName = (): string => `${randomUUID()}.part`;

const STOPPED = 'Kept stopped while this import was at work. Nothing of it was written; import the file again.';
export const NOT_WRITTEN =
  'The database could not be written while this import was at work. Nothing of it was written; import the file again.';

const died = (message: string): ReportBody => ({ ...EMPTY_BODY, error: { message, line: null, column: null } });

/** Marks an import whose thread or process died; its rows were never committed. */
export const markDied = async (db: Database, id: number, now: number, message = STOPPED): Promise<void> => {
  await db.transaction(async (tx) => {
    const rows = await tx.all(`select id from imports where id = $1 and status in ('queued', 'running')`, [id]);
    if (rows.length === 0) return;
    await endImport(tx, { id, status: 'failed', fileHash: null, endedAt: now, body: died(message) });
  });
};

/**
 * At the start of the service: imports that a dead process left queued or running are marked failed, their uploads removed,
 * and a sample that was loaded in part is taken back.
 * Called by whoever holds the lock of the data folder. Answers how many there were.
 */
export const recoverImports = async (db: Database, settings: Settings, now: number): Promise<number> => {
  const { dataFolder, location } = settings;
  const dead = await db.all<{ id: number }>(`select id from imports where status in ('queued', 'running')`);
  for (const { id } of dead) await markDied(db, id, now);
  /* Only the lock of a folder makes sure that no other process is loading it at this moment. */
  if (location.kind === 'sqlite') await takeBackSample(db, settings, now);
  const uploads = await readdir(uploadFolder(dataFolder)).catch(() => []);
  for (const file of uploads) await rm(join(uploadFolder(dataFolder), file), { force: true });
  return dead.length;
};
