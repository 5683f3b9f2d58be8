import { join } from 'node:path';
import { isoWeekLabel, parseIsoWeek } from '../../../src/domain/week.ts';
import { runChild } from '../child.ts';
import type { LoadCompany, LoadedCompany } from '../company/load-company.ts';
import type { Measured, Part } from '../part-types.ts';
import { PORTS, startService } from '../service.ts';
import { percentile } from '../statistics.ts';
import type { LoadJob, LoadTimes } from './load-child.ts';

const PER_SECOND = 200;
const SECONDS = 10;
const CONNECTIONS = 32;
const TEAMS = ['depot-north', 'depot-harbour', 'depot-hills', 'depot-south', 'depot-valley', 'island-desk'];
/** Answers whose range, team and indicators differ from each other: none can have been kept from before. */
const DIFFERENT = 20_000;

type Way = {
  readonly name: string;
  readonly status: string;
  readonly job: (run: number) => Omit<LoadJob, 'origin' | 'seconds' | 'perSecond' | 'connections'>;
};

const differentPaths = (latest: number, run: number): readonly string[] =>
  Array.from({ length: DIFFERENT }, (_, index) => {
    const at = index + run * DIFFERENT;
    const to = latest - (at % 40);
    const from = to - 52 - (Math.floor(at / 40) % 60);
    const team = TEAMS[Math.floor(at / 2400) % TEAMS.length] ?? '';
    const second = TEAMS[Math.floor(at / 14_400) % TEAMS.length] ?? '';
    return `/api/observations?from=${isoWeekLabel(from)}&to=${isoWeekLabel(to)}&team=${team}&team=${second}`;
  });

export const observationsPart: Part = {
  name: 'observations',
  title: 'Observations over HTTP',
  run: async ({ folder, runs, say }) => {
    const company: LoadCompany = { folder: join(folder, 'company'), now: Date.now(), teams: 'sample' };
    await runChild<LoadedCompany>('company/load-company.ts', company);
    const service = await startService(company.folder, PORTS.service);
    try {
      const health = (await (await fetch(`${service.origin}/api/health`)).json()) as { readonly latestWeek: string };
      const latest = parseIsoWeek(health.latestWeek) ?? 0;
      const page = `/api/observations?from=${isoWeekLabel(latest - 103)}&to=${health.latestWeek}`;
      const etag = (await fetch(`${service.origin}${page}`)).headers.get('etag') ?? '';
      const brotli = { 'accept-encoding': 'br' };
      const ways: readonly Way[] = [
        {
          name: 'the same answer again (what every open page asks)',
          status: '200',
          job: () => ({ paths: [page], headers: brotli }),
        },
        {
          name: 'cold: an answer never given before',
          status: '200',
          job: (run) => ({ paths: differentPaths(latest, run), headers: brotli }),
        },
        {
          name: 'unchanged (304)',
          status: '304',
          job: () => ({ paths: [page], headers: { ...brotli, 'if-none-match': etag } }),
        },
      ];
      const load = async (way: Way, run: number, perSecond: number | null): Promise<LoadTimes> => {
        const times = await runChild<LoadTimes>('answers/load-child.ts', {
          ...way.job(run),
          origin: service.origin,
          seconds: perSecond === null ? SECONDS / 2 : SECONDS,
          perSecond,
          connections: CONNECTIONS,
        } satisfies LoadJob);
        const others = Object.keys(times.byStatus).filter((status) => status !== way.status);
        if (others.length > 0) throw new Error(`${way.name}: answers ${JSON.stringify(times.byStatus)}`);
        return times;
      };
      const measured: Measured[] = [];
      for (const way of ways) {
        const paced: LoadTimes[] = [];
        const fastest: LoadTimes[] = [];
        for (let run = 0; run < runs; run += 1) {
          paced.push(await load(way, 2 * run, PER_SECOND));
          fastest.push(await load(way, 2 * run + 1, null));
        }
        say(way.name);
        const first = paced[0];
        measured.push(
          {
            what: `${way.name}: p50`,
            unit: 'ms',
            decimals: 2,
            runs: paced.map((times) => percentile(times.milliseconds, 0.5)),
          },
          {
            what: `${way.name}: p99`,
            unit: 'ms',
            decimals: 2,
            runs: paced.map((times) => percentile(times.milliseconds, 0.99)),
            aim: { most: 20 },
          },
          {
            what: `${way.name}: most, over ${CONNECTIONS} connections`,
            unit: 'requests/s',
            decimals: 0,
            runs: fastest.map((times) => times.milliseconds.length / times.seconds),
            note:
              first === undefined ? '' : `${(first.bytes / first.milliseconds.length / 1000).toFixed(1)} KB an answer`,
          },
        );
      }
      return {
        how: [
          `The service on the sample company (150,000 orders), \`GET /api/observations\`: all indicators, 104 weeks, whole organisation, brotli. ${PER_SECOND} requests a second for ${SECONDS} s, begun on time whatever the answers do, from another process on the same machine; each latency counts from when the request was due.`,
          'Cold answers differ in range and teams, so that none can come from the kept ones.',
        ],
        measured,
      };
    } finally {
      await service.stop();
    }
  },
};
