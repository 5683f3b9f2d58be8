import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openDatabase, type DatabaseLocation } from '../../../server/db/open-database.ts';
import type { Dialect } from '../../../server/db/database.ts';

export type EmptyPlace = {
  readonly folder: string;
  readonly location: DatabaseLocation;
  readonly remove: () => Promise<void>;
};

const onServer = async (statement: string): Promise<void> => {
  const server = await openDatabase({ kind: 'postgres', url: inject('postgresUrl') });
  await server.exec(statement);
  await server.close();
};

/** A folder, and on PostgreSQL a database, that hold nothing at all. The caller removes them. */
export const emptyPlace = async (dialect: Dialect): Promise<EmptyPlace> => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-empty-'));
  const removeFolder = async (): Promise<void> => rm(folder, { recursive: true, force: true });
  if (dialect === 'sqlite') {
    return { folder, location: { kind: 'sqlite', folder }, remove: removeFolder };
  }
  const name = `kept_empty_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return {
    folder,
    location: { kind: 'postgres', url: url.href },
    remove: async () => {
      await onServer(`drop database ${name} with (force)`);
      await removeFolder();
    },
  };
};
