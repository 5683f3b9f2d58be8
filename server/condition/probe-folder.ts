import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RESERVE_BYTES } from '../importing/disk-space.ts';

/** What is wrong with a folder that the service writes; null when nothing is. */
export type FolderTrouble = 'disk-full' | 'read-only';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/**
 * Looks whether a folder can be written, by writing, and whether its disk has the room that every import needs. Faults of
 * another kind (the folder is gone) count as not to be written.
 */
export const probeFolder = async (folder: string): Promise<FolderTrouble | null> => {
  const file = join(folder, '.kept-probe');
  try {
    await writeFile(file, 'Kept looks whether it may write here.\n');
    await rm(file, { force: true });
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize < RESERVE_BYTES ? 'disk-full' : null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return FULL.has(code) ? 'disk-full' : 'read-only';
  }
};
