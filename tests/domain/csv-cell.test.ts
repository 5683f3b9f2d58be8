import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvField, harmlessText } from '../../src/domain/csv-cell.ts';

describe('a cell that a spreadsheet runs', () => {
  test.each([
    { text: '=1+1', cell: "'=1+1" },
    { text: '+1', cell: "'+1" },
    { text: '-2+3+cmd|"/C calc"!A0', cell: `"'-2+3+cmd|""/C calc""!A0"` },
    { text: '@SUM(A1)', cell: "'@SUM(A1)" },
    { text: '\t=1', cell: "'\t'=1" },
    { text: '\r=1', cell: `"'\r'=1"` },
    { text: '\n=1', cell: `"'\n'=1"` },
    { text: '＝1', cell: "'＝1" },
    { text: 'late;=HYPERLINK("http://evil")', cell: `"late;'=HYPERLINK(""http://evil"")"` },
    { text: 'two\nlines', cell: '"two\nlines"' },
    { text: 'a, "b"', cell: '"a, ""b"""' },
    { text: 'ana+tag@example.org', cell: 'ana+tag@example.org' },
    { text: '2026-11-16', cell: '2026-11-16' },
    { text: '', cell: '' },
  ])('$text', ({ text, cell }) => {
    expect(csvField(text)).toBe(cell);
  });

  test('whatever somebody writes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('=', '+', '-', '@', '＝', ';', '\t', '\n', '"', ',', 'a', ' ')),
        (letters) => {
          const text = letters.join('');
          for (const cell of harmlessText(text).split(/[;\t\r\n]/)) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
          const field = csvField(text);
          const inner = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
          expect(inner).toBe(harmlessText(text));
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});
