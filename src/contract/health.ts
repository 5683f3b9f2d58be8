import * as z from 'zod/mini';
import { Instant, IsoDate, IsoWeek } from './scalars.ts';

/** What keeps the service from working as it should while it still answers. It ends by itself once its cause is gone. */
export const Trouble = z.object({
  kind: z.enum(['disk-full', 'read-only', 'damaged', 'clock']),
  since: Instant,
  /** A sentence for a person: what does not work, and when it will again. */
  message: z.string(),
});
export type Trouble = z.infer<typeof Trouble>;

/**
 * The state of the service and the three clocks: data to, pipeline ran at, and (by its `now`) when it was heard. To nobody
 * signed in it says that the service lives and nothing of the data: `dataVersion` 0, the dates null.
 */
export const Health = z.object({
  /** `degraded`: see `trouble`. */
  status: z.enum(['ok', 'importing', 'degraded']),
  trouble: z.nullable(Trouble),
  /** Build of service and app; a different one means a new build to take. */
  build: z.string(),
  /** Moves with every change of data. */
  dataVersion: z.int(),
  now: Instant,
  /** End of the last complete week that has data, whole organisation; null without data. */
  dataTo: z.nullable(IsoDate),
  latestWeek: z.nullable(IsoWeek),
  /** First week that has data. */
  firstWeek: z.nullable(IsoWeek),
  /** End of the last import that changed data. */
  pipelineRanAt: z.nullable(Instant),
  /** When the next import is expected, from the settings' cadence; null where none is set or nothing was imported. */
  expectedAt: z.nullable(Instant),
  cadenceSeconds: z.int(),
  /** When to ask again, in seconds; the client adds ±25 %. */
  nextPollSeconds: z.int(),
  /** No record at all: the page offers the sample and the import. */
  empty: z.boolean(),
  /** True where the data is the simulated sample company. */
  sample: z.boolean(),
  /** Anyone on this machine may do everything: the settings ask for no sign-in. */
  open: z.boolean(),
});
export type Health = z.infer<typeof Health>;
