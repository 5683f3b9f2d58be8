import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

export const ENDING = '.tar.gz';

/** `20261130T213015Z`: sorts by time, and every file system takes it. */
export const timeInName = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

const TIME = String.raw`\d{8}T\d{6}Z`;

/**
 * Keeps the newest backups of a folder whose names are `<prefix><time>.tar.gz` and removes the older ones. Other files are
 * left alone. Answers what was removed.
 */
export const keepNewest = async (
  folder: string,
  isOurs: (name: string) => boolean,
  keep: number,
): Promise<readonly string[]> => {
  const time = new RegExp(`${TIME}(?=\\${ENDING}$)`);
  const ours = (await readdir(folder))
    .filter((name) => isOurs(name) && time.test(name))
    .toSorted((a, b) => (time.exec(b)?.[0] ?? '').localeCompare(time.exec(a)?.[0] ?? ''));
  const old = ours.slice(keep);
  for (const name of old) await rm(join(folder, name), { force: true });
  return old;
};
