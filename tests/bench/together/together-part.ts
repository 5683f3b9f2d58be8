import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { zoneClock } from '../../../src/domain/zone.ts';
import { runChild } from '../child.ts';
import type { LoadCompany, LoadedCompany } from '../company/load-company.ts';
import type { Part } from '../part-types.ts';
import { ordersFor, writeOrderLines, writeOrders, writeTeams } from '../records/write-files.ts';
import { PORTS, startService, TIME_ZONE } from '../service.ts';
import { percentile } from '../statistics.ts';
import type { CrowdJob, CrowdSaw } from './crowd-child.ts';
import { firstAdministrator, linkIn, viewers } from './people.ts';

const PEOPLE = 200;
/** A display reads as a person does who looks at figures alone. */
const DISPLAYS = 20;
const LINES = 100_000;
const SECONDS = 60;
/** The pages are open and have read before the file arrives. */
const BEFORE_MS = 15_000;
const TEAMS = ['depot-north', 'depot-harbour', 'depot-hills', 'depot-south', 'depot-valley', 'island-desk'];

type Report = {
  readonly status: string;
  readonly counts: { readonly new: number; readonly changed: number; readonly refused: number };
};

/** Everybody on the page at once while a large file arrives. */
export const togetherPart: Part = {
  name: 'together',
  title: 'Everybody at once, while a file arrives',
  run: async ({ folder, runs, say }) => {
    const now = Date.now();
    const lastDay = zoneClock(TIME_ZONE).dayOfInstant(now) - 3;
    const files = {
      teams: join(folder, 'teams.csv'),
      orders: join(folder, 'orders.csv'),
      lines: join(folder, 'lines.csv'),
    };
    await writeTeams(files.teams);
    await writeOrders(files.orders, LINES, lastDay);
    await writeOrderLines(files.lines, LINES, lastDay);
    const calm: number[] = [];
    const busy: number[] = [];
    const imports: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const company: LoadCompany = { folder: join(folder, `company-${run}`), now, teams: 'sample' };
      await runChild<LoadedCompany>('company/load-company.ts', company);
      let said = '';
      const service = await startService(company.folder, PORTS.together, {
        environment: { KEPT_SIGN_IN: 'accounts' },
        said: (text) => {
          said += text;
        },
      });
      try {
        // It answers before it has printed all.
        await wait(1_000);
        const link = linkIn(said);
        if (link === null) throw new Error(`No link for the first administrator in: ${said}`);
        const administrator = await firstAdministrator(service.origin, link);
        const cookies = await viewers(service.origin, administrator, PEOPLE + DISPLAYS);
        const bringIn = async (kind: string, path: string): Promise<Report> => {
          const query = new URLSearchParams({ kind, fileName: `${kind}.csv`, wait: 'true', strict: 'true' });
          const answer = await fetch(`${service.origin}/api/imports?${query.toString()}`, {
            method: 'POST',
            body: await readFile(path),
            headers: { cookie: administrator, origin: service.origin, 'sec-fetch-site': 'same-origin' },
          });
          const report = (await answer.json()) as Report;
          if (report.status !== 'done') throw new Error(`${kind}: ${JSON.stringify(report).slice(0, 500)}`);
          return report;
        };
        await bringIn('teams', files.teams);
        await bringIn('orders', files.orders);
        const crowd = runChild<CrowdSaw>('together/crowd-child.ts', {
          origin: service.origin,
          cookies,
          teams: TEAMS,
          seconds: SECONDS,
        } satisfies CrowdJob);
        await wait(BEFORE_MS);
        const begun = Date.now();
        const report = await bringIn('order_lines', files.lines);
        const ended = Date.now();
        const saw = await crowd;
        if (report.counts.new !== LINES) throw new Error(`Lost on the way: ${JSON.stringify(report.counts)}`);
        if (saw.failures.length > 0) throw new Error(`Reads failed: ${saw.failures.join('; ')}`);
        const { dataVersion } = (await (
          await fetch(`${service.origin}/api/health`, { headers: { cookie: administrator } })
        ).json()) as { readonly dataVersion: number };
        const behind = saw.versions.filter((version) => version !== dataVersion).length;
        if (behind > 0)
          throw new Error(`${behind} of ${saw.versions.length} pages did not hear of version ${dataVersion}`);
        const settled = saw.reads.filter(({ at }) => at >= begun - BEFORE_MS / 2);
        const times = (wanted: (at: number) => boolean): readonly number[] =>
          settled.filter(({ at }) => wanted(at)).map(({ milliseconds }) => milliseconds);
        calm.push(
          percentile(
            times((at) => at < begun || at > ended + 5_000),
            0.99,
          ),
        );
        busy.push(
          percentile(
            times((at) => at >= begun && at <= ended + 5_000),
            0.99,
          ),
        );
        imports.push((ended - begun) / 1000);
        say(
          `run ${run + 1}: p99 ${calm.at(-1)?.toFixed(1)} ms, ${busy.at(-1)?.toFixed(1)} ms while importing (${saw.reads.length} reads)`,
        );
      } finally {
        await service.stop();
      }
    }
    return {
      how: [
        `The service on the sample company, with sign-in: ${PEOPLE} people and ${DISPLAYS} displays are signed in, each with an event stream, asking for health and figures every three seconds, and anew whenever the data moves; all from another process on the same machine, for ${SECONDS} s. Meanwhile a file of ${LINES.toLocaleString('en')} order lines (of ${ordersFor(LINES).toLocaleString('en')} orders) arrives by HTTP.`,
        'A run counts only where every line was imported, no read failed, and every page heard of the last data version.',
      ],
      measured: [
        { what: 'p99 of reads, nothing else going on', unit: 'ms', decimals: 1, runs: calm },
        { what: 'p99 of reads while the file is imported and read anew by all', unit: 'ms', decimals: 1, runs: busy },
        { what: 'import of the file meanwhile', unit: 's', decimals: 1, runs: imports },
      ],
    };
  },
};
