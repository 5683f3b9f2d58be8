import { describe, expect, it } from 'vitest';
import { readText } from './read-file.ts';

const utf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

const HEADER = ['team_id', 'name'];
const ROWS = [
  ['t1', 'Zürich, Nord'],
  ['t2', 'A "quoted" name'],
  ['t3', 'two\nlines'],
  ['t4', 'Ærø'],
];
const EXPECTED = ROWS.map(([team_id, name]) => expect.objectContaining({ team_id, name }) as unknown);

const csv = (delimiter: string, lineEnd: string): string =>
  [HEADER, ...ROWS].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join(lineEnd);

describe('the ways in which a file may be written', () => {
  it.each([
    ['UTF-8', Buffer.from(csv(',', '\n')), 'UTF-8', 'comma', 'LF'],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${csv(',', '\r\n')}\r\n`), 'UTF-8 with byte order mark', 'comma', 'CRLF'],
    ['semicolons', Buffer.from(csv(';', '\r\n')), 'UTF-8', 'semicolon', 'CRLF'],
    ['tabs', Buffer.from(csv('\t', '\n')), 'UTF-8', 'tab', 'LF'],
    ['CR alone', Buffer.from(csv(',', '\r')), 'UTF-8', 'comma', 'CR'],
    ['Windows-1252', Buffer.from(csv(';', '\r\n'), 'latin1'), 'WINDOWS-1252', 'semicolon', 'CRLF'],
    ['UTF-16 LE with BOM', utf16(csv('\t', '\r\n'), false, true), 'UTF-16LE with byte order mark', 'tab', 'CRLF'],
    ['UTF-16 BE with BOM', utf16(csv(',', '\n'), true, true), 'UTF-16BE with byte order mark', 'comma', 'LF'],
    ['UTF-16 LE without BOM', utf16(csv(',', '\n'), false, false), 'UTF-16LE', 'comma', 'LF'],
  ] as const)('reads %s and says so', async (_name, bytes, encoding, delimiter, lineEnds) => {
    const read = await readText(bytes, { kind: 'teams' });
    expect(read.records.teams).toEqual(EXPECTED);
    expect(read.dialect).toMatchObject({ encoding, delimiter, lineEnds });
    expect(read.counts).toEqual({ read: 4, refused: 0, warned: 0 });
  });

  it('tells Windows-1252 by one accent beyond the first 64 KiB', async () => {
    const filler = Array.from({ length: 9000 }, (_, index) => `f${index},plain name`).join('\n');
    const bytes = Buffer.concat([Buffer.from(`team_id,name\n${filler}\nlast,`), Buffer.from([0xe9])]);
    const read = await readText(bytes, { kind: 'teams' });
    expect(read.records.teams?.at(-1)).toMatchObject({ team_id: 'last', name: 'é' });
    expect(read.dialect['encoding']).toBe('WINDOWS-1252');
  });

  it('keeps characters whole that lie across the chunks in which the file is read', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `t${index},${'€'.repeat(index % 7)}x`);
    const read = await readText(`team_id,name\n${rows.join('\n')}\n`, { kind: 'teams' });
    expect(read.dialect['encoding']).toBe('UTF-8');
    expect(read.records.teams?.filter(({ name }) => !/^€*x$/.test(String(name)))).toEqual([]);
    expect(read.counts.read).toBe(60_000);
  });

  it('reads JSON lines, whatever the order of the keys', async () => {
    const text = '{"team_id":"t1","name":"One"}\n\n{"name":"Two","team_id":"t2","parent_team_id":null}\n';
    const read = await readText(text, { kind: 'teams' });
    expect(read.records.teams).toMatchObject([
      { team_id: 't1', name: 'One' },
      { team_id: 't2', name: 'Two', parent_team_id: null },
    ]);
    expect(read.dialect['format']).toBe('JSON lines');
  });

  it('counts lines as an editor does, over quoted line breaks, blank lines and CRLF', async () => {
    const text = 'cause_id,name,class\r\nc1,"a\r\nb\r\nc",promise\r\n\r\nc2,plain,nonsense\r\n';
    const read = await readText(text, { kind: 'causes' });
    expect(read.refusedRows).toEqual([
      { line: 6, column: 'class', value: 'nonsense', reason: expect.stringContaining('promise') as unknown },
    ]);
  });

  it('takes quotes inside unquoted cells where the mapping says so', async () => {
    const mapping = JSON.stringify({ dialect: { quotes: 'relaxed' } });
    const read = await readText('team_id,name\nt1,5" pipe\n', { kind: 'teams', mapping });
    expect(read.records.teams).toMatchObject([{ name: '5" pipe' }]);
  });
});
