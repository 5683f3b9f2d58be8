import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { runChild } from '../child.ts';
import type { LoadCompany, LoadedCompany } from '../company/load-company.ts';
import type { Measured, Part } from '../part-types.ts';
import { median } from '../statistics.ts';
import { megabytes, type Held } from './measure.ts';
import type { Amounts } from './schedule.ts';
import { makeSmall, layBuild } from './soak-service.ts';
import { runStretch, type StretchResult } from './stretch.ts';

/** Thursday noon in Madrid, in the week after the one that the pictures of the design show. */
const BEGIN = Date.parse('2026-11-19T11:00:00Z');
/** The figures that a board brings reach back two years; loading them anew 20,000 times is not what is measured here. */
const WEEKS = 40;

const WHOLE: Amounts = { days: 10, updates: 20_000, disconnections: 500, restarts: 50, builds: 20, powerCuts: 10 };
/** A day at the pace of the ten. */
const SHORT: Amounts = { days: 1, updates: 2000, disconnections: 50, restarts: 5, builds: 10, powerCuts: 1 };

const KINDS = [
  { what: 'heap', of: (held: Held) => held.heapBytes, words: (value: number) => megabytes(value, 1) },
  { what: 'DOM nodes', of: (held: Held) => held.nodes, words: String },
  { what: 'event listeners', of: (held: Held) => held.listeners, words: String },
  { what: 'documents', of: (held: Held) => held.documents, words: String },
  {
    what: 'memory that its process gave out',
    of: (held: Held) => held.givenOutBytes,
    words: (value: number) => megabytes(value, 1),
  },
] as const;
const PROCESS = {
  what: 'memory of its process',
  of: (held: Held) => held.processBytes,
  words: (value: number) => megabytes(value, 0),
} as const;
const AIM = { most: 1.1 } as const;

/** The middle, and what it lies between. */
const each = (all: readonly Held[], of: (held: Held) => number, words: (value: number) => string): string => {
  const values = all.map(of);
  const [least, most] = [words(Math.min(...values)), words(Math.max(...values))];
  return least === most ? least : `${words(median(values))} (${least} to ${most})`;
};

const compared = (
  which: string,
  { cold, first, last }: StretchResult,
  { what, of, words }: (typeof KINDS)[number] | typeof PROCESS,
): Measured => ({
  what: `${which}: ${what} in the last hours beside the first`,
  unit: '×',
  decimals: 3,
  runs: [median(last.map(of)) / median(first.map(of))],
  note: `${each(first, of, words)}, then ${each(last, of, words)}; an hour after it was switched on ${words(of(cold))}`,
});

const none = (which: string, what: string, value: number, note: string): Measured => ({
  what: `${which}: ${what}`,
  unit: '',
  decimals: 0,
  runs: [value],
  aim: { most: 0 },
  note,
});

const told = (which: string, { counts, failures, loads }: StretchResult): Measured[] => [
  none(
    which,
    'errors that nobody caught, or that it logged',
    failures.filter((words) => !/^\d{4}-/.test(words)).length,
    '',
  ),
  none(
    which,
    'seconds in which it called itself live and was not',
    counts.wrongLive,
    `of ${counts.seconds.toLocaleString('en')}`,
  ),
  none(which, 'seconds in which its clock was another than the service’s', counts.wrongClock, ''),
  {
    what: `${which}: share of the time in which it was live`,
    unit: '%',
    decimals: 1,
    runs: [(100 * counts.live) / counts.seconds],
    note: `${counts.beats.toLocaleString('en')} beats, ${counts.missed.toLocaleString('en')} missed polls, ${counts.pages.toLocaleString('en')} changes of the heading, loaded ${loads} times`,
  },
];

/** A display over ten days, at accelerated time, on the build and the service of production. */
export const wallPart: Part = {
  name: 'wall',
  title: 'A display over days',
  run: async ({ folder, short, say }) => {
    const amounts = short ? SHORT : WHOLE;
    const apps: [string, string] = [join(folder, 'app-a'), join(folder, 'app-b')];
    await build({ logLevel: 'warn', build: { outDir: apps[0], emptyOutDir: true } });
    /* The same app under other names: to a display, another build. */
    await build({
      logLevel: 'warn',
      build: { outDir: apps[1], rolldownOptions: { output: { entryFileNames: 'assets/[name]-b-[hash].js' } } },
    });
    const roots: string[] = [];
    for (let place = 0; place <= amounts.builds; place += 1) roots.push(await layBuild(folder, place, apps));
    const company: LoadCompany = { folder: join(folder, 'company'), now: BEGIN, teams: 'sample' };
    await runChild<LoadedCompany>('company/load-company.ts', company);
    await makeSmall(company.folder, WEEKS);
    const still = join(folder, 'company-still');
    await cp(company.folder, still, { recursive: true });

    const shared = { begin: BEGIN, say };
    const [asItIs, neverLoaded] = await Promise.all([
      runStretch({ ...shared, dataFolder: company.folder, roots, amounts, reloads: 'as-they-come' }),
      runStretch({
        ...{ ...shared, dataFolder: still, roots, reloads: 'never' },
        amounts: { ...amounts, updates: amounts.updates / 5, builds: 0, powerCuts: 0 },
      }),
    ]);
    for (const [which, { failures, realSeconds, happened }] of [
      ['as it is', asItIs] as const,
      ['never loaded anew', neverLoaded] as const,
    ]) {
      say(`${which}: ${Math.round(realSeconds)} s; ${JSON.stringify(happened)}`);
      for (const words of failures) say(`  ${words}`);
    }
    return {
      how: [
        `Headless Chromium, 1920 × 1080, without the compilers of its engine (their code would be counted), on the build and the service of production (SQLite), paired by its code, with eight slides. ${amounts.days === 1 ? 'One simulated day' : `${amounts.days} simulated days`}: ${amounts.updates.toLocaleString('en')} changes of figures, ${amounts.disconnections} times without the service (connections refused, taken and never answered, a proxy's 502, a network's own sign-in page; seconds to an hour), ${amounts.restarts} restarts of the service, ${amounts.builds} new builds, ${amounts.powerCuts} power cuts while the service was away${amounts.days < 2 ? '' : ', and a day on which the computer’s own clock was four minutes slow'}.`,
        `Time is the page's own: its clocks and timers are replaced, it goes on second by second and stands still while an answer is under way; the service's clock follows. In place of imports a figure is written and the data version moved; the company is the sample company with ten indicators, ${WEEKS} weeks and customers without names.`,
        'Before the first hour it runs for a day like the others (without new builds), in which Chromium takes once what it does not give back; how much stands beside. Every ten simulated minutes garbage is collected, as V8 does by itself on a page that is idle, which one that is hurried through never is. Compared are the middles of five looks, at the end of each of the first five hours and of the last five: at one page of one slide, three quarters of an hour after a new build was taken, after garbage was collected, free pages were given back and it was left alone for ten seconds (the scripts of one to three earlier builds stay in the process for a while, which makes a few megabytes more or less from one load to the next): once as it is, with nightly reloads and those for new builds, and once on a page that is never loaded anew (with a fifth of the changes), so that nothing is hidden by a reload. There the memory of the process has no aim: the collector of DOM objects in Chromium does not move any, and pages with a few on them stay until the document goes; what the process gave out shows whether anything leaks. Every simulated second the words of the screen are held against what came over the line: live is right while a whole answer is no older than the wait that it promised, with its quarter of chance and five seconds.',
      ],
      measured: [
        ...[...KINDS, PROCESS].map((kind) => ({ ...compared('as it is', asItIs, kind), aim: AIM })),
        ...told('as it is', asItIs),
        ...KINDS.map((kind) => ({ ...compared('never loaded anew', neverLoaded, kind), aim: AIM })),
        compared('never loaded anew', neverLoaded, PROCESS),
        ...told('never loaded anew', neverLoaded),
      ],
    };
  },
};
