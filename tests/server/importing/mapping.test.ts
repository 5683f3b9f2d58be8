import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../server/importing/record-fields.ts';
import { RECORD_TABLES } from '../../../server/records/record-tables.ts';
import { RECORD_KINDS } from '../../../src/domain/catalogue-types.ts';
import { readText, refusalOf } from './read-file.ts';

const mapped = async (text: string, mapping: object) => readText(text, { mapping: JSON.stringify(mapping) });

describe('a mapping', () => {
  it('takes columns of other names, constants, value maps, prefixes and words that mean nothing', async () => {
    const read = await mapped('Nr,Kunde,Am,Art\n7,Z9,2024-01-05,Reklamation\n8,Z9,unbekannt,Frage\n', {
      missing: ['unbekannt'],
      idPrefix: 'crm-',
      records: [
        {
          kind: 'claims',
          fields: {
            claim_id: 'Nr',
            customer_id: 'Kunde',
            opened_at: { firstOf: ['Am', { constant: '2024-01-01' }] },
            channel: { constant: 'crm' },
            severity: { column: 'Art', values: { Reklamation: 'high' }, transform: ['lower'] },
          },
        },
      ],
    });
    expect(read.records.claims).toMatchObject([
      { claim_id: 'crm-7', customer_id: 'crm-Z9', opened_day: 19_727, channel: 'crm', severity: 'high' },
      { claim_id: 'crm-8', opened_day: 19_723, severity: 'frage' },
    ]);
  });

  it('makes records of several kinds from one row, only of the rows that its conditions name', async () => {
    const read = await mapped('id,state,at\n1,open,2024-01-05\n2,gone,2024-01-05\n3,,2024-01-05\n', {
      records: [
        {
          kind: 'claims',
          when: { column: 'state', isNot: ['gone'] },
          fields: { claim_id: 'id', customer_id: 'id', opened_at: 'at' },
        },
        { kind: 'customers', when: { column: 'state', given: true }, fields: { customer_id: 'id' } },
      ],
    });
    expect(read.records.claims?.map(({ claim_id }) => claim_id)).toEqual(['1', '3']);
    expect(read.records.customers?.map(({ customer_id }) => customer_id)).toEqual(['1', '2']);
  });

  it('creates the teams, causes and customers that it is told to, each once and by the name in the file', async () => {
    const read = await mapped(
      'id,team,cause,who,at\n1,Solid Waste,Late!,c1,2024-01-05\n2,Solid Waste,Late!,c1,2024-01-06\n',
      {
        create: ['teams', 'causes', 'customers'],
        records: [
          {
            kind: 'claims',
            fields: {
              claim_id: 'id',
              customer_id: 'who',
              team_id: { column: 'team', transform: ['slug'] },
              cause_id: { column: 'cause', transform: ['slug'] },
              opened_at: 'at',
            },
          },
        ],
      },
    );
    expect(read.ifMissing).toEqual({
      teams: [{ team_id: 'solid-waste', name: 'Solid Waste' }],
      causes: [{ cause_id: 'late', name: 'Late!' }],
      customers: [{ customer_id: 'c1', name: null, kind: 'external' }],
    });
  });

  it('creates a team that only a later row could bring, when the first row that named it was refused', async () => {
    const read = await mapped('id,team,at\n1,North,never\n2,North,2024-01-06\n', {
      create: ['teams'],
      records: [{ kind: 'claims', fields: { claim_id: 'id', customer_id: 'id', team_id: 'team', opened_at: 'at' } }],
    });
    expect(read.counts.refused).toBe(1);
    expect(read.ifMissing.teams).toEqual([{ team_id: 'North', name: 'North' }]);
  });

  it('dates a shared record by its earliest row, so that the order of rows does not matter', async () => {
    const read = await mapped('order,line,at\no1,1,2024-01-09\no1,2,2024-01-05\no1,3,2024-01-07\n', {
      records: [
        { kind: 'orders', shared: true, fields: { order_id: 'order', customer_id: 'order', ordered_at: 'at' } },
      ],
    });
    expect(read.records.orders?.at(-1)).toMatchObject({ ordered_day: 19_727, ordered_week: 2818 });
  });

  it('counts deadlines from another column by the calendar, over a change of the clock', async () => {
    const read = await readText('id,at,wait\n1,2024-03-30 12:00,90\n', {
      timeZone: 'Europe/Madrid',
      mapping: JSON.stringify({
        records: [
          {
            kind: 'claims',
            fields: {
              claim_id: 'id',
              customer_id: 'id',
              opened_at: 'at',
              acknowledge_by: { after: 'at', hours: 24 },
              resolve_by: { after: 'at', days: 1 },
              acknowledged_at: { after: 'at', minutes: { column: 'wait' } },
            },
          },
        ],
      }),
    });
    const [claim] = read.records.claims ?? [];
    const iso = (value: unknown): string => new Date(Number(value)).toISOString();
    expect(iso(claim?.['acknowledge_by'])).toBe('2024-03-31T11:00:00.000Z');
    expect(iso(claim?.['resolve_by'])).toBe('2024-03-31T10:00:00.000Z');
    expect(iso(claim?.['acknowledged_at'])).toBe('2024-03-30T12:30:00.000Z');
  });

  it.each([
    ['no JSON', '{', /no JSON/],
    ['an unknown part', '{"colour":"red"}', /cannot be used/],
    [
      'an unknown field',
      '{"records":[{"kind":"teams","fields":{"team_id":"a","name":"a","boss":"a"}}]}',
      /“boss”, which teams do not have/,
    ],
    [
      'no source for a required field',
      '{"records":[{"kind":"teams","fields":{"team_id":"a"}}]}',
      /“name”, which teams need/,
    ],
    [
      'an unknown transformation',
      '{"kind":"teams","fields":{"name":{"column":"a","transform":["rot13"]}}}',
      /cannot be used/,
    ],
    [
      'a column that the file lacks',
      '{"records":[{"kind":"teams","fields":{"team_id":"a","name":"b"}}]}',
      /no column “b”/,
    ],
    ['an unknown time zone', '{"kind":"teams","timeZone":"Mars","fields":{"team_id":"a","name":"a"}}', /Mars/],
  ])('with %s is refused with a reason', async (_guard, mapping, message) => {
    await expect(refusalOf('a\nx\n', { mapping }).then((refusal) => refusal.message, String)).resolves.toMatch(message);
  });

  it('names the columns that are not imported', async () => {
    const read = await readText('team_id,name,boss\nt,T,B\n', { kind: 'teams' });
    expect(read.notes).toEqual(['Not imported: “boss”.']);
  });
});

describe('the fields of each kind', () => {
  it.each(RECORD_KINDS)('%s fill columns that its table has, and no other', (kind) => {
    const columns = new Set(RECORD_TABLES[kind].columns);
    const filled = fieldsOf(kind).fields.flatMap(({ column, type }) =>
      [column, 'day' in type ? type.day : undefined, 'week' in type ? type.week : undefined].filter(
        (one) => one !== undefined,
      ),
    );
    expect(filled.filter((column) => !columns.has(column))).toEqual([]);
  });
});
