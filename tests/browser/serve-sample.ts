import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { SERVICE_PORT } from './ports.ts';

/** Builds the page, starts the service on a data folder of its own and loads the sample company through its endpoint. */
const folder = await mkdtemp(join(tmpdir(), 'kept-service-'));
await build({ logLevel: 'warn' });

const service = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
  env: {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(SERVICE_PORT),
    DATA_DIR: folder,
    DATABASE_URL: '',
    KEPT_TIME_ZONE: 'Europe/Madrid',
    KEPT_LOCALE: 'en-GB',
    LOG_LEVEL: 'warn',
  },
  stdio: ['ignore', 'inherit', 'inherit'],
});

let loaded = false;
const ready = createServer((_, response) => response.writeHead(loaded ? 200 : 503).end());
ready.listen(SERVICE_PORT + 1, '127.0.0.1');

const stop = (code: number): void => {
  ready.close();
  service.kill('SIGTERM');
  service.once('exit', () => {
    void rm(folder, { recursive: true, force: true }).finally(() => process.exit(code));
  });
  if (service.exitCode !== null) process.exit(code);
};
process.once('SIGTERM', () => stop(0));
process.once('SIGINT', () => stop(0));
service.once('exit', (code) => {
  if (!loaded) process.exit(code ?? 1);
});

const api = `http://127.0.0.1:${SERVICE_PORT}/api`;

async function answers(): Promise<boolean> {
  try {
    return (await fetch(`${api}/health`)).ok;
  } catch {
    return false;
  }
}

while (!(await answers())) await wait(200);
const started = await fetch(`${api}/sample`, { method: 'POST' });
if (!started.ok) throw new Error(`The sample company was refused: ${await started.text()}`);
const { id } = (await started.json()) as { readonly id: number };
for (;;) {
  const { status } = (await (await fetch(`${api}/imports/${id}`)).json()) as { readonly status: string };
  if (status === 'done') break;
  if (status !== 'queued' && status !== 'running') throw new Error(`The sample company ended as ${status}`);
  await wait(300);
}
loaded = true;
