import { expect, test } from 'vitest';
import { RECORD_KINDS } from '../../src/domain/catalogue-types.ts';
import { computedIndicators } from '../../src/domain/catalogue-computed.ts';
import { DEFINITIONS, definitionOf, storedAs } from '../../server/indicators/definitions.ts';
import { PROVENANCE, RECORD_TABLES } from '../../server/records/record-tables.ts';
import { eachDatabase } from './setup/test-databases.ts';

const byName = (a: string, b: string): number => (a < b ? -1 : 1);

test('an indicator of the catalogue has no SQL, or SQL has no indicator', () => {
  const known = computedIndicators.map(({ id }) => id).sort(byName);
  expect(DEFINITIONS.map(({ id }) => id).sort(byName)).toEqual(known);
});

test('an id is defined twice', () => {
  expect(new Set(DEFINITIONS.map(({ id }) => id)).size).toBe(DEFINITIONS.length);
});

test('a part spans weeks in an indicator that is stored as sums', () => {
  for (const { id, stored, parts } of DEFINITIONS) {
    for (const { when } of parts) expect([id, when.kind]).toEqual([id, stored === 'flows' ? 'in-span' : 'in-week']);
  }
});

test('an own indicator is read as flows', () => {
  expect(storedAs('own')).toBe('sums');
  expect(definitionOf('own')).toBeUndefined();
});

eachDatabase((_, open) => {
  test('the writer knows other columns than the tables have', async () => {
    const { db } = await open();
    for (const kind of RECORD_KINDS) {
      const { table, columns } = RECORD_TABLES[kind];
      const found =
        db.dialect === 'sqlite'
          ? await db.all<{ name: string }>(`select name from pragma_table_info('${table}')`)
          : await db.all<{ name: string }>(
              `select column_name as name from information_schema.columns where table_name = '${table}'`,
            );
      expect([table, found.map(({ name }) => name).sort(byName)]).toEqual([
        table,
        [...columns, ...PROVENANCE].sort(byName),
      ]);
    }
  });
});
