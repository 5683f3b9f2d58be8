import { parseIsoWeek, weekOfDay } from '../../src/domain/week.ts';
import type { SqlValue } from '../db/database.ts';
import type { Source } from './mapping.ts';
import { momentReader, type LocalInstant } from './moment-source.ts';
import { numberReader } from './number-source.ts';
import { minorDigits, toMinorUnits } from './parse-number.ts';
import type { Field } from './field-types.ts';
import type { Conventions, Warn } from './row-context.ts';
import { cellProblem, isProblem, type CellProblem } from './row-problem.ts';
import { columnsOf, textReader, type Header } from './text-source.ts';

/** A record on its way, by column name. */
export type RecordDraft = Record<string, SqlValue>;

/** Reads one field of a row into the draft; answers the problem where it cannot. */
export type FieldReader = (cells: readonly string[], draft: RecordDraft, warn: Warn) => CellProblem | null;

export type FieldSetting = {
  readonly field: Field;
  readonly source: Source;
  readonly header: Header;
  readonly missing: ReadonlySet<string>;
  readonly conventions: Conventions;
  /** A missing value is filled in later (from a stored row) or made of other fields. */
  readonly mayBeMissing: boolean;
};

const MAX_ID = 200;
const YES = new Set(['1', 'true', 'yes', 'y', 't']);
const NO = new Set(['0', 'false', 'no', 'n', 'f']);
const YEAR_9999 = 253_402_300_799_999;

/** Ids whose number space is the source's own: they get the file's prefix. References to indicators do not. */
const isSourceId = (field: Field): boolean => field.type.is === 'id' && field.name !== 'indicator_id';

/** Compiles one field of a record kind to a reader of rows. */
export const compileField = (setting: FieldSetting): FieldReader => {
  const { field, source, header, missing, conventions, mayBeMissing } = setting;
  const { column: into, type } = field;
  const column = columnsOf(source)[0] ?? field.name;

  const absent = (draft: RecordDraft, ...columns: ReadonlyArray<string | undefined>): CellProblem | null => {
    if (field.required && !mayBeMissing) return cellProblem(column, null, `“${field.name}” must be given.`);
    draft[into] = null;
    for (const other of columns) if (other !== undefined) draft[other] = null;
    return null;
  };

  switch (type.is) {
    case 'id':
    case 'text':
    case 'currency': {
      const text = textReader(source, header, missing);
      const otherwise = field.otherwise ?? '';
      const prefix = isSourceId(field) ? conventions.idPrefix : '';
      const isId = type.is === 'id';
      return (cells, draft) => {
        const cell = text(cells);
        if (cell === '') {
          if (otherwise === '') return absent(draft);
          draft[into] = otherwise;
          return null;
        }
        if (isId && cell.length > MAX_ID) return cellProblem(column, cell, 'An id has at most 200 characters.');
        if (type.is === 'currency' && !/^[A-Z]{3}$/.test(cell)) {
          return cellProblem(column, cell, 'A currency has three capital letters (ISO 4217).');
        }
        draft[into] = prefix === '' ? cell : prefix + cell;
        return null;
      };
    }
    case 'enum': {
      const text = textReader(source, header, missing);
      const values = new Map(type.values.map((value) => [value, value]));
      return (cells, draft) => {
        const cell = text(cells);
        if (cell === '') {
          if (field.otherwise === undefined) return absent(draft);
          draft[into] = field.otherwise;
          return null;
        }
        const value = values.get(cell) ?? values.get(cell.toLowerCase().replace(/[\s_]+/g, '-'));
        if (value === undefined) {
          return cellProblem(column, cell, `“${field.name}” is one of ${type.values.join(', ')}; map this value.`);
        }
        draft[into] = value;
        return null;
      };
    }
    case 'flag': {
      const text = textReader(source, header, missing);
      return (cells, draft) => {
        const cell = (text(cells) || (field.otherwise ?? '')).toLowerCase();
        if (cell === '') return absent(draft);
        if (!YES.has(cell) && !NO.has(cell)) return cellProblem(column, cell, 'This is neither yes nor no.');
        draft[into] = YES.has(cell) ? 1 : 0;
        return null;
      };
    }
    case 'number':
    case 'quantity':
    case 'whole':
    case 'score': {
      const read = numberReader(source, header, missing, conventions);
      return (cells, draft) => {
        const value = read(cells);
        if (isProblem(value)) return value;
        if (value === null) {
          if (field.otherwise === undefined) return absent(draft);
          draft[into] = Number(field.otherwise);
          return null;
        }
        if (type.is === 'quantity' && value < 0)
          return cellProblem(column, String(value), 'A quantity is not negative.');
        if (type.is === 'whole' && (!Number.isInteger(value) || value < 0 || value > 1000)) {
          return cellProblem(column, String(value), 'This must be a whole number from 0 to 1,000.');
        }
        draft[into] = value;
        return null;
      };
    }
    case 'money': {
      const read = numberReader(source, header, missing, conventions);
      const digits = minorDigits(conventions.currency);
      return (cells, draft) => {
        const value = read(cells);
        if (isProblem(value)) return value;
        if (value === null) return absent(draft);
        const own = draft['currency'];
        const minor = toMinorUnits(value, typeof own === 'string' ? minorDigits(own) : digits);
        if (!Number.isSafeInteger(minor)) return cellProblem(column, String(value), 'This amount is too large.');
        draft[into] = minor;
        return null;
      };
    }
    case 'week': {
      const text = textReader(source, header, missing);
      const asDate = momentReader(source, header, missing, conventions);
      return (cells, draft, warn) => {
        const cell = text(cells);
        if (cell === '') return absent(draft);
        const week = parseIsoWeek(cell.toUpperCase());
        if (week !== null) {
          draft[into] = week;
          return null;
        }
        const instant = asDate(cells, warn);
        if (instant === null || isProblem(instant)) {
          return cellProblem(column, cell, 'This is neither an ISO week (2026-W46) nor a date.');
        }
        draft[into] = weekOfDay(instant.day);
        return null;
      };
    }
    case 'day': {
      const read = momentReader(source, header, missing, conventions);
      return (cells, draft, warn) => {
        const instant = read(cells, warn);
        if (isProblem(instant)) return instant;
        if (instant === null) return absent(draft);
        draft[into] = instant.day;
        return null;
      };
    }
    case 'instant':
    case 'deadline': {
      const read = momentReader(source, header, missing, conventions);
      const endOfDay = type.is === 'deadline' ? conventions.clock.endOfDay : null;
      const { day, week } = type;
      const latest = field.happened === true ? conventions.now : YEAR_9999;
      const put = (draft: RecordDraft, instant: LocalInstant): void => {
        draft[into] = endOfDay !== null && instant.wholeDay ? endOfDay(instant.day) : instant.at;
        if (day !== undefined) draft[day] = instant.day;
        if (week !== undefined) draft[week] = weekOfDay(instant.day);
      };
      return (cells, draft, warn) => {
        const instant = read(cells, warn);
        if (instant === null) return absent(draft, day, week);
        if (isProblem(instant)) return instant;
        if (instant.at > latest) warn(column, new Date(instant.at).toISOString(), 'This date lies in the future.');
        put(draft, instant);
        return null;
      };
    }
  }
};
