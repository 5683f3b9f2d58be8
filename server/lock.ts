import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { takeFolderLock } from './db/folder-lock.ts';

const NOTE_FILE = 'service.json';

const Note = z.object({ pid: z.int(), url: z.nullable(z.string()) });

/** Who has a data folder: its process, and where it listens (null for an import that runs by itself or a service that still starts). */
export type FolderHolder = z.infer<typeof Note>;

/** The data folder is in use by another process. */
export class FolderTaken extends Error {
  readonly holder: FolderHolder | null;

  constructor(folder: string, holder: FolderHolder | null) {
    const who = holder === null ? 'Another process' : `Process ${holder.pid}`;
    const where = holder?.url == null ? '' : ` and listens on ${holder.url}`;
    super(
      `${who} uses the data folder ${folder}${where}. ` +
        'One service or import at a time may write there: stop the other, or start this one with another DATA_DIR.',
    );
    this.name = 'FolderTaken';
    this.holder = holder;
  }
}

export type FolderLock = {
  /** Leaves a note for others where this process listens. */
  readonly announce: (url: string) => void;
  readonly release: () => void;
};

/** Who holds the folder, as far as it left a note; only to be trusted while the lock is taken. */
export const readHolder = (folder: string): FolderHolder | null => {
  try {
    return Note.parse(JSON.parse(readFileSync(join(folder, NOTE_FILE), 'utf8')));
  } catch {
    return null;
  }
};

/**
 * Takes a data folder for this process; the lock goes with the process, however that ends.
 * An import from the command line does the same: where it is taken by a service, the import goes there (`holder.url`).
 * @throws FolderTaken, DatabaseFailure where the folder cannot be written.
 */
export const lockFolder = (folder: string): FolderLock => {
  const release = takeFolderLock(folder);
  if (release === null) throw new FolderTaken(folder, readHolder(folder));
  const note = join(folder, NOTE_FILE);
  const write = (holder: FolderHolder): void => {
    writeFileSync(note, JSON.stringify(holder));
  };
  write({ pid: process.pid, url: null });
  return {
    announce: (url) => {
      write({ pid: process.pid, url });
    },
    release: () => {
      rmSync(note, { force: true });
      release();
    },
  };
};
