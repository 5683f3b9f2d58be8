import { statfs } from 'node:fs/promises';
import { DatabaseFailure } from '../db/failure.ts';

/**
 * Room that an import needs at its peak, beside the file: the staged rows with their index, the rows themselves with
 * their indexes, and the log of the transaction. Measured at 5.1 bytes a byte of CSV for a million order lines (of which
 * 2.1 stay); rounded up.
 */
const BYTES_PER_FILE_BYTE = 6;
export const RESERVE_BYTES = 64 * 1024 * 1024;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576).toLocaleString('en')} MB`;

/** What an import of a file of this length may take of the disk that holds the database. */
export const importNeeds = (fileBytes: number): number => fileBytes * BYTES_PER_FILE_BYTE;

/**
 * Refuses work for which the disk has no room, before anything is written.
 * @throws DatabaseFailure of kind disk-full, saying how much is needed and how much is there.
 */
export const checkDiskSpace = async (folder: string, bytes: number): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const needed = bytes + RESERVE_BYTES;
  if (free >= needed) return;
  throw new DatabaseFailure(
    'disk-full',
    `The disk of the data folder has ${megabytes(free)} free; this import may need ${megabytes(needed)}. Nothing was changed. Make room, or move the data folder (DATA_DIR).`,
  );
};
