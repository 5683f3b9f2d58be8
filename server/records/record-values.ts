import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { weekOfDay } from '../../src/domain/week.ts';
import { zoneClock } from '../../src/domain/zone.ts';
import type { SqlValue } from '../db/database.ts';
import { RECORD_TABLES } from './record-tables.ts';
import type { RecordValues } from './types.ts';

/** Turns a row as it was handed in into the values of its table's columns, in their order, with `voided_at` last. */
export type ValuesOf = (row: RecordValues) => SqlValue[];

/** Separates the parts of an id that is made from them. */
const ID_SEPARATOR = '|';

/**
 * The values of a kind's columns. Days and weeks that a row leaves out are derived from the instant beside them in the
 * organisation's time zone; the id of kinds that need not carry one is made from what identifies them.
 */
export const recordValues = (kind: RecordKind, timeZone: string): ValuesOf => {
  const { columns, times, id, idOf } = RECORD_TABLES[kind];
  const clock = zoneClock(timeZone);
  const indexOf = new Map(columns.map((column, index) => [column, index]));
  const at = (column: string | undefined): number => (column === undefined ? -1 : (indexOf.get(column) ?? -1));
  const derived = times.map((time) => ({ at: at(time.at), day: at(time.day), week: at(time.week) }));
  const idIndex = at(id);
  const canonical = at('canonical_id');
  const width = columns.length;
  return (row) => {
    const values = new Array<SqlValue>(width + 1);
    for (let index = 0; index < width; index += 1) {
      const column = columns[index];
      values[index] = (column === undefined ? null : row[column]) ?? null;
    }
    values[width] = row['voided_at'] ?? null;
    for (const time of derived) {
      const instant = values[time.at];
      if (typeof instant !== 'number') continue;
      const lacksDay = time.day >= 0 && values[time.day] === null;
      const lacksWeek = time.week >= 0 && values[time.week] === null;
      if (!lacksDay && !lacksWeek) continue;
      const given = time.day >= 0 ? values[time.day] : null;
      const day = typeof given === 'number' ? given : clock.dayOfInstant(instant);
      if (lacksDay) values[time.day] = day;
      if (lacksWeek) values[time.week] = weekOfDay(day);
    }
    if (values[idIndex] === null && idOf !== undefined) {
      values[idIndex] = idOf.map((column) => values[at(column)] ?? '').join(ID_SEPARATOR);
    }
    if (canonical >= 0) values[canonical] = values[idIndex] ?? null;
    return values;
  };
};
