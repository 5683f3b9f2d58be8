import { FileRefused } from './file-refused.ts';
import type { FileSurvey } from './survey-file.ts';
import type { Encoding } from './text-encoding.ts';

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export type LineEnd = 'LF' | 'CRLF' | 'CR' | 'mixed';

/** How a file is written. Shown in the report; every part can be given in the mapping. */
export type FileDialect =
  | {
      readonly format: 'csv';
      readonly encoding: Encoding;
      readonly delimiter: Delimiter;
      readonly lineEnd: LineEnd;
      /** `relaxed`: a quote in the middle of an unquoted cell is an ordinary character. */
      readonly quotes: 'strict' | 'relaxed';
    }
  | { readonly format: 'json-lines'; readonly encoding: Encoding };

export type GivenDialect = {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly quotes?: 'strict' | 'relaxed' | undefined;
};

const decodeHead = (survey: FileSurvey): string =>
  new TextDecoder(survey.encoding).decode(survey.head.subarray(survey.markBytes), { stream: true });

type Shape = { readonly delimiter: Delimiter; readonly widths: readonly number[] };

/** Cells per record if the text were split by this delimiter; quoted text is left alone. The last record may be cut off. */
const shapeBy = (text: string, delimiter: Delimiter): Shape => {
  const widths: number[] = [];
  let quoted = false;
  let width = 1;
  let empty = true;
  for (let at = 0; at < text.length && widths.length < 60; at += 1) {
    const character = text[at];
    if (character === '"') {
      quoted = !quoted;
      empty = false;
    } else if (quoted) continue;
    else if (character === delimiter) {
      width += 1;
      empty = false;
    } else if (character === '\n' || character === '\r') {
      if (!empty) widths.push(width);
      width = 1;
      empty = true;
    } else empty = false;
  }
  if (widths.length === 0 && !empty) widths.push(width);
  return { delimiter, widths };
};

/** How many records have as many cells as the header; nothing where the header would be one cell. */
const agreement = ({ widths }: Shape): number => {
  const header = widths[0] ?? 1;
  return header < 2 ? 0 : widths.filter((width) => width === header).length / widths.length + header / 10_000;
};

/** The delimiter by which most records have the width of the header; comma for a file of one column. */
const sniffDelimiter = (text: string): Delimiter =>
  DELIMITERS.map((delimiter) => shapeBy(text, delimiter)).reduce((best, shape) =>
    agreement(shape) > agreement(best) ? shape : best,
  ).delimiter;

const sniffLineEnd = (text: string): LineEnd => {
  const bare = text.replace(/"(?:[^"]|"")*"/g, '');
  const crlf = (bare.match(/\r\n/g) ?? []).length;
  const lf = (bare.match(/\n/g) ?? []).length - crlf;
  const cr = (bare.match(/\r(?!\n|$)/g) ?? []).length;
  const kinds = [crlf > 0, lf > 0, cr > 0].filter(Boolean).length;
  if (kinds > 1) return 'mixed';
  return crlf > 0 ? 'CRLF' : cr > 0 ? 'CR' : 'LF';
};

/**
 * How the file is written, from its first 64 KiB.
 * @throws FileRefused where there is no text at all, or a JSON document that is not JSON lines.
 */
export const sniffDialect = (survey: FileSurvey, given: GivenDialect = {}): FileDialect => {
  const text = decodeHead(survey);
  const start = text.trimStart();
  if (start === '') throw new FileRefused('The file holds nothing but blank lines. Export it again.', 1);
  if (start.startsWith('[')) {
    throw new FileRefused('This is a JSON array. Write one JSON object per line (JSON lines), or export as CSV.', 1);
  }
  if (start.startsWith('{')) return { format: 'json-lines', encoding: survey.encoding };
  return {
    format: 'csv',
    encoding: survey.encoding,
    delimiter: given.delimiter ?? sniffDelimiter(text),
    lineEnd: sniffLineEnd(text),
    quotes: given.quotes ?? 'strict',
  };
};

const DELIMITER_WORDS: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

export const delimiterWord = (delimiter: Delimiter): string => DELIMITER_WORDS[delimiter];

/** The dialect in words, for the report. */
export const describeDialect = (dialect: FileDialect, markBytes: number): Readonly<Record<string, string>> => {
  const encoding = `${dialect.encoding.toUpperCase()}${markBytes > 0 ? ' with byte order mark' : ''}`;
  return dialect.format === 'json-lines'
    ? { format: 'JSON lines', encoding }
    : { format: 'CSV', encoding, delimiter: delimiterWord(dialect.delimiter), lineEnds: dialect.lineEnd };
};
