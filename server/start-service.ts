import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { createApp } from './app.ts';
import type { PasswordCost } from './auth/passwords.ts';
import { migrateSafely } from './backup/before-migration.ts';
import { releaseOf } from './build-id.ts';
import { createGuard } from './condition/guard.ts';
import { createContext, type ServiceContext } from './context.ts';
import { openDatabase } from './db/open-database.ts';
import { openStaticFiles } from './http/static-files.ts';
import { createImportJobs, type ImportJobs } from './jobs/import-jobs.ts';
import { markDied, recoverImports } from './jobs/recover-imports.ts';
import { localUrl } from './local-url.ts';
import { lockFolder } from './lock.ts';
import type { Log } from './log.ts';
import { metricFacts } from './metrics/metric-facts.ts';
import { createMetrics } from './metrics/metrics.ts';
import { bringUpToDate } from './records/rezone.ts';
import { figuresNeed } from './rollup/fingerprint.ts';
import { importRoutes } from './routes/imports.ts';
import { metricsRoute } from './routes/metrics.ts';
import { sampleRoute } from './routes/sample.ts';
import { firstAdministratorLink } from './services/first-administrator.ts';
import type { Settings } from './settings.ts';

/** After the last answers had this long, connections that are still open are cut. */
const GRACE_MS = 2000;
/** The page asks every minute: its connection should live until then. */
const KEEP_ALIVE_MS = 75_000;

export type RunningService = {
  /** Where this machine reaches it. */
  readonly url: string;
  /** One-time link for the first administrator, for the terminal alone; null where none is needed. */
  readonly firstAdministrator: string | null;
  readonly ctx: ServiceContext;
  readonly jobs: ImportJobs;
  /** Takes no more requests, cancels a running import (it leaves nothing behind), and closes everything. */
  readonly stop: () => Promise<void>;
};

export type StartInput = {
  readonly settings: Settings;
  readonly log: Log;
  readonly clock: () => number;
  /** The folder of the repository, with the built app in `dist`. */
  readonly root: string;
  /** Told before figures are computed anew because settings or definitions changed, which may take a while. */
  readonly onRebuild?: () => void;
  /** Cheaper than in earnest, for tests. */
  readonly passwordCost?: PasswordCost;
  /** Told the file to which an older database is backed up before it is brought up to date. */
  readonly onBackup?: (file: string) => void;
};

/** The port is taken, or may not be used. */
export class CannotListen extends Error {
  constructor(host: string, port: number, code: string) {
    const why =
      code === 'EADDRINUSE' ? 'another program listens there' : code === 'EACCES' ? 'it may not be used' : `of ${code}`;
    super(`Kept cannot listen on ${host}:${port} because ${why}. Choose another one with PORT.`);
    this.name = 'CannotListen';
  }
}

const listen = async (server: ServerType, host: string, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new CannotListen(host, port, error.code ?? error.message));
    });
    server.listen(port, host, () => {
      resolve(localUrl({ host, port: (server.address() as AddressInfo).port }));
    });
  });

const closeServer = async (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });

/**
 * Lock, database, migrations, figures, server: in this order, undone in the other. Everything that fails is thrown with
 * nothing left open.
 * @throws FolderTaken, DatabaseFailure, CannotListen
 */
export const startService = async ({
  settings,
  log,
  clock,
  root,
  onRebuild,
  passwordCost,
  onBackup,
}: StartInput): Promise<RunningService> => {
  const lock = lockFolder(settings.dataFolder);
  const undo: Array<() => Promise<void> | void> = [() => lock.release()];
  const undoAll = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const db = await openDatabase(settings.location);
    undo.push(async () => db.close());
    const release = releaseOf(root);
    const migrated = await migrateSafely(db, {
      settings,
      now: clock(),
      release: () => release,
      ...(onBackup === undefined ? {} : { onBackup }),
    });
    if (migrated.length > 0) log.info({ migrations: migrated }, 'database migrated');
    await recoverImports(db, settings, clock());
    const holdsImports = (await db.all(`select id from imports limit 1`)).length > 0;
    if (holdsImports && (await figuresNeed(db, settings)) !== 'nothing') onRebuild?.();
    await bringUpToDate(db, { now: clock(), settings });

    const jobs = createImportJobs({
      db,
      settings,
      log,
      announce: (version) => ctx.live.announce(version),
      onCrash: async (id) => markDied(db, id, clock()),
      onEnded: (job) => {
        metrics.jobEnded(job);
        guard.jobEnded(job);
      },
    });
    const metrics = createMetrics({
      release,
      facts: async () => metricFacts(ctx),
      liveStreams: () => ctx.live.listeners(),
      importing: jobs.busy,
    });
    const ctx = createContext({
      ...{ db, clock, settings, log, build: release.build, jobs },
      ...(passwordCost === undefined ? {} : { passwordCost }),
    });
    const guard = createGuard({ ctx });
    undo.push(
      await db.listen(
        (version) => ctx.live.announce(version),
        (displayId) => ctx.displays.channel.announce(displayId),
      ),
    );

    undo.push(async () => ctx.auditQueue.settled());
    const dist = join(root, 'dist');
    const files = existsSync(join(dist, 'index.html')) ? openStaticFiles(dist) : undefined;
    const app = createApp(ctx, {
      routes: [importRoutes(jobs), sampleRoute(jobs), metricsRoute(metrics)],
      onAnswered: metrics.answered,
      ...(files === undefined ? {} : { files }),
    });
    const server = createAdaptorServer({ fetch: app.fetch });
    /* A file of gigabytes may take its time; the headers may not. */
    if ('requestTimeout' in server) server.requestTimeout = 0;
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEEP_ALIVE_MS;
    const url = await listen(server, settings.host, settings.port);
    undo.push(async () => closeServer(server));
    undo.push(async () => jobs.close());
    undo.push(() => ctx.live.end());
    undo.push(guard.start());
    lock.announce(url);
    const firstAdministrator = await firstAdministratorLink(ctx, settings.address ?? url);
    log.info({ ...release, database: settings.location.kind }, 'ready');

    /* All are wanted soon, and none keeps the service from answering. */
    void ctx.provider?.look();
    void ctx.data.index().catch((error: unknown) => log.error({ err: error }, 'figures could not be read'));
    void files?.compressAll();
    const stop = async (): Promise<void> => {
      log.info({ importing: jobs.busy() }, 'stopping');
      await undoAll();
      log.info('stopped');
    };
    return { url, firstAdministrator, ctx, jobs, stop };
  } catch (error) {
    await undoAll();
    throw error;
  }
};
