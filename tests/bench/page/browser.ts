import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';

/** A mid-range laptop on a home line, as the aims name it. */
const CPU_SLOWDOWN = 4;
const LATENCY_MS = 40;
const BYTES_PER_SECOND = (10 * 1e6) / 8;
const WAIT_MS = 60_000;

export const MILESTONES = ['kept:tiles', 'kept:trends'] as const;

/** Milliseconds since the navigation began, and bytes as they came over the line (compressed, with headers). */
export type Load = {
  readonly firstPaint: number;
  readonly tiles: number;
  readonly complete: number;
  /** Of the answers that had ended when the tiles stood, but for fonts: text is drawn without them and they come later. */
  readonly bytesToTiles: number;
};

export const launch = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

type Answer = { readonly at: number; readonly bytes: number; readonly kind: 'font' | 'other' };

export type Opened = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
  /** Ended answers: when (seconds), and how many bytes they were. */
  readonly answers: readonly Answer[];
};

/** A new profile with an empty cache. */
export const open = async (browser: Browser, speed: 'slowed' | 'full'): Promise<Opened> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1400 },
    timezoneId: 'Europe/Madrid',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  /* tsx names functions by a helper that a page does not have. */
  await page.addInitScript('globalThis.__name = (named) => named');
  const session = await context.newCDPSession(page);
  const answers: Answer[] = [];
  const fonts = new Set<string>();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Font') fonts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    answers.push({ at: timestamp, bytes: encodedDataLength, kind: fonts.has(requestId) ? 'font' : 'other' });
  });
  if (speed === 'slowed') {
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LATENCY_MS,
      downloadThroughput: BYTES_PER_SECOND,
      uploadThroughput: BYTES_PER_SECOND,
    });
  }
  return { context, page, session, answers };
};

/** Waits for both milestones of the document that is shown now and reads its times. */
export const readLoad = async ({ page, answers }: Opened, from: number): Promise<Load> => {
  await page.waitForFunction(
    (names) => names.every((name) => performance.getEntriesByName(name).length > 0),
    MILESTONES,
    { timeout: WAIT_MS, polling: 50 },
  );
  const times = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    tiles: performance.getEntriesByName('kept:tiles')[0]?.startTime ?? Number.NaN,
    complete: performance.getEntriesByName('kept:trends')[0]?.startTime ?? Number.NaN,
  }));
  const seen = answers.slice(from);
  const begun = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation?.responseEnd ?? 0;
  });
  /* The protocol's clock has no epoch of its own: the page itself, first to end, ties it to the document's. */
  const first = seen[0];
  const offset = first === undefined ? 0 : first.at * 1000 - begun;
  const bytesToTiles = seen
    .filter(({ at, kind }) => kind !== 'font' && at * 1000 - offset <= times.tiles)
    .reduce((sum, { bytes }) => sum + bytes, 0);
  return { ...times, bytesToTiles };
};

export const bytesOf = ({ answers }: Opened): number => answers.reduce((sum, { bytes }) => sum + bytes, 0);

/** Live bytes of the heap after two full collections, and nodes of the document. */
export const heapOf = async ({ session }: Opened): Promise<{ readonly bytes: number; readonly nodes: number }> => {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes };
};
