import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What the answers of the service are made by. */
const SOURCES = ['server', 'src/contract', 'src/domain', 'package.json'];

const filesOf = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [path];

/**
 * The build of service and app in twelve letters: it differs when the app was built anew or a source of the service
 * changed, so that no answer of an older build is taken for one of this. Names and sizes and times, not contents: a
 * thousand files take a few milliseconds.
 */
export const buildId = (root: string): string => {
  const hash = createHash('sha256');
  const page = join(root, 'dist', 'index.html');
  if (existsSync(page)) hash.update(readFileSync(page));
  for (const source of SOURCES) {
    for (const file of filesOf(join(root, source)).toSorted()) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file.slice(root.length)}:${size}:${Math.round(mtimeMs)}\n`);
    }
  }
  return hash.digest('hex').slice(0, 12);
};

/** What is running: the version of the package and the build of these very files. */
export type Release = { readonly version: string; readonly build: string };

const Package = z.object({ version: z.string() });

export const releaseOf = (root: string): Release => ({
  version: Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version,
  build: buildId(root),
});
