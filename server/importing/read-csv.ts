import { CsvError, Parser } from 'csv-parse';
import { FileRefused } from './file-refused.ts';
import type { Utf8Chunk } from './read-text.ts';
import type { FileDialect, LineEnd } from './sniff-dialect.ts';

/** Rows of cells, each with the line on which it begins. */
export type CellRows = {
  readonly rows: ReadonlyArray<readonly string[]>;
  readonly lines: readonly number[];
  readonly bytesRead: number;
};

export type CsvDialect = Extract<FileDialect, { format: 'csv' }>;

/** A row longer than this is a quote that never closes, not a row; it also bounds the memory. */
export const MAX_ROW_BYTES = 1_048_576;

const RECORD_DELIMITERS: Readonly<Record<LineEnd, readonly string[]>> = {
  LF: ['\n'],
  CRLF: ['\r\n', '\n'],
  CR: ['\r'],
  mixed: ['\r\n', '\n', '\r'],
};

const LINE_BREAKS = /\r\n|\n|\r/g;

const breaksIn = (row: readonly string[]): number =>
  row.reduce((sum, cell) => sum + (cell.match(LINE_BREAKS)?.length ?? 0), 0);

/**
 * csv-parse, taking its rows where it hands them to the readable side of the stream: about 400,000 rows of ten
 * cells a second against 260,000 by `on_record`, which copies its state for every row (Node 20, two cores).
 */
class RowParser extends Parser {
  rows: string[][] = [];
  lines: number[] = [];
  /** Line on which the next row begins. */
  nextLine = 1;
  #seen = 1;

  override push(row: unknown): boolean {
    if (!Array.isArray(row)) return super.push(row);
    const cells = row as string[];
    const now = this.info.lines;
    /* csv-parse counts a CRLF inside quotes twice: where lines were skipped, count them in the cells. */
    const own = now - this.#seen > 1 ? breaksIn(cells) : 0;
    this.#seen = now;
    if (cells.length > 1 || cells[0] !== '') {
      this.rows.push(cells);
      this.lines.push(this.nextLine);
    }
    this.nextLine += 1 + own;
    return true;
  }

  takeRows(): { rows: string[][]; lines: number[] } {
    const taken = { rows: this.rows, lines: this.lines };
    this.rows = [];
    this.lines = [];
    return taken;
  }
}

const columnAt = (header: readonly string[] | null, index: number): string => header?.[index] ?? `number ${index + 1}`;

/** What csv-parse says, for a person. Its codes: https://csv.js.org/parse/errors/ */
const refusal = (error: CsvError, line: number, header: readonly string[] | null): FileRefused => {
  const index = typeof error['index'] === 'number' ? error['index'] : 0;
  const column = columnAt(header, index);
  const at = `line ${line}, column “${column}”`;
  switch (error.code as string) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new FileRefused(
        `The file breaks off inside a quoted cell: the row that begins at ${at} never closes its quote. Export it again, or close the quote.`,
        line,
        column,
      );
    case 'CSV_MAX_RECORD_SIZE':
      return new FileRefused(
        `The row that begins at ${at} is longer than 1 MiB: a quote there never closes, or the delimiter is wrong.`,
        line,
        column,
      );
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new FileRefused(
        `In the row that begins at ${at} text follows a closing quote. Double the quotes inside a quoted cell ("").`,
        line,
        column,
      );
    case 'INVALID_OPENING_QUOTE':
      return new FileRefused(
        `In the row that begins at ${at} a quote stands in the middle of a cell. Put the cell in quotes and double those inside (""), or set "quotes": "relaxed" in the mapping's dialect.`,
        line,
        column,
      );
    default:
      return new FileRefused(`The row that begins at ${at} cannot be read: ${error.message}`, line, column);
  }
};

const refusalOf = (error: unknown, line: number, header: readonly string[] | null): unknown =>
  error instanceof CsvError ? refusal(error, line, header) : error;

/**
 * Splits UTF-8 pieces of a CSV file into rows of cells; the header is the first row of the first batch.
 * Blank lines are skipped, rows keep whatever number of cells they have.
 * @throws FileRefused naming line and column where the text is no CSV.
 */
export async function* readCsv(chunks: AsyncIterable<Utf8Chunk>, dialect: CsvDialect): AsyncGenerator<CellRows> {
  const parser = new RowParser({
    delimiter: dialect.delimiter,
    record_delimiter: [...RECORD_DELIMITERS[dialect.lineEnd]],
    relax_column_count: true,
    relax_quotes: dialect.quotes === 'relaxed',
    max_record_size: MAX_ROW_BYTES,
  });
  const failures: Error[] = [];
  parser.on('error', (error) => {
    failures.push(error);
  });
  let header: readonly string[] | null = null;
  let bytesRead = 0;

  const taken = (): CellRows => {
    const { rows, lines } = parser.takeRows();
    header ??= rows[0] ?? null;
    return { rows, lines, bytesRead };
  };

  for await (const chunk of chunks) {
    bytesRead = chunk.bytesRead;
    await new Promise<void>((resolve, reject) => {
      parser.write(chunk.bytes, (error) => {
        if (error) reject(error);
        else resolve();
      });
    }).catch((error: unknown) => {
      header ??= parser.rows[0] ?? null;
      throw refusalOf(error, parser.nextLine, header);
    });
    if (parser.rows.length > 0) yield taken();
  }
  await new Promise<void>((resolve) => {
    parser.once('error', () => {
      resolve();
    });
    parser.end(() => {
      resolve();
    });
  });
  const [failed] = failures;
  if (failed !== undefined) {
    header ??= parser.rows[0] ?? null;
    throw refusalOf(failed, parser.nextLine, header);
  }
  if (parser.rows.length > 0) yield taken();
}
