/**
 * `npm start`: builds the app where its sources changed since the last build, then runs the service.
 * Arguments are the service's (`--sample`). The service gets the signals of this process and its exit code becomes ours.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build-if-stale.mjs';

const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' };
process.env.NODE_ENV = env.NODE_ENV;
await buildIfStale();

const service = spawn(
  process.execPath,
  ['--import', 'tsx', fileURLToPath(new URL('../server/main.ts', import.meta.url)), ...process.argv.slice(2)],
  { stdio: 'inherit', env },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => service.kill(signal));
service.on('exit', (code, signal) => {
  process.exitCode = signal ? 0 : (code ?? 1);
});
