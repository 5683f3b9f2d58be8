import * as z from 'zod';
import { BackupFailure } from './backup-failure.ts';

/** Moves when an older Kept could not read the archive any more. */
const FORMAT = 1;

export const MANIFEST_NAME = 'manifest.json';

/** No name in an archive leads out of the folder that it is unpacked into. */
const EntryName = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-][\w.-]*(\/[A-Za-z0-9_-][\w.-]*)*$/);

const ManifestSchema = z.object({
  format: z.literal(FORMAT),
  /** A backup goes back to the kind of database that it came from. */
  database: z.enum(['sqlite', 'postgres']),
  madeAt: z.iso.datetime(),
  /** Version and build of the Kept that wrote it. */
  version: z.string(),
  build: z.string(),
  /** The migrations that the database has: the version of its schema. */
  migrations: z.array(z.string()).min(1),
  dataVersion: z.int().min(0),
  files: z.array(z.object({ name: EntryName, bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

/** What a backup says of itself; the first file of its archive. */
export type Manifest = z.infer<typeof ManifestSchema>;

export const writeManifest = (manifest: Omit<Manifest, 'format'>): string =>
  `${JSON.stringify({ format: FORMAT, ...manifest }, null, 2)}\n`;

const damaged = (file: string, cause?: unknown): BackupFailure =>
  new BackupFailure(`${file} is no backup of Kept, or it is damaged. Take another backup.`, cause);

/** @throws BackupFailure where it is none, or one of a newer Kept. */
export const readManifest = (file: string, text: string): Manifest => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw damaged(file, error);
  }
  const format = z.object({ format: z.int() }).safeParse(value);
  if (format.success && format.data.format > FORMAT) {
    throw new BackupFailure(`${file} was written by a newer version of Kept. Update Kept, then restore it.`);
  }
  const manifest = ManifestSchema.safeParse(value);
  if (!manifest.success) throw damaged(file, manifest.error);
  return manifest.data;
};

/** The newest migration: how the schema is called in names and sentences. */
export const schemaOf = (migrations: readonly string[]): string => migrations.toSorted().at(-1) ?? 'none';
