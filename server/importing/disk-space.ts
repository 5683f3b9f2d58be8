import { statfs } from 'node:fs/promises';
import { DatabaseFailure } from '../db/failure.ts';

/**
 * Room that an import needs on the disk of the data folder: the staged rows, the rows themselves with their indexes, and
 * the write-ahead log of the transaction. Measured at 3.4 bytes a byte of CSV for order lines; rounded up.
 */
const BYTES_PER_FILE_BYTE = 5;
const RESERVE_BYTES = 64 * 1024 * 1024;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576).toLocaleString('en')} MB`;

/**
 * Refuses an import for which the disk has no room, before anything is written.
 * @throws DatabaseFailure of kind disk-full, saying how much is needed and how much is there.
 */
export const checkDiskSpace = async (folder: string, fileBytes: number): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const needed = fileBytes * BYTES_PER_FILE_BYTE + RESERVE_BYTES;
  if (free >= needed) return;
  throw new DatabaseFailure(
    'disk-full',
    `The disk of the data folder has ${megabytes(free)} free; this import may need ${megabytes(needed)}. Nothing was changed. Make room, or move the data folder (DATA_DIR).`,
  );
};
