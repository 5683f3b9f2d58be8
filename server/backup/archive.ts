import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract as tarExtract, pack as tarPack } from 'tar-stream';
import { databaseFailure } from '../db/failure.ts';
import { BackupFailure } from './backup-failure.ts';
import { MANIFEST_NAME, readManifest, type Manifest } from './manifest.ts';

/** A database shrinks to a fourth at the lowest level; higher ones take three times as long for a tenth less. */
const GZIP_LEVEL = 1;
const MOST_MANIFEST_BYTES = 16 * 1_048_576;
/** A backup holds customers' names and words. */
const OWNER_ONLY = 0o600;

/** Passes bytes on and counts and hashes them. */
const hashing = () => {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { through, digest: () => ({ bytes, sha256: hash.digest('hex') }) };
};

/** Size and checksum of a file, read in constant memory. */
export const digestOf = async (
  path: string,
  signal?: AbortSignal,
): Promise<{ readonly bytes: number; readonly sha256: string }> => {
  const { through, digest } = hashing();
  through.resume();
  await pipeline(createReadStream(path), through, { ...(signal === undefined ? {} : { signal }) });
  return digest();
};

/** Writes a tar, gzipped: the manifest, then the files below `folder` that it names. On the disk when it returns. */
export const packArchive = async (
  archive: string,
  folder: string,
  manifestText: string,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<void> => {
  const pack = tarPack();
  const options = signal === undefined ? {} : { signal };
  const written = pipeline(
    pack,
    createGzip({ level: GZIP_LEVEL }),
    createWriteStream(archive, { mode: OWNER_ONLY, flags: 'wx' }),
    options,
  );
  /* Where the disk is full, the failure is thrown by `written`; what feeds it must not outlive it. */
  written.catch(() => undefined);
  const feed = async (): Promise<void> => {
    pack.entry({ name: MANIFEST_NAME, mode: OWNER_ONLY }, manifestText);
    for (const name of names) {
      const path = join(folder, name);
      const { size } = await stat(path);
      await pipeline(createReadStream(path), pack.entry({ name, size, mode: OWNER_ONLY }), options);
    }
    pack.finalize();
  };
  await Promise.all([written, feed()]);
  const handle = await open(archive, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const textOf = async (entry: Readable): Promise<string> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of entry as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_MANIFEST_BYTES) throw new Error('too large for a manifest');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** What the file system or the database says in words of its own is told as it is; all else is a damaged archive. */
const asArchiveFailure = (archive: string, error: unknown): unknown => {
  if (error instanceof BackupFailure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new BackupFailure(`There is no file ${archive}.`, error);
  if (code === 'EACCES' || code === 'EISDIR') {
    return new BackupFailure(`${archive} cannot be read (${code}). Name a backup that you may read.`, error);
  }
  if (code === 'ABORT_ERR') return error;
  return (
    databaseFailure(error) ??
    new BackupFailure(
      `${archive} is damaged, cut off, or no backup of Kept: it cannot be unpacked to its end. Take another backup.`,
      error,
    )
  );
};

/**
 * Unpacks an archive into a folder and compares every file with the manifest. `accept` sees the manifest before
 * anything is written and throws where it is not wanted.
 * @throws BackupFailure where the archive is damaged.
 */
export const unpackArchive = async (
  archive: string,
  folder: string,
  accept: (manifest: Manifest) => Promise<void> | void,
  signal?: AbortSignal,
): Promise<Manifest> => {
  const extract = tarExtract();
  const options = signal === undefined ? {} : { signal };
  const fed = pipeline(createReadStream(archive), createGunzip(), extract, options);
  fed.catch(() => undefined);
  let manifest: Manifest | undefined;
  const missing = new Set<string>();
  try {
    for await (const entry of extract) {
      const { name } = entry.header;
      if (manifest === undefined) {
        if (name !== MANIFEST_NAME) throw new Error(`begins with ${name}`);
        manifest = readManifest(archive, await textOf(entry));
        await accept(manifest);
        for (const file of manifest.files) missing.add(file.name);
        continue;
      }
      const expected = manifest.files.find((file) => file.name === name);
      if (expected === undefined || !missing.delete(name)) throw new Error(`holds ${name} unasked`);
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      const { through, digest } = hashing();
      await pipeline(entry, through, createWriteStream(path, { mode: OWNER_ONLY, flags: 'wx' }), options);
      const found = digest();
      if (found.bytes !== expected.bytes || found.sha256 !== expected.sha256) {
        throw new BackupFailure(
          `${archive} is damaged: the checksum of ${name} is not that of the backup. Take another backup.`,
        );
      }
    }
    await fed;
  } catch (error) {
    /* A failure of the reading side reaches the loop as a premature end; it knows more. */
    const cause = await fed.then(
      () => error,
      (failure: unknown) => (isPrematureEnd(failure) ? error : failure),
    );
    throw asArchiveFailure(archive, error instanceof BackupFailure ? error : cause);
  }
  if (manifest === undefined || missing.size > 0) {
    throw new BackupFailure(
      `${archive} is cut off: ${manifest === undefined ? 'it is empty' : `${[...missing].join(', ')} is missing`}. Take another backup.`,
    );
  }
  return manifest;
};

const isPrematureEnd = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') ||
    error.message === 'Writable stream closed prematurely');
