import { FileRefused } from './file-refused.ts';
import type { Source, Transform } from './mapping.ts';
import { parseMoment } from './parse-moment.ts';
import { parseNumber } from './parse-number.ts';

/** The text of a field in a row of cells; empty where there is none. */
export type TextReader = (cells: readonly string[]) => string;

/** Finds columns of the header by name. */
export type Header = {
  readonly columns: readonly string[];
  /** Index of a column; -1 where it may be absent and is. */
  readonly indexOf: (column: string) => number;
};

/** The header of a file; names are compared without surrounding blanks and case. */
export const headerOf = (columns: readonly string[], optional: ReadonlySet<string>): Header => {
  const indexes = new Map(columns.map((column, index) => [column.trim().toLowerCase(), index]));
  return {
    columns,
    indexOf: (column) => {
      const index = indexes.get(column.trim().toLowerCase());
      if (index !== undefined) return index;
      if (optional.has(column)) return -1;
      throw new FileRefused(
        `The header has no column “${column}”, which the mapping needs. ` +
          `It has: ${columns.map((name) => `“${name}”`).join(', ')}.`,
        1,
        column,
      );
    },
  };
};

/** Lower case, letters and digits of any script joined by hyphens, accents kept apart from nothing. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

const TRANSFORMERS: Readonly<Record<Transform, (text: string) => string>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  slug,
  'before-hyphen': (text) => (text.includes('-') ? text.slice(0, text.indexOf('-')).trim() : text),
  'after-hyphen': (text) => (text.includes('-') ? text.slice(text.indexOf('-') + 1).trim() : text),
  'date-part': (text) => text.replace(/[T ]\d{1,2}:.*$/, ''),
  'number-or-missing': (text) => (parseNumber(text, null) === 'no-number' ? '' : text),
  'date-or-missing': (text) => (parseMoment(text, null) === 'no-date' ? '' : text),
};

/** Blanks around a cell mean nothing; nearly no cell has any, so look before trimming. */
const trimmed = (text: string): string => {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first <= 32 || last <= 32 || first === 160 || last === 160 ? text.trim() : text;
};

/**
 * Compiles a source to a reader of text.
 * @throws FileRefused for a column that the header lacks, or a form that gives no text.
 */
export const textReader = (source: Source, header: Header, missing: ReadonlySet<string>): TextReader => {
  if (typeof source === 'string') {
    const index = header.indexOf(source);
    if (index < 0) return () => '';
    if (missing.size === 0) return (cells) => trimmed(cells[index] ?? '');
    return (cells) => {
      const text = trimmed(cells[index] ?? '');
      return missing.has(text) ? '' : text;
    };
  }
  if ('constant' in source) return () => source.constant;
  if ('column' in source) {
    const cell = textReader(source.column, header, new Set([...missing, ...(source.missing ?? [])]));
    const values = source.values === undefined ? null : new Map(Object.entries(source.values));
    const steps = (source.transform ?? []).map((name) => TRANSFORMERS[name]);
    const prefix = source.prefix ?? '';
    const otherwise = source.otherwise ?? '';
    /* Many rows repeat few texts: a team, a cause. */
    const known = new Map<string, string>();
    const change = (text: string): string => {
      let value = values?.get(text) ?? text;
      for (const step of steps) value = step(value);
      return value === '' ? otherwise : prefix + value;
    };
    return (cells) => {
      const text = cell(cells);
      if (text === '') return otherwise;
      let value = known.get(text);
      if (value === undefined) {
        value = change(text);
        if (known.size > 10_000) known.clear();
        known.set(text, value);
      }
      return value;
    };
  }
  if ('join' in source) {
    const parts = source.join.map((part) => textReader(part, header, missing));
    return (cells) => {
      const texts = parts.map((part) => part(cells));
      return texts.includes('') ? '' : texts.join(source.with);
    };
  }
  if ('firstOf' in source) {
    const parts = source.firstOf.map((part) => textReader(part, header, missing));
    return (cells) => {
      for (const part of parts) {
        const text = part(cells);
        if (text !== '') return text;
      }
      return '';
    };
  }
  throw new FileRefused('The mapping uses earliestOf, productOf or after for a field that is text.');
};

/** The columns that a source reads, the one that a problem is reported for first. */
export const columnsOf = (source: Source): readonly string[] => {
  if (typeof source === 'string') return [source];
  if ('column' in source) return [source.column];
  if ('constant' in source) return [];
  if ('join' in source) return source.join.flatMap(columnsOf);
  if ('firstOf' in source) return source.firstOf.flatMap(columnsOf);
  if ('earliestOf' in source) return source.earliestOf.flatMap(columnsOf);
  if ('productOf' in source) return source.productOf.flatMap(columnsOf);
  return [...columnsOf(source.after), ...(typeof source.minutes === 'object' ? [source.minutes.column] : [])];
};
