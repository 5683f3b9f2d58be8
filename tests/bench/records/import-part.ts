import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordKind } from '../../../src/domain/catalogue-types.ts';
import { zoneClock } from '../../../src/domain/zone.ts';
import { runChild } from '../child.ts';
import type { Measured, Part, PartOptions } from '../part-types.ts';
import { TIME_ZONE } from '../service.ts';
import { postgresBench, sqliteBench, type Bench } from './databases.ts';
import type { ImportJob, ImportTimes } from './import-file-child.ts';
import { writeCorrections, writeOrderLines, writeOrders, writeTeams } from './write-files.ts';

const LINES = 1_000_000;
const CORRECTED = 1_000;

type Files = {
  readonly teams: string;
  readonly orders: string;
  readonly lines: string;
  readonly corrections: readonly string[];
};

const importWith = async (job: ImportJob): Promise<ImportTimes> => {
  const times = await runChild<ImportTimes>('records/import-file-child.ts', job);
  if (times.refused > 0) throw new Error(`${times.refused} rows of ${job.path} were refused`);
  return times;
};

const writeFiles = async (folder: string, runs: number, today: number): Promise<Files> => {
  const lastDay = today - 3;
  const files: Files = {
    teams: join(folder, 'teams.csv'),
    orders: join(folder, 'orders.csv'),
    lines: join(folder, 'order-lines.csv'),
    corrections: Array.from({ length: runs }, (_, run) => join(folder, `corrections-${run}.csv`)),
  };
  await writeTeams(files.teams);
  await writeOrders(files.orders, LINES, lastDay);
  await writeOrderLines(files.lines, LINES, lastDay);
  for (const [run, path] of files.corrections.entries())
    await writeCorrections(path, { lines: LINES, count: CORRECTED, run, lastDay });
  return files;
};

const measureOn = async (
  bench: Bench,
  files: Files,
  options: PartOptions,
  now: number,
): Promise<readonly Measured[]> => {
  const jobOn =
    (location: ImportJob['location']) =>
    (path: string, kind: RecordKind): ImportJob => ({
      location,
      dataFolder: join(options.folder, 'uploads'),
      path,
      kind,
      now,
    });
  const prepared = jobOn(await bench.prepare());
  await importWith(prepared(files.teams, 'teams'));
  const orders = await importWith(prepared(files.orders, 'orders'));
  const imports: ImportTimes[] = [];
  const corrections: ImportTimes[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    const location = await bench.copy();
    const job = jobOn(location);
    imports.push(await importWith(job(files.lines, 'order_lines')));
    options.say(`${bench.name}: run ${run + 1}, ${Math.round(imports.at(-1)?.milliseconds ?? 0)} ms`);
    /* The last copy is the one that the small imports go into. */
    if (run === options.runs - 1)
      for (const path of files.corrections) corrections.push(await importWith(job(path, 'order_lines')));
    await bench.drop(location);
  }
  const sqlite = bench.name === 'SQLite';
  const bytes = statSync(files.lines).size;
  return [
    {
      what: `${bench.name}: rows read, checked and staged`,
      unit: 'rows/s',
      decimals: 0,
      runs: imports.map((times) => (1000 * times.rows) / times.readingMilliseconds),
      ...(sqlite ? { aim: { least: 60_000 } } : {}),
      note: `${LINES.toLocaleString('en')} order lines, ${Math.round(bytes / 1e6)} MB of CSV`,
    },
    {
      what: `${bench.name}: the whole import, committed, with the first roll-up of all weeks`,
      unit: 'rows/s',
      decimals: 0,
      runs: imports.map((times) => (1000 * times.rows) / times.milliseconds),
      note: `${orders.rows.toLocaleString('en')} orders stood before; they took ${(orders.milliseconds / 1000).toFixed(1)} s`,
    },
    {
      what: `${bench.name}: highest resident memory of the importing process`,
      unit: 'MB',
      decimals: 0,
      runs: imports.map((times) => times.peakMegabytes),
      ...(sqlite ? { aim: { most: 300 } } : { note: "without the server's own" }),
    },
    {
      what: `${bench.name}: import of ${CORRECTED.toLocaleString('en')} corrected rows into that, committed and rolled up`,
      unit: 'ms',
      decimals: 0,
      runs: corrections.map((times) => times.milliseconds - times.readingMilliseconds),
      aim: { most: 1000 },
      note: 'from the last row read to the commit',
    },
  ];
};

export const importPart: Part = {
  name: 'import',
  title: 'Import and roll-up',
  run: async (options) => {
    const now = Date.now();
    await mkdir(join(options.folder, 'uploads'), { recursive: true });
    const files = await writeFiles(options.folder, options.runs, zoneClock(TIME_ZONE).dayOfInstant(now));
    const measured: Measured[] = [];
    const makers = [() => Promise.resolve(sqliteBench(options.folder)), postgresBench];
    for (const make of makers) {
      const bench = await make();
      try {
        measured.push(...(await measureOn(bench, files, options, now)));
      } finally {
        await bench.stop();
      }
    }
    return {
      how: [
        `A made-up wholesaler: 40 teams, 60,000 customers, three years. Each run starts from a copy of a database that holds its orders, in a process of its own, and imports ${LINES.toLocaleString('en')} order lines from CSV through the same code as the service's worker: dialect, mapping, every check, staging, write, roll-up of all indicators, one commit.`,
        `Then files of ${CORRECTED.toLocaleString('en')} lines, as many as runs, each correcting lines of the newest weeks, go into the last of these databases.`,
        'PostgreSQL is the server of the tests: on the same machine, by unix socket, without fsync.',
      ],
      measured,
    };
  },
};
