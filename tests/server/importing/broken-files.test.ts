import { describe, expect, it } from 'vitest';
import { readText, refusalOf } from './read-file.ts';

describe('a broken file is refused with place and remedy', () => {
  it.each([
    ['0 bytes', '', /empty/, 1, null],
    ['blank lines only', '\n\n  \n', /blank lines/, 1, null],
    ['a header and no rows', 'team_id,name\n', /header and no rows/, 1, null],
    ['broken off inside a quoted cell', 'team_id,name\nt1,One\nt2,"Tw', /breaks off inside a quoted cell/, 3, 'name'],
    ['text behind a closing quote', 'team_id,name\nt1,"One"x\n', /text follows a closing quote/, 2, 'name'],
    ['a quote in the middle of a cell', 'team_id,name\nt1,On"e\n', /quote stands in the middle/, 2, 'name'],
    ['a header that repeats', 'team_id,name\nt1,One\nteam_id,name\nt2,Two\n', /Line 3 repeats the header/, 3, null],
    ['a column named twice', 'team_id,name,Name\nt1,One,Two\n', /column “Name” twice/, 1, 'Name'],
    ['a header without the required columns', 'id,title\nt1,One\n', /lacks “team_id”, “name”/, 1, null],
    ['an unknown delimiter', 'team_id|name\nt1|One\n', /points to another delimiter/, 1, null],
    ['a JSON array', '[{"team_id":"t1"}]', /JSON array/, 1, null],
    ['JSON lines that break off', '{"team_id":"t1","name":"One"}\n{"team_id":', /Line 2 is no JSON object/, 2, null],
    ['an Excel workbook', 'PK\u0003\u0004 whatever', /Excel workbook/, 1, null],
  ] as const)('%s', async (_name, content, message, line, column) => {
    const refusal = await refusalOf(content, { kind: 'teams' });
    expect(refusal.message).toMatch(message);
    expect(refusal).toMatchObject({ line, column });
  });

  it('names the line of a zero byte in a binary file', async () => {
    const bytes = Buffer.concat([Buffer.from('team_id,name\nt1,One\n'), Buffer.from([0, 1, 2, 3])]);
    expect(await refusalOf(bytes, { kind: 'teams' })).toMatchObject({
      message: expect.stringMatching(/zero bytes/) as unknown,
      line: 3,
    });
  });

  it('stops at a row of more than 1 MiB instead of filling the memory', async () => {
    const refusal = await refusalOf(`team_id,name\nt1,"${'x'.repeat(1_500_000)}`, { kind: 'teams' });
    expect(refusal.message).toMatch(/longer than 1 MiB/);
    expect(refusal.line).toBe(2);
  });

  it('says that a given delimiter is the wrong one', async () => {
    const mapping = JSON.stringify({ dialect: { delimiter: ';' } });
    const refusal = await refusalOf('team_id,name\nt1,One\n', { kind: 'teams', mapping });
    expect(refusal.message).toMatch(/header of one column points to another delimiter/);
  });

  it('refuses single rows that are too short or too long, and no others', async () => {
    const read = await readText('team_id,name\nt1\nt2,Two\nt3,Three,more\nt4,Four,\n', { kind: 'teams' });
    expect(read.records.teams).toMatchObject([{ team_id: 't2' }, { team_id: 't4' }]);
    expect(read.refusedRows.map(({ line }) => line)).toEqual([2, 4]);
  });
});

describe('what the whole file must settle', () => {
  const orders = (...dates: readonly string[]): string =>
    ['order_id,customer_id,ordered_at', ...dates.map((date, index) => `o${index},c1,${date}`)].join('\n');

  it.each([
    ['day first', ['03/04/2024', '25/12/2024'], 'dmy'],
    ['month first', ['03/04/2024', '12/25/2024'], 'mdy'],
  ] as const)('finds %s from one row', async (_name, dates, order) => {
    expect((await readText(orders(...dates), { kind: 'orders' })).settled.dateOrder).toBe(order);
  });

  it('refuses a file that leaves the order open, with the remedy', async () => {
    const refusal = await refusalOf(orders('03/04/2024', '05/06/2024'), { kind: 'orders' });
    expect(refusal.message).toMatch(/--date-order dmy or mdy/);
    expect(refusal).toMatchObject({ line: 2, column: 'ordered_at' });
  });

  it('refuses a file that contradicts itself, naming both places', async () => {
    const refusal = await refusalOf(orders('25/12/2024', '12/25/2024'), { kind: 'orders' });
    expect(refusal.message).toMatch(/“25\/12\/2024” in line 2.*“12\/25\/2024” in line 3/);
  });

  it('takes the order that is given, and refuses the rows against it', async () => {
    const read = await readText(orders('03/04/2024', '12/25/2024'), { kind: 'orders', dateOrder: 'dmy' });
    expect(read.records.orders).toMatchObject([{ ordered_day: 19_816 }]);
    expect(read.refusedRows).toMatchObject([{ line: 3, column: 'ordered_at', reason: 'This is no date.' }]);
  });

  it('refuses numbers whose comma may be both, with the remedy', async () => {
    const text = 'order_id;customer_id;ordered_at;quoted_total\no1;c1;2024-01-01;1,234\n';
    expect((await refusalOf(text, { kind: 'orders' })).message).toMatch(/"decimalMark" in the mapping/);
    const settled = await readText(`${text}o2;c1;2024-01-01;12,5\n`, { kind: 'orders' });
    expect(settled.records.orders).toMatchObject([{ quoted_total: 123 }, { quoted_total: 1250 }]);
  });
});
