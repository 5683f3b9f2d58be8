import type { DayNumber, WeekNumber } from '../../src/domain/week.ts';
import type { SampleKind, SampleRows } from './row-types.ts';

export type SampleOptions = {
  /** The same seed, day and zone give the same rows, byte for byte. */
  readonly seed: string;
  /** The local day of the organisation; the sample ends with the last whole week before it. */
  readonly today: DayNumber;
  /** IANA name of the organisation's time zone. */
  readonly timeZone: string;
  /** The service's clock in epoch milliseconds: no import of the sample is recorded after it. */
  readonly now: number;
};

/** Some rows of one kind. Kinds that others refer to come first; within an import an id comes once. */
export type SampleBatch = {
  readonly [K in SampleKind]: { readonly kind: K; readonly rows: ReadonlyArray<SampleRows[K]> };
}[SampleKind];

/** A span of days (both inclusive) that an import covers for one kind; `teamId` null: for every team. */
export type SampleCoverage = {
  readonly kind: SampleKind;
  readonly teamId: string | null;
  readonly fromDay: DayNumber;
  readonly toDay: DayNumber;
};

/** One import of the sample, to be written in the order given. */
export type SampleImport = {
  readonly label: string;
  readonly fileName: string;
  /** When the import ran, epoch milliseconds: the clock to judge by which weeks were final then. */
  readonly now: number;
  /** `recorded_at` of its rows, epoch milliseconds. */
  readonly recordedAt: number;
  readonly covers: readonly SampleCoverage[];
  /** Number of rows, nearly (for a progress bar before the rows are made). */
  readonly rowsExpected: number;
  /** Makes the rows anew each time it is called; a batch is at most 5,000 rows. */
  readonly batches: () => Iterable<SampleBatch>;
};

/** Source system of every row of the sample. */
export const SAMPLE_SOURCE = 'sample';

/** Inclusive span of weeks. */
export type WeekSpan = { readonly from: WeekNumber; readonly to: WeekNumber };
