import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../statistics.ts';
import type { Tab } from './tab.ts';

const SETTLES_MS = 500;
/**
 * The allocators of Chromium put their house in order by timers of real time (free pieces that each thread keeps for itself
 * were one to four megabytes). A wall leaves them days for what is hurried through in minutes here.
 */
const RESTS_MS = 10_000;

/** What a display holds, after garbage was collected. */
export type Held = {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
  /** Memory that the page's process has written to for itself alone, in bytes. */
  readonly processBytes: number;
  /** What the allocators of its process gave out and did not get back, in bytes. */
  readonly givenOutBytes: number;
};

export const megabytes = (bytes: number, decimals: number): string => `${(bytes / 1e6).toFixed(decimals)} MB`;

/**
 * Private memory of a process in bytes, without what only stands in a file too: pages of the program's own text become
 * private of whoever maps them last, when another browser on the machine ends.
 */
const privateBytes = async (pid: number): Promise<number> => {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Private_Dirty: +(\d+) kB$/m.exec(text)?.[1]) * 1024;
};

/** Chromium draws parts of its own window by renderers too, with or without a window. */
const isOfWindow = async (pid: number): Promise<boolean> =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('--top-chrome-webui');

/** The largest of the others is the page's: one page is open, beside it there may be a spare one. */
const pageProcess = async (tab: Tab): Promise<{ readonly pid: number; readonly bytes: number }> => {
  const all = await Promise.all(
    (await tab.renderers()).map(async (pid) => ({ pid, bytes: (await isOfWindow(pid)) ? 0 : await privateBytes(pid) })),
  );
  return all.reduce((most, one) => (one.bytes > most.bytes ? one : most));
};

const GIVEN_OUT = ['malloc/allocated_objects', 'partition_alloc/allocated_objects', 'blink_gc/main/allocated_objects'];

/**
 * What the allocators of a process gave out, without the heap of its scripts: what leaks is in here. What a process has is
 * more, by pages of which a part is free: Chromium's collector of DOM objects never moves any, so that its pages stay while
 * one object lives on them.
 */
const givenOutOf = async (tab: Tab, pid: number): Promise<number> => {
  const dump = (await tab.memoryDumps()).find((one) => one.pid === pid);
  return GIVEN_OUT.reduce((sum, name) => sum + (dump?.bytes.get(name) ?? Number.NaN), 0);
};

/** The middle of several looks, each kind by itself: a process has a few megabytes more or less from moment to moment. */
export const middleOf = (looks: readonly Held[]): Held => {
  const middle = (kind: keyof Held): number => median(looks.map((held) => held[kind]));
  return {
    heapBytes: middle('heapBytes'),
    nodes: middle('nodes'),
    listeners: middle('listeners'),
    documents: middle('documents'),
    processBytes: middle('processBytes'),
    givenOutBytes: middle('givenOutBytes'),
  };
};

export const measure = async (tab: Tab): Promise<Held> => {
  await tab.send('Performance.enable');
  await tab.send('HeapProfiler.enable');
  /* Its worker lives in the same process; left alone for half a minute of real time, which is days of simulated time, it stops by itself. */
  await tab.send('ServiceWorker.enable');
  await tab.send('ServiceWorker.stopAllWorkers');
  await wait(SETTLES_MS);
  for (let times = 0; times < 3; times += 1) {
    await tab.send('HeapProfiler.collectGarbage');
    /* Caches let go, and pages that are free already go back to the machine: what is held, not what was held once, is compared. */
    await tab.send('Memory.simulatePressureNotification', { level: 'critical' });
    await wait(SETTLES_MS);
  }
  await wait(RESTS_MS);
  const { metrics } = await tab.send<{ metrics: ReadonlyArray<{ name: string; value: number }> }>(
    'Performance.getMetrics',
  );
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const { pid, bytes: processBytes } = await pageProcess(tab);
  const held = {
    heapBytes: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    documents: metric('Documents'),
    processBytes,
    givenOutBytes: await givenOutOf(tab, pid),
  };
  await tab.send('HeapProfiler.disable');
  await tab.send('ServiceWorker.disable');
  return held;
};
