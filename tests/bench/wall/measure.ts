import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession } from '@playwright/test';

/** What a display holds, after garbage was collected. */
export type Held = {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
  /** Memory that the page's process has for itself alone, in bytes. */
  readonly processBytes: number;
};

/** Private memory of a process in bytes: what is shared with others, the program's own text above all, is left out. */
const privateBytes = async (pid: number): Promise<number> => {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...text.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)].map(([, size]) => Number(size));
  return kilobytes.reduce((sum, size) => sum + size, 0) * 1024;
};

/** The largest renderer is the page's: one page is open, beside it there may be a spare one. */
const rendererBytes = async (browser: Browser): Promise<number> => {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const sizes = await Promise.all(
      processInfo.filter(({ type }) => type === 'renderer').map(async ({ id }) => privateBytes(id)),
    );
    return Math.max(...sizes);
  } finally {
    await session.detach();
  }
};

export const measure = async (browser: Browser, session: CDPSession): Promise<Held> => {
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const held = {
    heapBytes: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    documents: metric('Documents'),
    processBytes: await rendererBytes(browser),
  };
  await session.send('HeapProfiler.disable');
  return held;
};
