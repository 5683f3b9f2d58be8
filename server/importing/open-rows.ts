import { FileRefused } from './file-refused.ts';
import { readCsv, type CellRows } from './read-csv.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readUtf8 } from './read-text.ts';
import type { FileDialect } from './sniff-dialect.ts';
import type { FileSurvey } from './survey-file.ts';

/** The rows of a file from its start; the header is the first row. May be opened as often as wanted. */
export const openRows = (survey: FileSurvey, dialect: FileDialect, signal?: AbortSignal): AsyncGenerator<CellRows> => {
  const chunks = readUtf8(survey, signal);
  return dialect.format === 'csv' ? readCsv(chunks, dialect) : readJsonLines(chunks);
};

/**
 * The header of a file.
 * @throws FileRefused where a name stands twice or the first row is no header.
 */
export const readHeader = async (survey: FileSurvey, dialect: FileDialect): Promise<readonly string[]> => {
  const rows = openRows(survey, dialect);
  try {
    for await (const batch of rows) {
      const header = batch.rows[0];
      if (header !== undefined) return checkHeader(header, batch.lines[0] ?? 1);
    }
  } finally {
    await rows.return(undefined);
  }
  throw new FileRefused('The file holds no rows. Export it again.', 1);
};

const checkHeader = (header: readonly string[], line: number): readonly string[] => {
  const seen = new Set<string>();
  for (const column of header) {
    const name = column.trim().toLowerCase();
    if (name === '') continue;
    if (seen.has(name)) {
      throw new FileRefused(
        `The header names the column “${column.trim()}” twice. Rename one of them.`,
        line,
        column.trim(),
      );
    }
    seen.add(name);
  }
  if (seen.size === 0) throw new FileRefused(`Line ${line} should be the header, but names no column.`, line);
  return header.map((column) => column.trim());
};
