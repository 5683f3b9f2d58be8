import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { childInput, childResult } from '../child.ts';

export type LoadJob = {
  readonly origin: string;
  /** Asked in turn, over and over. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly seconds: number;
  /** Requests begun each second whatever the answers do; null: as many as the connections carry. */
  readonly perSecond: number | null;
  readonly connections: number;
};
export type LoadTimes = {
  /** From the moment a request was due (not when a connection was free) to the last byte. */
  readonly milliseconds: readonly number[];
  readonly seconds: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly bytes: number;
};

/** A bounded load generator in a process of its own, so that it shares no event loop with what it measures. */
const job = childInput() as LoadJob;
const agent = new Agent({ keepAlive: true, maxSockets: job.connections });
const byStatus: Record<string, number> = {};
const milliseconds: number[] = [];
let bytes = 0;

const ask = async (path: string, due: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = request(`${job.origin}${path}`, { agent, headers: job.headers }, (answer) => {
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.once('end', () => {
        milliseconds.push(performance.now() - due);
        byStatus[String(answer.statusCode)] = (byStatus[String(answer.statusCode)] ?? 0) + 1;
        resolve();
      });
      answer.once('error', reject);
    });
    asked.once('error', reject);
    asked.end();
  });
const pathAt = (index: number): string => job.paths[index % job.paths.length] ?? '/';

const paced = async (perSecond: number): Promise<void> => {
  const total = Math.round(perSecond * job.seconds);
  const begun = performance.now();
  const running: Array<Promise<void>> = [];
  await new Promise<void>((resolve) => {
    let next = 0;
    const tick = setInterval(() => {
      while (next < total && performance.now() - begun >= (1000 * next) / perSecond) {
        running.push(ask(pathAt(next), begun + (1000 * next) / perSecond));
        next += 1;
      }
      if (next < total) return;
      clearInterval(tick);
      resolve();
    }, 1);
  });
  await Promise.all(running);
};

const asFastAsItGoes = async (): Promise<void> => {
  const until = performance.now() + 1000 * job.seconds;
  let next = 0;
  await Promise.all(
    Array.from({ length: job.connections }, async () => {
      while (performance.now() < until) {
        const index = next;
        next += 1;
        await ask(pathAt(index), performance.now());
      }
    }),
  );
};

const started = performance.now();
await (job.perSecond === null ? asFastAsItGoes() : paced(job.perSecond));
childResult({ milliseconds, seconds: (performance.now() - started) / 1000, byStatus, bytes } satisfies LoadTimes);
agent.destroy();
