import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { RECORD_TABLES } from '../records/record-tables.ts';

/**
 * What a transaction is about to do to one record table, held in temporary tables.
 *
 * - `stage`: the rows as they will stand (created and changed ones).
 * - `touched`: ids of the rows in the table that will be changed or removed.
 */
export type KindChange = {
  readonly kind: RecordKind;
  readonly stage: string;
  readonly stageRows: number;
  readonly touched: string;
  readonly touchedRows: number;
};

export const stageName = (kind: RecordKind): string => `stage_${RECORD_TABLES[kind].table}`;

export const touchedName = (kind: RecordKind): string => `touched_${RECORD_TABLES[kind].table}`;

/** SQL of the two versions of the rows that a change concerns: as they stand, and as they will stand. */
export const versionsOf = (change: KindChange): readonly string[] => {
  const { table, id } = RECORD_TABLES[change.kind];
  return [
    ...(change.stageRows > 0 ? [change.stage] : []),
    ...(change.touchedRows > 0 ? [`(select * from ${table} where ${id} in (select id from ${change.touched}))`] : []),
  ];
};
