import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { FileRefused } from './file-refused.ts';
import { byteOrderMark, unmarkedUtf16, utf8Watch, type Encoding } from './text-encoding.ts';

/** Bytes read at a time: memory stays flat whatever the size of the file. */
export const CHUNK_BYTES = 131072;
const HEAD_BYTES = 65_536;

/** What a first pass over the bytes of a file found out. */
export type FileSurvey = {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly hash: string;
  readonly encoding: Encoding;
  /** Length of the byte order mark, 0 where there is none. */
  readonly markBytes: number;
  /** The first bytes, for finding the delimiter. */
  readonly head: Buffer;
};

/** File types that people drop by mistake: https://en.wikipedia.org/wiki/List_of_file_signatures */
const SIGNATURES: ReadonlyArray<readonly [readonly number[], string]> = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an Excel workbook: save the sheet as CSV (UTF-8) and import that'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook: save the sheet as CSV (UTF-8) and import that'],
  [[0x1f, 0x8b], 'a gzip archive: unpack it and import the file inside'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF: export the records as CSV instead'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a SQLite database: export its tables as CSV'],
];

const refuseSignature = (head: Buffer): void => {
  const found = SIGNATURES.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (found !== undefined) throw new FileRefused(`This is no text file but ${found[1]}.`, 1);
};

const LINE_FEED = 10;

/** Line of the byte at `at`, counting line feeds; exact enough to find a stray byte in an editor. */
const lineOf = (linesBefore: number, chunk: Buffer, at: number): number => {
  let line = linesBefore + 1;
  for (let found = chunk.indexOf(LINE_FEED); found !== -1 && found < at; found = chunk.indexOf(LINE_FEED, found + 1)) {
    line += 1;
  }
  return line;
};

const countLineFeeds = (chunk: Buffer): number => {
  let count = 0;
  for (let found = chunk.indexOf(LINE_FEED); found !== -1; found = chunk.indexOf(LINE_FEED, found + 1)) count += 1;
  return count;
};

/**
 * Reads the whole file once: hash, length, encoding. Encoding is settled from the whole file, since a single
 * accented letter in the last row tells Windows-1252 from UTF-8.
 * @throws FileRefused for an empty or binary file.
 */
export const surveyFile = async (
  path: string,
  options: { readonly encoding?: Encoding | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<FileSurvey> => {
  const { size } = await stat(path);
  if (size === 0) throw new FileRefused('The file is empty (0 bytes). Export it again.', 1);
  const hash = createHash('sha256');
  const utf8 = utf8Watch();
  let head: Buffer = Buffer.alloc(0);
  let marked: { encoding: Encoding; length: number } | null = null;
  let wide: Encoding | null = null;
  let lineFeeds = 0;
  let first = true;
  for await (const chunk of createReadStream(path, {
    highWaterMark: CHUNK_BYTES,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (first) {
      first = false;
      head = Buffer.from(chunk.subarray(0, HEAD_BYTES));
      marked = byteOrderMark(head);
      refuseSignature(head);
      wide = options.encoding ?? marked?.encoding ?? unmarkedUtf16(head);
    }
    if (wide === 'utf-16le' || wide === 'utf-16be') continue;
    const zero = chunk.indexOf(0);
    if (zero !== -1) {
      throw new FileRefused(
        'This is no text file: it holds zero bytes. Export the records as CSV, TSV or JSON lines.',
        lineOf(lineFeeds, chunk, zero),
      );
    }
    lineFeeds += countLineFeeds(chunk);
    utf8.push(chunk);
  }
  const found = utf8.end();
  const encoding = options.encoding ?? marked?.encoding ?? wide ?? (found === 'other' ? 'windows-1252' : 'utf-8');
  if (encoding === 'utf-8' && found === 'other') {
    throw new FileRefused('The file says that it is UTF-8, but holds bytes that are not. Export it again as UTF-8.');
  }
  return { path, bytes: size, hash: hash.digest('hex'), encoding, markBytes: marked?.length ?? 0, head };
};
