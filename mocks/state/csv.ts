/** A row of a file with the line on which it starts; lines count from 1, the header included. */
export type CsvRow = { readonly line: number; readonly cells: ReadonlyMap<string, string> };

export type CsvFile =
  | { readonly kind: 'rows'; readonly columns: readonly string[]; readonly rows: readonly CsvRow[] }
  | { readonly kind: 'unreadable'; readonly message: string; readonly line: number };

/** Reads comma-separated text with a header; double quotes may hold commas and line breaks. */
export function readCsv(text: string): CsvFile {
  if (text.includes('\u0000')) return { kind: 'unreadable', message: 'This is a binary file, not a table.', line: 1 };
  const records: Array<{ readonly line: number; readonly cells: readonly string[] }> = [];
  let cells: string[] = [];
  let cell = '';
  let quotedSince: number | null = null;
  let line = 1;
  let startedAt = 1;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.length > 1 || cells[0] !== '') records.push({ line: startedAt, cells });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\n') line++;
    if (quotedSince !== null) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quotedSince = null;
    } else if (char === '"') quotedSince = line;
    else if (char === ',') {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') {
      endRecord();
      startedAt = line;
    } else if (char !== '\r' && char !== '\uFEFF') cell += char;
  }
  if (quotedSince !== null)
    return { kind: 'unreadable', message: 'The file breaks off inside a quoted field.', line: quotedSince };
  endRecord();
  const [header, ...body] = records;
  const columns = (header?.cells ?? []).map((name) => name.trim());
  const repeated = columns.find((name, index) => columns.indexOf(name) !== index);
  if (repeated !== undefined) return { kind: 'unreadable', message: `The column ${repeated} appears twice.`, line: 1 };
  return {
    kind: 'rows',
    columns,
    rows: body.map((record) => ({
      line: record.line,
      cells: new Map(columns.map((name, index) => [name, record.cells[index]?.trim() ?? ''])),
    })),
  };
}
