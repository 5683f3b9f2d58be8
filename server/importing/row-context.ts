import type { ZoneClock } from '../../src/domain/zone.ts';
import type { DateOrder } from './parse-moment.ts';
import type { DecimalMark } from './parse-number.ts';

/** How the cells of one file are read: settled from the whole file, the mapping and the settings. */
export type Conventions = {
  /** null: no date of numbers alone was seen; meeting one is a fault of the file. */
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: DecimalMark | null;
  /** Zone of the organisation: days and weeks. */
  readonly clock: ZoneClock;
  /** Zone in which the file writes its times. */
  readonly fileClock: ZoneClock;
  /** ISO 4217, for amounts of rows that name none. */
  readonly currency: string;
  readonly idPrefix: string;
  /** Now, epoch milliseconds: later events are in the future. */
  readonly now: number;
};

export type Warn = (column: string | null, value: string | null, reason: string) => void;
