import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { createLog } from '../../server/log.ts';
import { readSettings } from '../../server/settings.ts';
import { startService } from '../../server/start-service.ts';
import { SERVICE_PORT } from './ports.ts';

/** Monday 30 November 2026, 08:41 in Madrid: the sample company always ends in the same week. */
const BEGINS = Date.parse('2026-11-30T07:41:00Z');

/** Builds the page, starts the service on a data folder of its own and loads the sample company by its endpoint. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'kept-service-'));
await build({ root, logLevel: 'warn' });

const settings = readSettings({
  PORT: String(SERVICE_PORT),
  DATA_DIR: folder,
  KEPT_TIME_ZONE: 'Europe/Madrid',
  KEPT_LOCALE: 'en-GB',
  LOG_LEVEL: 'warn',
});
const startedAt = performance.now();
const clock = (): number => Math.round(BEGINS + performance.now() - startedAt);
const service = await startService({ settings, log: createLog('warn'), clock, root });

let loaded = false;
const ready = createServer((_, response) => response.writeHead(loaded ? 200 : 503).end());
ready.listen(SERVICE_PORT + 1, '127.0.0.1');

const stop = async (): Promise<void> => {
  ready.close();
  await service.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
};
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());

const started = await fetch(`${service.url}/api/sample`, { method: 'POST' });
if (!started.ok) throw new Error(`The sample company was refused: ${await started.text()}`);
// The sample comes as several imports, as years of weekly files would: it is there when none runs any more.
for (;;) {
  const health = (await (await fetch(`${service.url}/api/health`)).json()) as { status: string; empty: boolean };
  if (health.status === 'ok' && !health.empty) break;
  await wait(300);
}
loaded = true;
