import { constants } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Folders of the data folder whose files belong to the records: the lists of rows that imports refused. What is not named
 * here lives only as long as the process (uploads on their way in, lock, note of the service) or is a copy itself (backups).
 */
export const BELONGINGS = ['refused'] as const;

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * Copies what belongs to the records into `target`; answers the names. An import at work may write or remove a list
 * meanwhile: it is not in the copied database yet, so that a list cut short is nobody's.
 */
export const copyBelongings = async (dataFolder: string, target: string): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const folder of BELONGINGS) {
    const entries = await readdir(join(dataFolder, folder), { withFileTypes: true }).catch((error: unknown) => {
      if (isGone(error)) return [];
      throw error;
    });
    for (const entry of entries.filter((one) => one.isFile())) {
      await mkdir(join(target, folder), { recursive: true });
      try {
        const name = `${folder}/${entry.name}`;
        await copyFile(join(dataFolder, name), join(target, name), constants.COPYFILE_EXCL);
        names.push(name);
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    }
  }
  return names;
};
