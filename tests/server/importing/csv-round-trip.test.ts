import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './read-file.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const LINE_ENDS = ['\n', '\r\n', '\r'] as const;

/** Text of any script, with everything that a CSV must quote; blanks around a cell mean nothing and are left out. */
const cell = fc
  .string({
    unit: fc.constantFrom('a', 'B', '7', ',', ';', '\t', '"', '\n', '\r\n', ' ', 'é', '€', '漢', '🙂', '-', "'"),
  })
  .map((text) => `x${text.trim()}x`);

const row = fc.tuple(cell, cell);

const quoted = (text: string, always: boolean): string =>
  always || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

describe('a CSV file', () => {
  it('comes back cell by cell, whatever its delimiter, line ends, quoting, encoding and mark', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom(...LINE_ENDS),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('utf8' as const, 'utf16le' as const),
        async (rows, delimiter, lineEnd, always, endsWithBreak, encoding) => {
          const given = rows.map(([first, second], index) => [`id${index}`, first, second] as const);
          const lines = [['cause_id', 'name', 'owner'], ...given].map((cells) =>
            cells.map((text) => quoted(text, always)).join(delimiter),
          );
          const text = lines.join(lineEnd) + (endsWithBreak ? lineEnd : '');
          const mapping = JSON.stringify({ dialect: { delimiter } });
          const read = await readText(Buffer.from(`\ufeff${text}`, encoding), { kind: 'causes', mapping });
          expect(read.refusedRows).toEqual([]);
          expect(read.records.causes?.map(({ cause_id, name, owner }) => [cause_id, name, owner])).toEqual(given);
        },
      ),
      { seed: 20_261_122, numRuns: 150 },
    );
  });

  it('cut off anywhere is read up to the cut or refused, and never invents a row', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `id${index},"name, ${index}",owner ${index}`);
    const text = ['cause_id,name,owner', ...rows].join('\n');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.length - 1 }), async (cut) => {
        const read = await readText(text.slice(0, cut), { kind: 'causes' }).catch(() => null);
        for (const [index, cause] of (read?.records.causes ?? []).entries()) {
          expect(cause).toMatchObject({ cause_id: `id${index}`, name: `name, ${index}` });
        }
      }),
      { seed: 20_261_122, numRuns: 120 },
    );
  });
});
