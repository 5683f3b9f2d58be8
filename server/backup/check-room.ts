import { statfs } from 'node:fs/promises';
import { BackupFailure } from './backup-failure.ts';

const RESERVE_BYTES = 16 * 1_048_576;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576).toLocaleString('en')} MB`;

/**
 * Refuses a copy for which there is no room, before anything is written. Room for the plain copy and for its archive,
 * which compresses to a third or less.
 * @throws BackupFailure
 */
export const checkRoom = async (folder: string, databaseBytes: number): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const needed = Math.ceil(databaseBytes * 1.4) + RESERVE_BYTES;
  if (free >= needed) return;
  throw new BackupFailure(
    `The disk of ${folder} has ${megabytes(free)} free; this needs up to ${megabytes(needed)}. Nothing was written. Make room, or name another place.`,
  );
};
