import type { TestProject } from 'vitest/node';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- vitest is extended by merging
  interface ProvidedContext {
    readonly postgresUrl: string;
  }
}

/* Each project that names this file loads it anew; the process is one, and so is the server. */
const shared = globalThis as typeof globalThis & { keptTestPostgres?: Promise<PostgresServer> };

/** Starts one PostgreSQL server for the whole run, and tells the tests its address. */
export const setup = async (project: TestProject): Promise<void> => {
  shared.keptTestPostgres ??= startPostgres();
  project.provide('postgresUrl', (await shared.keptTestPostgres).url);
};

export const teardown = async (): Promise<void> => {
  const server = shared.keptTestPostgres;
  delete shared.keptTestPostgres;
  await (await server)?.stop();
};
