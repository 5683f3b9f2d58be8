import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { createContext, type ServiceContext } from '../../server/context.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { createImportJobs } from '../../server/jobs/import-jobs.ts';
import { markDied } from '../../server/jobs/recover-imports.ts';
import { createLog } from '../../server/log.ts';
import { importRoutes } from '../../server/routes/imports.ts';
import { sampleRoute } from '../../server/routes/sample.ts';
import { readSettings } from '../../server/settings.ts';
import { importText, type Implementation, type Running } from './implementation.ts';
import { COVERS, SMALL_COMPANY } from './small-company.ts';

const ORIGIN = 'http://127.0.0.1';
/** Monday 30 November 2026, when week 46 is final for every indicator. */
const NOW = Date.parse('2026-11-30T07:41:00Z');

async function startService(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-contract-'));
  const settings = readSettings({
    DATA_DIR: folder,
    KEPT_ORGANISATION: 'Small company',
    KEPT_TIME_ZONE: 'Europe/Madrid',
    LOG_LEVEL: 'silent',
  });
  const db = await openDatabase(settings.location);
  await migrate(db, NOW);
  const log = createLog('silent');
  const clock = (): number => NOW;
  const context: { current: ServiceContext | null } = { current: null };
  const jobs = createImportJobs({
    db,
    settings,
    log,
    announce: (version) => context.current?.live.announce(version),
    onCrash: async (id) => markDied(db, id, NOW),
  });
  const ctx = createContext({ db, clock, settings, log, build: 'test', jobs });
  context.current = ctx;
  const app = createApp(ctx, { routes: [importRoutes(jobs), sampleRoute(jobs)] });
  return {
    ask: async (path, init) => app.fetch(new Request(new URL(path, ORIGIN), init)),
    stop: async () => {
      await jobs.close();
      await db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The service on a SQLite database in a folder of its own; its records come in by its own endpoint. */
export const service: Implementation = {
  name: 'service',
  start: async (holds) => {
    const running = await startService();
    if (holds === 'nothing') return running;
    for (const { kind, text, covers } of SMALL_COMPANY) {
      const query = { kind, fileName: `${kind}.csv`, strict: 'true', ...(covers ? { covers: COVERS } : {}) };
      const report = await importText(running, text, query);
      if (report.status !== 'done') throw new Error(`${kind}: ${JSON.stringify(report)}`);
    }
    return running;
  },
};
