import { Agent, get, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { childInput, childResult } from '../child.ts';

export type CrowdJob = {
  readonly origin: string;
  /** One session each. */
  readonly cookies: readonly string[];
  readonly teams: readonly string[];
  readonly seconds: number;
};

/** `at`: milliseconds since the epoch at which it was asked. */
export type Read = { readonly at: number; readonly milliseconds: number; readonly status: number };
export type CrowdSaw = {
  readonly reads: readonly Read[];
  /** By client: the newest data version that its stream told. */
  readonly versions: readonly number[];
  readonly failures: readonly string[];
};

/** Between two questions of an open page, on average; it moves by half of it either way. */
const BETWEEN_MS = 3_000;

/** Pages that stand open, in a process of their own: each holds a stream, asks now and then, and reads anew when data moves. */
const job = childInput() as CrowdJob;
const reads: Read[] = [];
const failures: string[] = [];
const versions = job.cookies.map(() => 0);
const until = performance.now() + 1000 * job.seconds;
const open = new Set<IncomingMessage>();

const ask = async (agent: Agent, path: string, headers: Readonly<Record<string, string>>): Promise<string | null> =>
  new Promise((resolve) => {
    const at = Date.now();
    const begun = performance.now();
    get(`${job.origin}${path}`, { agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        const status = answer.statusCode ?? 0;
        reads.push({ at, milliseconds: performance.now() - begun, status });
        if (status !== 200 && status !== 304) failures.push(`${path}: ${status}`);
        resolve(answer.headers.etag ?? null);
      });
    }).once('error', (error) => {
      failures.push(`${path}: ${error.message}`);
      resolve(null);
    });
  });

const client = async (cookie: string, place: number): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const etags = new Map<string, string>();
  const read = async (path: string): Promise<void> => {
    const known = etags.get(path);
    const etag = await ask(agent, path, {
      cookie,
      'accept-encoding': 'br',
      ...(known === undefined ? {} : { 'if-none-match': known }),
    });
    if (etag !== null) etags.set(path, etag);
  };
  const team = job.teams[place % (job.teams.length + 1)];
  const figures = `/api/observations${team === undefined ? '' : `?team=${team}`}`;
  get(`${job.origin}/api/live`, { headers: { cookie, accept: 'text/event-stream' } }, (stream) => {
    open.add(stream);
    let text = '';
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-2_000);
      const told = [...text.matchAll(/"dataVersion":(\d+)/g)].map(([, version]) => Number(version));
      const newest = Math.max(versions[place] ?? 0, ...told);
      const moved = newest > (versions[place] ?? 0);
      versions[place] = newest;
      if (moved) void read(figures);
    });
    stream.once('error', () => undefined);
  }).once('error', (error) => failures.push(`/api/live: ${error.message}`));
  for (const path of ['/api/session', '/api/catalogue', '/api/teams', figures]) await read(path);
  while (performance.now() < until) {
    await wait(BETWEEN_MS * (0.5 + Math.random()));
    await read('/api/health');
    await read(figures);
  }
  agent.destroy();
};

await Promise.all(
  job.cookies.map(async (cookie, place) => {
    // People do not all open the page in the same moment.
    await wait((5_000 * place) / job.cookies.length);
    await client(cookie, place);
  }),
);
for (const stream of open) stream.destroy();
childResult({ reads, versions, failures: failures.slice(0, 20) } satisfies CrowdSaw);
