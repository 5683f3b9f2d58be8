import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { DatabaseFailure } from './failure.ts';

const DEBIAN_VERSIONS = '/usr/lib/postgresql';

/** The newest of Debian's versions first, since an older program refuses a newer server; then whatever is on the PATH. */
const programFolders = (): readonly string[] => {
  const versions = existsSync(DEBIAN_VERSIONS) ? readdirSync(DEBIAN_VERSIONS) : [];
  const debian = versions.toSorted((a, b) => Number(b) - Number(a)).map((name) => join(DEBIAN_VERSIONS, name, 'bin'));
  return [...debian, ...(process.env['PATH'] ?? '').split(delimiter)];
};

export type PostgresProgram = 'pg_dump' | 'pg_restore';

/** Where a client program of PostgreSQL is; null where it is not installed. */
export const findPostgresProgram = (
  name: PostgresProgram,
  folders: readonly string[] = programFolders(),
): string | null => folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;

/** The password goes by the environment: arguments can be read by everyone on the machine. */
const connectionOf = (url: string): { readonly address: string; readonly environment: NodeJS.ProcessEnv } => {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  return {
    address: address.href,
    environment: { ...process.env, ...(password === '' ? {} : { PGPASSWORD: password }), PGAPPNAME: 'kept backup' },
  };
};

/** Runs a client program of PostgreSQL on a database; what it complains of is told without the address. */
export const runPostgresProgram = async (
  name: PostgresProgram,
  url: string,
  parameters: readonly string[],
  signal?: AbortSignal,
): Promise<void> => {
  const program = findPostgresProgram(name);
  if (program === null) {
    throw new DatabaseFailure(
      'unavailable',
      `${name} is not installed. Install PostgreSQL's client programs in the version of the server or newer (Debian and Ubuntu: apt-get install postgresql-client).`,
    );
  }
  const { address, environment } = connectionOf(url);
  const child = spawn(program, [`--dbname=${address}`, '--no-password', ...parameters], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal === undefined ? {} : { signal }),
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-2000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    const said = complaint.trim().replaceAll(address, 'the database') || 'without a word';
    throw new DatabaseFailure('unavailable', `${name} failed: ${said}`);
  }
};
