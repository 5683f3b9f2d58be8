import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { refusedPath } from '../../../server/importing/refused-list.ts';
import { contentsOf, dataVersionOf, importPath, type TestFolder, withDatabase } from './test-database.ts';

/* The machine may be busy; a slow import is no wrong one. */
vi.setConfig({ testTimeout: 120_000 });

const write = async ({ folder }: TestFolder, name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

const ORDERS = 'order_id,customer_id,ordered_at\no1,c1,2024-01-05\no2,c2,2024-01-06\n';
const LINES = `line_id,order_id,quantity_ordered,promised_at,delivered_at
l1,o1,1,2024-01-08,2024-01-08
l2,o2,1,2024-01-09,2024-01-10
`;

describe('an import', () => {
  it('is listed with its hash, counts, weeks, coverage and dialect', async () => {
    await withDatabase(async (test) => {
      await importPath(test, await write(test, 'o.csv', ORDERS), { kind: 'orders' });
      const { report } = await importPath(test, await write(test, 'l.csv', LINES), { kind: 'order_lines' });
      expect(report).toMatchObject({
        status: 'done',
        fileHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        counts: { read: 2, new: 2, changed: 0, unchanged: 0, refused: 0, warned: 0 },
        records: { order_lines: 2 },
        covers: { from: '2024-01-08', to: '2024-01-10' },
        dialect: { delimiter: 'comma', lineEnds: 'LF', timeZone: 'UTC' },
        error: null,
      });
      expect(report.weeks).toMatchObject({ from: '2024-W02' });
    });
  });

  it('counts corrections as changed and leaves the other rows alone', async () => {
    await withDatabase(async (test) => {
      await importPath(test, await write(test, 'o.csv', ORDERS), { kind: 'orders' });
      const path = await write(test, 'o2.csv', ORDERS.replace('c2', 'c1'));
      const { report } = await importPath(test, path, { kind: 'orders' });
      expect(report.counts).toMatchObject({ new: 0, changed: 1, unchanged: 1 });
    });
  });

  it('takes the last of the rows that repeat an id, and says how many there were', async () => {
    await withDatabase(async (test) => {
      const path = await write(test, 't.csv', 'team_id,name\nt1,First\nt2,Two\nt1,Last\n');
      const { report } = await importPath(test, path, { kind: 'teams' });
      expect(report.counts).toMatchObject({ read: 3, new: 2 });
      expect(report.warnings.map(({ reason }) => reason)).toContainEqual(
        expect.stringMatching(/^1 of the teams repeat an id/),
      );
      expect(await test.db.all(`select name from teams where team_id = 't1'`)).toEqual([{ name: 'Last' }]);
    });
  });

  it('as a dry run counts the same and writes nothing', async () => {
    await withDatabase(async (test) => {
      const before = await contentsOf(test.db);
      const path = await write(test, 'o.csv', `${ORDERS}o3,c3,never\n`);
      const { report } = await importPath(test, path, { kind: 'orders', dryRun: true });
      expect(report).toMatchObject({ status: 'done', dryRun: true, counts: { new: 2, refused: 1 } });
      expect(await contentsOf(test.db)).toBe(before);
      expect(await dataVersionOf(test.db)).toBe(0);
    });
  });

  it('with --strict refuses the whole file for one row', async () => {
    await withDatabase(async (test) => {
      const before = await contentsOf(test.db);
      const path = await write(test, 'o.csv', `${ORDERS}o3,c3,never\n`);
      const { report, outcome } = await importPath(test, path, { kind: 'orders', strict: true });
      expect(outcome).toMatchObject({ ended: 'failed', code: 'import-refused' });
      expect(report).toMatchObject({ status: 'failed', refusedRows: [{ line: 4, column: 'ordered_at' }] });
      expect(await contentsOf(test.db)).toBe(before);
    });
  });

  it('that breaks off at its end writes nothing of what came before', async () => {
    await withDatabase(async (test) => {
      const rows = Array.from({ length: 20_000 }, (_, index) => `o${index},c${index},2024-01-05`);
      const path = await write(test, 'o.csv', `order_id,customer_id,ordered_at\n${rows.join('\n')}\n"o`);
      const before = await contentsOf(test.db);
      const { report } = await importPath(test, path, { kind: 'orders' });
      expect(report).toMatchObject({ status: 'failed', error: { line: 20_002, column: 'order_id' } });
      expect(report.error?.message).toMatch(/breaks off inside a quoted cell/);
      expect(await contentsOf(test.db)).toBe(before);
    });
  });

  it('settles the order of dates from the whole file, also where the first tells only near its end', async () => {
    await withDatabase(async (test) => {
      const rows = Array.from({ length: 9000 }, (_, index) => `o${index},c,2024-01-05`);
      const path = await write(
        test,
        'o.csv',
        `order_id,customer_id,ordered_at\n${rows.join('\n')}\nx,c,03/04/2024\ny,c,25/12/2023\n`,
      );
      const { report } = await importPath(test, path, { kind: 'orders' });
      expect(report).toMatchObject({
        status: 'done',
        counts: { read: 9002, new: 9002 },
        dialect: { dateOrder: 'dmy' },
      });
      expect(await test.db.all(`select ordered_day from orders where order_id = 'x'`)).toEqual([
        { ordered_day: 19_816 },
      ]);
    });
  });

  it('covers what is declared, and refuses a span that is none', async () => {
    await withDatabase(async (test) => {
      const path = await write(test, 'o.csv', ORDERS);
      const { report } = await importPath(test, path, { kind: 'orders', covers: '2024-01-01..2024-01-31' });
      expect(report.covers).toEqual({ from: '2024-01-01', to: '2024-01-31' });
      const wrong = await importPath(test, path, { kind: 'orders', covers: '2024-02-01..2024-01-31' });
      expect(wrong.report.error?.message).toMatch(/no span of days/);
    });
  });

  it('refuses lines that were delivered before their stored order', async () => {
    await withDatabase(async (test) => {
      await importPath(test, await write(test, 'o.csv', ORDERS), { kind: 'orders' });
      const lines = LINES.replace('2024-01-10', '2024-01-04').replace('2024-01-08,2024-01-08', '2024-01-08,2024-01-04');
      const { report } = await importPath(test, await write(test, 'l.csv', lines), { kind: 'order_lines' });
      expect(report.refusedRows).toMatchObject([
        { line: 3, column: 'delivered_at', reason: expect.stringMatching(/before it was ordered/) as unknown },
      ]);
      expect(report.counts).toMatchObject({ new: 1, refused: 1 });
    });
  });

  it('lets own indicators be fed by observations, and never mixes counted and sent figures', async () => {
    await withDatabase(async (test) => {
      const indicators =
        'indicator_id,name,dimension,unit,better,definition\nown-one,Own,quality,percent,higher,Words\n';
      await importPath(test, await write(test, 'i.csv', indicators), { kind: 'indicators' });
      await importPath(test, await write(test, 'o.csv', ORDERS), { kind: 'orders' });
      await importPath(test, await write(test, 'l.csv', LINES), { kind: 'order_lines' });
      const observations =
        'indicator_id,week,numerator,denominator\nown-one,2024-W02,9,10\non-time,2024-W02,9,10\nanswered-in-promise,2024-W02,4,5\n';
      const { report } = await importPath(test, await write(test, 'x.csv', observations), { kind: 'observations' });
      expect(report.counts).toMatchObject({ new: 2, refused: 1 });
      expect(report.refusedRows).toMatchObject([{ line: 3, reason: expect.stringMatching(/never mixes/) as unknown }]);
      expect(await readFile(refusedPath(test.folder, report.id), 'utf8')).toMatch(
        /\r\non-time,2024-W02,9,10,3,,.*never mixes/,
      );
      expect(
        await test.db.all(
          `select indicator_id, numerator from observations where indicator_id in ('own-one', 'answered-in-promise') order by 1`,
        ),
      ).toEqual([
        { indicator_id: 'answered-in-promise', numerator: 4 },
        { indicator_id: 'own-one', numerator: 9 },
      ]);
    });
  });

  it('cancelled on its way leaves nothing behind', async () => {
    await withDatabase(async (test) => {
      const rows = Array.from({ length: 30_000 }, (_, index) => `o${index},c${index},2024-01-05`);
      const path = await write(test, 'o.csv', `order_id,customer_id,ordered_at\n${rows.join('\n')}\n`);
      const before = await contentsOf(test.db);
      const stop = new AbortController();
      queueMicrotask(() => {
        stop.abort(new Error('Cancelled.'));
      });
      const { report, outcome } = await importPath(test, path, { kind: 'orders', signal: stop.signal });
      expect(outcome).toEqual({ ended: 'cancelled' });
      expect(report.status).toBe('cancelled');
      expect(await contentsOf(test.db)).toBe(before);
    });
  });

  it('on a full disk ends with a clear error and changes nothing', async () => {
    await withDatabase(async (test) => {
      await importPath(test, await write(test, 'o.csv', ORDERS), { kind: 'orders' });
      const rows = Array.from({ length: 30_000 }, (_, index) => `p${index},c${index},2024-01-05`);
      const path = await write(test, 'p.csv', `order_id,customer_id,ordered_at\n${rows.join('\n')}\n`);
      const before = await contentsOf(test.db);
      /* A database that may not grow answers like a disk that is full: SQLITE_FULL. */
      await test.db.transaction(async (tx) => {
        const [pages] = await tx.all<{ page_count: number }>('pragma page_count');
        await tx.all(`pragma max_page_count = ${(pages?.page_count ?? 0) + 20}`);
      });
      const { report, outcome } = await importPath(test, path, { kind: 'orders' });
      expect(outcome).toMatchObject({ ended: 'failed', code: 'disk-full' });
      expect(report.error?.message).toMatch(/disk .* is full\. Nothing was changed/);
      expect(await contentsOf(test.db)).toBe(before);
      expect(await test.db.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    });
  });
});

describe('refused rows', () => {
  it('can be downloaded with their reasons, harmless to a spreadsheet, mended and imported again', async () => {
    await withDatabase(async (test) => {
      const text = 'order_id,customer_id,ordered_at\n=1+1,c1,never\n@x,"c,2",never\no3,-5,2024-01-05\no4,-5,never\n';
      const { report } = await importPath(test, await write(test, 'o.csv', text), { kind: 'orders' });
      const path = refusedPath(test.folder, report.id);
      const list = await readFile(path, 'utf8');
      expect(list.split('\r\n')).toEqual([
        'order_id,customer_id,ordered_at,refused_line,refused_column,refused_value,refused_reason',
        "'=1+1,c1,never,2,ordered_at,never,This is no date.",
        `'@x,"c,2",never,3,ordered_at,never,This is no date.`,
        'o4,-5,never,5,ordered_at,never,This is no date.',
        '',
      ]);
      await writeFile(path, list.replaceAll('never,', '2024-01-06,'));
      const again = await importPath(test, path, { kind: 'orders' });
      expect(again.report.counts).toMatchObject({ read: 3, new: 3, refused: 0 });
    });
  });
});
