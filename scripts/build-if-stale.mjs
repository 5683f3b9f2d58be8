import { createHash } from 'node:crypto';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const stampFile = join(root, 'dist', '.sources');

async function filesBelow(path) {
  const info = await stat(path);
  if (!info.isDirectory()) return [[path, info]];
  const entries = await readdir(path);
  return (await Promise.all(entries.sort().map((entry) => filesBelow(join(path, entry))))).flat();
}

/** A hash over names, sizes and times: cheap enough for every start, and any edit changes it. */
async function sourceStamp() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const [path, info] of await filesBelow(join(root, source)))
      hash.update(`${path}:${info.size}:${info.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Builds `dist/` with Vite unless it already holds a build of exactly these sources. */
export async function buildIfStale() {
  const stamp = await sourceStamp();
  const built = await readFile(stampFile, 'utf8').catch(() => '');
  if (built === stamp) return;
  console.log('Building the app (only after a change of its sources) …');
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  await writeFile(stampFile, stamp);
}
