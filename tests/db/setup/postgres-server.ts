import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../../server/db/open-database.ts';

const DEBIAN_VERSIONS = '/usr/lib/postgresql';
const UNPRIVILEGED = ['postgres', 'nobody'] as const;
const START_ATTEMPTS = 150;
const ATTEMPT_MS = 100;
/** Longest path of a unix socket on Linux is 107 bytes; PostgreSQL adds `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 90;

const REMEDY =
  'The database tests need PostgreSQL. Install it (Debian: apt-get install postgresql), or set DATABASE_URL_TEST to ' +
  'a server on which the user may create databases: postgres://user:password@host:5432/postgres';

export type PostgresServer = {
  /** Address of a database from which others may be created. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

type User = { readonly name: string; readonly uid: number; readonly gid: number };

const programFolders = (): readonly string[] => {
  const versions = existsSync(DEBIAN_VERSIONS) ? readdirSync(DEBIAN_VERSIONS) : [];
  const debian = versions.toSorted((a, b) => Number(b) - Number(a)).map((name) => join(DEBIAN_VERSIONS, name, 'bin'));
  return [...debian, ...(process.env['PATH'] ?? '').split(delimiter)];
};

const findPrograms = (): string => {
  const folder = programFolders().find(
    (path) => existsSync(join(path, 'initdb')) && existsSync(join(path, 'postgres')),
  );
  if (folder === undefined) throw new Error(`No initdb and postgres on this system. ${REMEDY}`);
  return dirname(realpathSync(join(folder, 'initdb')));
};

/** PostgreSQL refuses to run as root: then it runs as an unprivileged user of the system. */
const userToRunAs = (): User | null => {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of UNPRIVILEGED) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account !== undefined) return { name, uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error(`PostgreSQL does not run as root, and there is neither a user postgres nor nobody. ${REMEDY}`);
};

const newFolder = (): string => {
  const parent = tmpdir().length < LONGEST_SOCKET_FOLDER - 24 ? tmpdir() : '/tmp';
  return mkdtempSync(join(parent, 'kept-postgres-'));
};

const run = async (child: ChildProcess, log: string, what: string): Promise<void> => {
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`${what} ended with ${code}:\n${readFileSync(log, 'utf8')}\n${REMEDY}`);
};

const untilItAnswers = async (url: string, child: ChildProcess, log: string): Promise<void> => {
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    if (child.exitCode !== null) break;
    try {
      await (await openDatabase({ kind: 'postgres', url })).close();
      return;
    } catch {
      await delay(ATTEMPT_MS);
    }
  }
  throw new Error(`The PostgreSQL test server did not start:\n${readFileSync(log, 'utf8')}\n${REMEDY}`);
};

/** Starts a server of our own in a temporary folder, reached by a unix socket in that folder alone: no port to clash. */
const startServer = async (): Promise<PostgresServer> => {
  const programs = findPrograms();
  const user = userToRunAs();
  const folder = newFolder();
  const log = join(folder, 'log');
  const output = openSync(log, 'a');
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const start = (program: string, parameters: readonly string[]): ChildProcess =>
    spawn(join(programs, program), [...parameters], {
      cwd: folder,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', HOME: folder },
      stdio: ['ignore', output, output],
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    });
  const data = join(folder, 'data');
  let server: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (server?.exitCode === null && server.signalCode === null) {
      const gone = new Promise((resolve) => server?.once('exit', resolve));
      /* Immediate shutdown: nothing of it is kept. */
      server.kill('SIGQUIT');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const init = ['-D', data, '-U', 'kept', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    await run(start('initdb', init), log, 'initdb');
    const options = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'listen_addresses='];
    server = start('postgres', ['-D', data, '-k', folder, ...options.flatMap((option) => ['-c', option])]);
    server.once('error', () => undefined);
    process.once('exit', () => server?.kill('SIGQUIT'));
    const url = `postgres://kept@localhost/postgres?host=${encodeURIComponent(folder)}`;
    await untilItAnswers(url, server, log);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** The server for the tests: that of `DATABASE_URL_TEST`, else one of our own. Fails, saying what to do, where neither is to be had. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const given = process.env['DATABASE_URL_TEST'];
  if (given === undefined || given === '') return startServer();
  try {
    await (await openDatabase({ kind: 'postgres', url: given })).close();
  } catch (error) {
    throw new Error(`The server of DATABASE_URL_TEST does not answer. ${REMEDY}`, { cause: error });
  }
  return { url: given, stop: () => Promise.resolve() };
};
