import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const START_ATTEMPTS = 300;
const ATTEMPT_MS = 100;

export const TIME_ZONE = 'Europe/Madrid';
/** Ports of this bench alone. */
export const PORTS = { service: 4141, floor: 4142, manyTeams: 4143, together: 4144 } as const;

export type RunningService = { readonly origin: string; readonly stop: () => Promise<void> };

export type ServiceMore = {
  /** Settings beside those that every bench has. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Hears what the service prints. */
  readonly said?: (text: string) => void;
};

/** Starts the built service on a prepared data folder and waits until it answers. */
export const startService = async (
  dataFolder: string,
  port: number,
  { environment = {}, said }: ServiceMore = {},
): Promise<RunningService> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataFolder,
      KEPT_TIME_ZONE: TIME_ZONE,
      KEPT_LOCALE: 'en-GB',
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', said === undefined ? 'ignore' : 'pipe', 'inherit'],
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => said?.(text));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  };
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode} before it answered.`);
    const answer = await fetch(`${origin}/api/health`).catch(() => null);
    if (answer?.ok === true) return { origin, stop };
    await wait(ATTEMPT_MS);
  }
  await stop();
  throw new Error('The service did not answer in time.');
};
