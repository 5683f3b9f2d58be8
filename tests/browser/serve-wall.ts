import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../../server/log.ts';
import { readSettings } from '../../server/settings.ts';
import { startService } from '../../server/start-service.ts';

/**
 * One service for the test of the wall, in a process of its own so that it can be killed and started again on the same data:
 * `PORT`, `DATA_DIR`, and `ROOT`, the folder with the built page. Says `ready` once the sample company is loaded.
 */
const settings = readSettings({
  PORT: process.env['PORT'],
  DATA_DIR: process.env['DATA_DIR'],
  KEPT_TIME_ZONE: 'Europe/Madrid',
  KEPT_LOCALE: 'en-GB',
  LOG_LEVEL: 'warn',
});
const service = await startService({
  settings,
  log: createLog('warn'),
  clock: Date.now,
  root: process.env['ROOT'] ?? process.cwd(),
});

type State = { readonly status: string; readonly empty: boolean };
const health = async (): Promise<State> => (await (await fetch(`${service.url}/api/health`)).json()) as State;

if ((await health()).empty) {
  const started = await fetch(`${service.url}/api/sample`, { method: 'POST' });
  if (!started.ok) throw new Error(`The sample company was refused: ${await started.text()}`);
}
for (let now = await health(); now.status !== 'ok' || now.empty; now = await health()) await wait(200);
process.stdout.write('ready\n');
