import * as z from 'zod/mini';
import { RECORD_KINDS } from '../domain/catalogue-types.ts';
import { Instant, IsoDate, IsoWeek } from './scalars.ts';

export const PRESETS = ['scms', 'baltimore-311', 'olist', 'zendesk-tickets', 'shopify-orders'] as const;
export type Preset = (typeof PRESETS)[number];

/** Query of `POST /api/imports`; the file itself is the body. Either `preset` or `kind` (with or without `mapping`, a JSON text). */
export const ImportQuery = z.object({
  fileName: z.string().check(z.minLength(1), z.maxLength(255)),
  preset: z.optional(z.enum(PRESETS)),
  kind: z.optional(z.enum(RECORD_KINDS)),
  mapping: z.optional(z.string().check(z.maxLength(20_000))),
  covers: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/))),
  /** Where the file itself leaves open whether the day or the month comes first. */
  dateOrder: z.optional(z.enum(['dmy', 'mdy'])),
  dryRun: z._default(z.boolean(), false),
  strict: z._default(z.boolean(), false),
  /** Answer only when the import has ended. */
  wait: z._default(z.boolean(), false),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

export const ImportStatus = z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'undone']);
export type ImportStatus = z.infer<typeof ImportStatus>;

/** Why one row was refused or warned about. Lines count from 1, the header included, as an editor shows them. */
export const RowProblem = z.object({
  line: z.int(),
  column: z.nullable(z.string()),
  value: z.nullable(z.string()),
  reason: z.string(),
});
export type RowProblem = z.infer<typeof RowProblem>;

export const ImportCounts = z.object({
  read: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  warned: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportReport = z.object({
  id: z.int(),
  status: ImportStatus,
  dryRun: z.boolean(),
  fileName: z.string(),
  fileHash: z.nullable(z.string()),
  source: z.string(),
  by: z.string(),
  startedAt: Instant,
  endedAt: z.nullable(Instant),
  /** Rows of the file; a row may become records of several kinds. */
  counts: ImportCounts,
  /** Records written by kind. */
  records: z.record(z.string(), z.int()),
  /** Weeks whose observations changed. */
  weeks: z.nullable(z.object({ from: IsoWeek, to: IsoWeek, count: z.int() })),
  covers: z.nullable(z.object({ from: IsoDate, to: IsoDate })),
  /** How the file was understood: encoding, delimiter, line ends, date order. */
  dialect: z.nullable(z.record(z.string(), z.string())),
  refusedRows: z.array(RowProblem),
  warnings: z.array(RowProblem),
  error: z.nullable(z.object({ message: z.string(), line: z.nullable(z.int()), column: z.nullable(z.string()) })),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const Imports = z.object({ imports: z.array(ImportReport) });
export type Imports = z.infer<typeof Imports>;

/** An event of `GET /api/imports/:id/progress`. */
export const ImportProgress = z.object({
  id: z.int(),
  status: ImportStatus,
  phase: z.enum(['waiting', 'reading', 'writing', 'rolling-up', 'done']),
  rowsRead: z.int(),
  rowsPerSecond: z.number(),
  /** 0..1 by bytes read; null where the length is unknown. */
  fraction: z.nullable(z.number()),
  secondsLeft: z.nullable(z.number()),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** An event of `GET /api/live`. */
export const LiveEvent = z.object({ dataVersion: z.int(), build: z.string() });
export type LiveEvent = z.infer<typeof LiveEvent>;
