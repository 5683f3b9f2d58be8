import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import type { Database, Dialect } from '../../../server/db/database.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openDatabase, type DatabaseLocation } from '../../../server/db/open-database.ts';

export type TestDatabase = {
  readonly db: Database;
  /** To open it a second time, as a worker does. */
  readonly location: DatabaseLocation;
  /** Closes and removes it. */
  readonly remove: () => Promise<void>;
};

/** When the test databases were migrated: a fixed instant, 2026-01-01. */
const MIGRATED_AT = 1_767_225_600_000;

const opened = async (location: DatabaseLocation, clear: () => Promise<void>): Promise<TestDatabase> => {
  const db = await openDatabase(location);
  await migrate(db, MIGRATED_AT);
  return {
    db,
    location,
    remove: async () => {
      await db.close();
      await clear();
    },
  };
};

/** A fresh, migrated SQLite database in a temporary folder. The caller removes it. */
export const openTestSqlite = async (): Promise<TestDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-sqlite-'));
  return opened({ kind: 'sqlite', folder }, () => {
    rmSync(folder, { recursive: true, force: true });
    return Promise.resolve();
  });
};

/** A fresh, migrated database on the test server. The caller removes it. */
export const openTestPostgres = async (serverUrl: string): Promise<TestDatabase> => {
  const name = `kept_test_${randomUUID().replaceAll('-', '')}`;
  const onServer = async (statement: string): Promise<void> => {
    const server = await openDatabase({ kind: 'postgres', url: serverUrl });
    await server.exec(statement);
    await server.close();
  };
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return opened({ kind: 'postgres', url: url.href }, async () => {
    await onServer(`drop database ${name} with (force)`);
  });
};

/**
 * Runs one suite on SQLite and on PostgreSQL. `open` gives a fresh, migrated database on every call; all of them are
 * removed when the suite has ended. For the vitest projects with `tests/db/setup/global.ts` as global set-up.
 *
 * ```ts
 * eachDatabase((name, open) => {
 *   test('an undo leaves the database as it was', async () => { const { db } = await open(); … });
 * });
 * ```
 */
export const eachDatabase = (suite: (name: Dialect, open: () => Promise<TestDatabase>) => void): void => {
  const openers: Readonly<Record<Dialect, () => Promise<TestDatabase>>> = {
    sqlite: openTestSqlite,
    postgres: async () => openTestPostgres(inject('postgresUrl')),
  };
  for (const name of ['sqlite', 'postgres'] as const) {
    describe(`on ${name}`, () => {
      const all: TestDatabase[] = [];
      afterAll(async () => {
        await Promise.all(all.map(async (database) => database.remove()));
      });
      suite(name, async () => {
        const database = await openers[name]();
        all.push(database);
        return database;
      });
    });
  }
};
