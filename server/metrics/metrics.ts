import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Display } from '../../src/contract/displays.ts';
import type { Release } from '../build-id.ts';
import type { AnsweredRequest } from '../http/observe-requests.ts';
import type { EndedJob } from '../jobs/import-jobs.ts';

/** What is true at the moment of a look; null where the database does not answer. */
export type MetricFacts = {
  readonly dataVersion: number;
  /** Epoch milliseconds; null without data. */
  readonly now: number;
  readonly dataTo: number | null;
  readonly importedAt: number | null;
  /** How many displays there are in each state. */
  readonly displays: Readonly<Record<Display['state'], number>>;
};

export type MetricSources = {
  readonly release: Release;
  readonly facts: () => Promise<MetricFacts | null>;
  readonly liveStreams: () => number;
  readonly importing: () => boolean;
};

/** Counts what the service does, and tells it in Prometheus' text form. Names of people, teams and customers never come in. */
export type Metrics = {
  readonly answered: (request: AnsweredRequest) => void;
  readonly jobEnded: (job: EndedJob) => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

const JOBS = ['import', 'undo', 'sample'] as const;
const RESULTS = ['done', 'failed', 'cancelled'] as const;
/** A cached answer takes a millisecond, a drill-down over years seconds. */
const ANSWER_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const ROLL_UP_SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

const numbersOf = (register: Registry, { facts, liveStreams, importing, release }: MetricSources) => {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [register] });
  const up = gauge('kept_database_up', '1 where the database answers, else 0.');
  const version = gauge('kept_data_version', 'Moves with every change of data.');
  const dataTo = gauge('kept_data_to_timestamp_seconds', 'End of the newest complete week that has data.');
  const age = gauge('kept_data_age_seconds', 'Time since the end of the newest complete week that has data.');
  const imported = gauge('kept_last_import_timestamp_seconds', 'End of the last import that changed data.');
  const streams = gauge('kept_live_streams', 'Pages that listen for changes of data.');
  const displays = new Gauge({
    name: 'kept_displays',
    help: 'Displays on walls, by state: online, silent, or waiting for their token to be fetched.',
    labelNames: ['state'],
    registers: [register],
  });
  const running = gauge('kept_import_running', '1 while an import, undo or rebuild runs or waits.');
  new Gauge({
    name: 'kept_build_info',
    help: 'Always 1; version and build are its labels.',
    labelNames: ['version', 'build'],
    registers: [register],
  }).set(release, 1);
  const show = (one: Gauge, milliseconds: number | null): void => {
    if (milliseconds === null) one.remove();
    else one.set(milliseconds / 1000);
  };
  return async (): Promise<void> => {
    const now = await facts();
    up.set(now === null ? 0 : 1);
    if (now === null) version.remove();
    else version.set(now.dataVersion);
    show(dataTo, now?.dataTo ?? null);
    show(age, now?.dataTo == null ? null : now.now - now.dataTo);
    show(imported, now?.importedAt ?? null);
    displays.reset();
    for (const [state, number] of Object.entries(now?.displays ?? {})) displays.set({ state }, number);
    streams.set(liveStreams());
    running.set(importing() ? 1 : 0);
  };
};

/** Metrics in a registry of their own: several services in one process do not count for each other. */
export const createMetrics = (sources: MetricSources): Metrics => {
  const register = new Registry();
  const registers = [register];
  const requests = new Counter({
    name: 'kept_http_requests_total',
    help: 'Requests answered, by method, pattern of the route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'kept_http_request_duration_seconds',
    help: 'Time until an answer begins.',
    labelNames: ['method', 'route'],
    buckets: ANSWER_SECONDS,
    registers,
  });
  const jobs = new Counter({
    name: 'kept_imports_total',
    help: 'Imports, undos and loads of the sample that ended, by result.',
    labelNames: ['job', 'result'],
    registers,
  });
  for (const job of JOBS) for (const result of RESULTS) jobs.inc({ job, result }, 0);
  const rollUps = new Histogram({
    name: 'kept_roll_up_duration_seconds',
    help: 'Time in which an import or undo computes the figures that it touches, with the commit.',
    buckets: ROLL_UP_SECONDS,
    registers,
  });
  const look = numbersOf(register, sources);
  let watchesProcess = false;
  return {
    answered: ({ method, route, status, seconds }) => {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    jobEnded: ({ does, result, rollUpSeconds }) => {
      jobs.inc({ job: does, result });
      if (rollUpSeconds !== null) rollUps.observe(rollUpSeconds);
    },
    text: async () => {
      /* It keeps timers on the event loop: only where somebody looks. */
      if (!watchesProcess) collectDefaultMetrics({ register });
      watchesProcess = true;
      await look();
      return register.metrics();
    },
    contentType: register.contentType,
  };
};
