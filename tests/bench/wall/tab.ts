import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { TIME_ZONE } from '../service.ts';

type Answer = {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: never;
} & { readonly result?: unknown; readonly error?: { readonly message: string } };

/** Bytes by allocator (`malloc/allocated_objects`), of one process. */
export type MemoryDump = { readonly pid: number; readonly bytes: ReadonlyMap<string, number> };

/** An event of Chromium's memory-infra; sizes are hexadecimal. */
type TraceEvent = {
  readonly pid: number;
  readonly args?: {
    readonly dumps?: {
      readonly allocators?: Readonly<
        Record<string, { readonly attrs?: { readonly size?: { readonly value: string } } }>
      >;
    };
  };
};

/** One page of a browser of its own. */
export type Tab = {
  readonly send: <Result>(method: string, parameters?: object) => Promise<Result>;
  /** Runs a function in the page and answers what it answers; null where the page was loaded anew meanwhile. */
  readonly call: <Given, Result>(
    work: (given: Given) => Result | Promise<Result>,
    given: Given,
  ) => Promise<Result | null>;
  /** Processes of the page, by their ids. */
  readonly renderers: () => Promise<readonly number[]>;
  /** What the allocators of each process say (https://chromium.googlesource.com/chromium/src/+/main/docs/memory-infra/). */
  readonly memoryDumps: () => Promise<readonly MemoryDump[]>;
  readonly close: () => Promise<void>;
};

/**
 * Without its compilers: for days V8 goes on to find functions that are worth compiling, and what it makes of them lies in the
 * heap that is measured (between the 8th and the 20th hour it was all that grew). What the page holds is looked for.
 */
const INTERPRETED = '--js-flags=--no-opt --no-maglev --no-sparkplug';

const FLAGS = [
  INTERPRETED,
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--remote-debugging-pipe', '--window-size=1920,1080'],
];

/**
 * Chromium by its own protocol (https://chromedevtools.github.io/devtools-protocol/), not by Playwright: that listens to the
 * network of each page, for which Chromium keeps up to a hundred megabytes of answers in the page's process.
 */
export const openTab = async (early: string, failed: (words: string) => void): Promise<Tab> => {
  const profile = await mkdtemp(join(tmpdir(), 'kept-bench-profile-'));
  const browser = spawn(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', [...FLAGS, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, TZ: TIME_ZONE },
  });
  const gone = new Promise<void>((resolve) => browser.once('close', () => resolve()));
  const to = browser.stdio[3] as Writable;
  const from = browser.stdio[4] as Readable;
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let traced: TraceEvent[] = [];
  let traceEnded = (): void => undefined;
  let text = '';
  from.setEncoding('utf8').on('data', (more: string) => {
    const pieces = (text + more).split('\0');
    text = pieces.pop() ?? '';
    for (const piece of pieces) hear(JSON.parse(piece) as Answer);
  });
  const hear = (answer: Answer): void => {
    if (answer.id !== undefined) {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
      return;
    }
    const given = answer.params as unknown;
    if (answer.method === 'Tracing.dataCollected') traced.push(...(given as { value: readonly TraceEvent[] }).value);
    if (answer.method === 'Tracing.tracingComplete') traceEnded();
    if (answer.method === 'Runtime.exceptionThrown') {
      const { exceptionDetails } = given as {
        exceptionDetails: { text: string; exception?: { description?: string } };
      };
      failed(`not caught: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    }
    if (answer.method === 'Runtime.consoleAPICalled') {
      const { type, args } = given as {
        type: string;
        args: ReadonlyArray<{ value?: string | number; description?: string }>;
      };
      if (type === 'error' || type === 'assert')
        failed(`console.error: ${args.map(({ value, description }) => String(value ?? description)).join(' ')}`);
    }
    if (answer.method === 'Inspector.targetCrashed') failed('the page crashed');
  };
  const ask = async <Result>(method: string, parameters: object, sessionId?: string): Promise<Result> => {
    lastId += 1;
    const id = lastId;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      to.write(
        `${JSON.stringify({ id, method, params: parameters, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
      );
    });
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result as Result;
  };
  const { targetId } = await ask<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const send = async <Result>(method: string, parameters: object = {}): Promise<Result> =>
    ask<Result>(method, parameters, sessionId);
  await send('Page.enable');
  await send('Runtime.enable');
  await send('Emulation.setDeviceMetricsOverride', { width: 1920, height: 1080, deviceScaleFactor: 1, mobile: false });
  await send('Page.addScriptToEvaluateOnNewDocument', { source: early });
  return {
    send,
    call: async <Result>(work: unknown, given: unknown) => {
      /* What a page that is going away answers is no failure: its successor is asked again. */
      const answer = await send<{
        result: { value?: Result };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      }>('Runtime.evaluate', {
        expression: `(${String(work)})(${JSON.stringify(given ?? null)})`,
        awaitPromise: true,
        returnByValue: true,
      }).catch(() => null);
      if (answer?.exceptionDetails !== undefined)
        throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
      return answer?.result.value ?? null;
    },
    renderers: async () => {
      const { processInfo } = await ask<{ processInfo: ReadonlyArray<{ type: string; id: number }> }>(
        'SystemInfo.getProcessInfo',
        {},
      );
      return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    },
    memoryDumps: async () => {
      traced = [];
      const ended = new Promise<void>((resolve) => {
        traceEnded = resolve;
      });
      const includedCategories = ['disabled-by-default-memory-infra'];
      await ask('Tracing.start', {
        traceConfig: { includedCategories, excludedCategories: ['*'], memoryDumpConfig: { triggers: [] } },
      });
      await ask('Tracing.requestMemoryDump', { levelOfDetail: 'detailed' });
      await ask('Tracing.end', {});
      await ended;
      return [...new Set(traced.map(({ pid }) => pid))].map((pid) => ({
        pid,
        bytes: new Map(
          traced
            .filter((event) => event.pid === pid)
            .flatMap(({ args }) => Object.entries(args?.dumps?.allocators ?? {}))
            .map(([name, { attrs }]) => [name, Number.parseInt(attrs?.size?.value ?? '0', 16)] as const),
        ),
      }));
    },
    close: async () => {
      await ask('Browser.close', {}).catch(() => undefined);
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};
