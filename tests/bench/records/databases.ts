import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type DatabaseLocation } from '../../../server/db/open-database.ts';
import { startPostgres } from '../../db/setup/postgres-server.ts';

/** Databases that start each run from the same prepared state. */
export type Bench = {
  readonly name: string;
  /** An empty one, to be prepared. */
  readonly prepare: () => Promise<DatabaseLocation>;
  /** A copy of the prepared one. */
  readonly copy: () => Promise<DatabaseLocation>;
  /** Removes a copy, so that the disk holds one at a time. */
  readonly drop: (location: DatabaseLocation) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export const sqliteBench = (folder: string): Bench => {
  const prepared = join(folder, 'sqlite-prepared');
  const copy = join(folder, 'sqlite-copy');
  return {
    name: 'SQLite',
    prepare: () => {
      mkdirSync(prepared, { recursive: true });
      return Promise.resolve({ kind: 'sqlite', folder: prepared });
    },
    copy: () => {
      rmSync(copy, { recursive: true, force: true });
      cpSync(prepared, copy, { recursive: true });
      return Promise.resolve({ kind: 'sqlite', folder: copy });
    },
    drop: () => {
      rmSync(copy, { recursive: true, force: true });
      return Promise.resolve();
    },
    stop: () => Promise.resolve(),
  };
};

export const postgresBench = async (): Promise<Bench> => {
  const server = await startPostgres();
  const urlOf = (name: string): string => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  const onServer = async (statement: string): Promise<void> => {
    const db = await openDatabase({ kind: 'postgres', url: server.url });
    await db.exec(statement);
    await db.close();
  };
  const dropNamed = async (name: string): Promise<void> => onServer(`drop database if exists ${name} with (force)`);
  return {
    name: 'PostgreSQL',
    prepare: async () => {
      await dropNamed('kept_bench_prepared');
      await onServer('create database kept_bench_prepared');
      return { kind: 'postgres', url: urlOf('kept_bench_prepared') };
    },
    copy: async () => {
      await dropNamed('kept_bench_copy');
      await onServer('create database kept_bench_copy template kept_bench_prepared');
      return { kind: 'postgres', url: urlOf('kept_bench_copy') };
    },
    drop: async () => dropNamed('kept_bench_copy'),
    stop: async () => {
      await dropNamed('kept_bench_copy');
      await dropNamed('kept_bench_prepared');
      await server.stop();
    },
  };
};
