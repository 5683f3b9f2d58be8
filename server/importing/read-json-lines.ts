import { FileRefused } from './file-refused.ts';
import { MAX_ROW_BYTES, type CellRows } from './read-csv.ts';
import type { Utf8Chunk } from './read-text.ts';

const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value);
};

const parseLine = (text: string, line: number): Readonly<Record<string, unknown>> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no JSON';
    throw new FileRefused(`Line ${line} is no JSON object: ${reason}. Each line must be one whole object.`, line);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FileRefused(`Line ${line} is no JSON object. Each line must be one whole object.`, line);
  }
  return value as Readonly<Record<string, unknown>>;
};

/**
 * Reads JSON lines as rows of cells, so that one mapping serves both formats. The header is the union of the keys of
 * the first batch; keys that appear later in the file are unknown columns and are left out.
 * @throws FileRefused naming the line that is no JSON object.
 */
export async function* readJsonLines(chunks: AsyncIterable<Utf8Chunk>): AsyncGenerator<CellRows> {
  const decoder = new TextDecoder('utf-8');
  let header: readonly string[] | null = null;
  let rest = '';
  let line = 0;
  let bytesRead = 0;

  const cells = (texts: readonly string[]): CellRows => {
    const objects: Array<Readonly<Record<string, unknown>>> = [];
    const lines: number[] = [];
    for (const text of texts) {
      line += 1;
      if (text.trim() === '') continue;
      objects.push(parseLine(text, line));
      lines.push(line);
    }
    const rows: Array<readonly string[]> = [];
    if (header === null && objects.length > 0) {
      header = [...new Set(objects.flatMap((object) => Object.keys(object)))];
      rows.push(header);
      lines.unshift(0);
    }
    const columns = header ?? [];
    for (const object of objects) rows.push(columns.map((column) => cellOf(object[column])));
    return { rows, lines, bytesRead };
  };

  for await (const chunk of chunks) {
    bytesRead = chunk.bytesRead;
    const texts = (rest + decoder.decode(chunk.bytes, { stream: true })).split('\n');
    rest = texts.pop() ?? '';
    if (rest.length > MAX_ROW_BYTES) {
      throw new FileRefused(`Line ${line + texts.length + 1} is longer than 1 MiB.`, line + texts.length + 1);
    }
    if (texts.length > 0) yield cells(texts);
  }
  if (rest.trim() !== '') yield cells([rest]);
}
