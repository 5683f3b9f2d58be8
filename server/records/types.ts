import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import type { DayNumber, WeekNumber } from '../../src/domain/week.ts';
import type { SqlValue, Transaction } from '../db/database.ts';
import type { Settings } from '../settings.ts';

/** The settings that take part in days, weeks and the figures; a change of one of them needs a rebuild. */
export type FigureSettings = Pick<
  Settings,
  'timeZone' | 'currency' | 'rightFirstTimeDays' | 'priceTolerancePercent' | 'labourRatePerHour'
>;

/**
 * Values by column name of the record table (`server/db/migrations/0001-records.ts`). A column left out is null.
 * Provenance is added by the writer and must not be given, but for `voided_at` where the source withdrew the row.
 * `*_day` and `*_week` may be left out: the writer derives them from the instant beside them in the organisation's
 * time zone. `customers.canonical_id` is always derived.
 */
export type RecordValues = Readonly<Record<string, SqlValue | undefined>>;

/** Rows of one kind. Batches of one kind may come in any number and order; some thousand rows each. */
export type RecordBatch = {
  readonly kind: RecordKind;
  readonly rows: readonly RecordValues[];
  /** Line of the source file for each row (for the problems that come back). */
  readonly lines?: readonly number[];
  /**
   * Created only where no row with that id stands or comes in the same import: a team, cause or customer that other rows
   * refer to. Such rows never change a row and are counted only when they are created.
   */
  readonly ifMissing?: boolean;
};

/** Days, both inclusive. `teamId` null: every team. */
export type CoverageSpan = {
  readonly kind: RecordKind;
  readonly teamId: string | null;
  readonly fromDay: DayNumber;
  readonly toDay: DayNumber;
};

/**
 * What an import covers.
 * - `infer`: each kind from its earliest event to its latest event that has happened (a deadline extends the start, never
 *   the end), no later than the import's day.
 * - `declared`: that span, for each dated kind in the import.
 * - `listed`: exactly these spans.
 * `infer` and `declared` cover one team where all rows are of that team and the organisation has several; else all teams.
 */
export type Covers =
  | { readonly how: 'infer' }
  | { readonly how: 'declared'; readonly fromDay: DayNumber; readonly toDay: DayNumber }
  | { readonly how: 'listed'; readonly spans: readonly CoverageSpan[] };

export type KindCounts = {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows of the import that a later row with the same id replaced; they are in none of the other counts. */
  readonly duplicates: number;
  /** Rows that were not written (see `problems`). */
  readonly refused: number;
};

/** A row that was not written. */
export type WriteProblem = {
  readonly kind: RecordKind;
  readonly id: string;
  /** Line of the file; null where the batch gave none. */
  readonly line: number | null;
  readonly reason: string;
};

export type WritePhase = 'reading' | 'writing' | 'rolling-up';

/** Weeks whose observations changed, whole organisation. */
export type WeekSpan = { readonly from: WeekNumber; readonly to: WeekNumber; readonly count: number };

export type WriteRecordsInput = {
  readonly importId: number;
  readonly sourceSystem: string;
  /** When the rows were recorded, epoch milliseconds. */
  readonly recordedAt: number;
  /** The service's clock in epoch milliseconds: it decides which weeks were final, and dates the restatements. */
  readonly now: number;
  readonly batches: AsyncIterable<RecordBatch> | Iterable<RecordBatch>;
  readonly covers: Covers;
  readonly settings: FigureSettings;
  /** Counts and problems as in earnest, and nothing written. */
  readonly dryRun?: boolean;
  /** Aborted: everything is rolled back and the signal's reason thrown. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly phase: WritePhase; readonly rowsStaged: number }) => void;
  /** Runs last in the transaction (also of a dry run, before it is rolled back), to keep the import's report with its rows. */
  readonly finish?: (tx: Transaction, result: WriteResult) => Promise<void>;
  /** Refuse the whole import (throws `RowsRefused`, nothing written) when a row is refused. */
  readonly strict?: boolean;
};

export type WriteResult = {
  readonly perKind: Readonly<Partial<Record<RecordKind, KindCounts>>>;
  /** null where no observation changed. */
  readonly weeks: WeekSpan | null;
  /** Number of final (indicator, team, week) figures that changed. */
  readonly restated: number;
  readonly coverage: readonly CoverageSpan[];
  /** The first 1,000 rows that were refused, by line. */
  readonly problems: readonly WriteProblem[];
  /** The new data version; the old one where nothing changed (or for a dry run). Announce it after the commit. */
  readonly dataVersion: number;
};

export type UndoImportInput = {
  readonly importId: number;
  readonly now: number;
  readonly settings: FigureSettings;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly phase: WritePhase; readonly rowsStaged: number }) => void;
  readonly finish?: (tx: Transaction, result: UndoResult) => Promise<void>;
};

export type UndoResult = {
  /** Records taken back, by kind: created ones removed, changed ones restored. */
  readonly perKind: Readonly<Partial<Record<RecordKind, { readonly removed: number; readonly restored: number }>>>;
  readonly weeks: WeekSpan | null;
  readonly dataVersion: number;
};
