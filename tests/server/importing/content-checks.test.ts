import { describe, expect, it } from 'vitest';
import type { RecordKind } from '../../../src/domain/catalogue-types.ts';
import { noReferences, type References } from '../../../server/importing/references.ts';
import { readText } from './read-file.ts';

const known = (): References => ({
  ...noReferences(),
  teams: new Set(['unassigned', 'north']),
  causes: new Set(['late']),
  scales: new Map([['survey', { min: 1, max: 5 }]]),
  ownIndicators: new Map([['queue', { id: 'queue', name: 'Queue', takesTarget: true, better: 'none' }]]),
});

type Refused = readonly [
  guard: string,
  kind: RecordKind,
  header: string,
  row: string,
  column: string | null,
  reason: RegExp,
];

const REFUSED: readonly Refused[] = [
  ['a date that is none', 'orders', 'order_id,customer_id,ordered_at', 'o,c,soon', 'ordered_at', /no date/],
  ['a year far off', 'orders', 'order_id,customer_id,ordered_at', 'o,c,0024-01-01', 'ordered_at', /outside 1900/],
  [
    'a negative quantity',
    'order_lines',
    'line_id,order_id,quantity_ordered,promised_at',
    'l,o,-1,2024-01-01',
    'quantity_ordered',
    /not negative/,
  ],
  [
    'a number that is none',
    'order_lines',
    'line_id,order_id,quantity_ordered,promised_at',
    'l,o,many,2024-01-01',
    'quantity_ordered',
    /no number/,
  ],
  ['an unknown enum value', 'causes', 'cause_id,name,class', 'c,C,weather', 'class', /one of promise/],
  ['a missing required value', 'teams', 'team_id,name', 't,', 'name', /must be given/],
  [
    'an unknown team',
    'orders',
    'order_id,customer_id,team_id,ordered_at',
    'o,c,south,2024-01-01',
    'team_id',
    /No team/,
  ],
  [
    'an unknown cause',
    'claims',
    'claim_id,customer_id,cause_id,opened_at',
    'k,c,early,2024-01-01',
    'cause_id',
    /No cause/,
  ],
  [
    'a grade off its scale',
    'evaluations',
    'evaluation_id,post_id,answered_at,compliance',
    'e,survey,2024-01-01,6',
    'compliance',
    /scale of 1 to 5/,
  ],
  [
    'a grade without a scale',
    'evaluations',
    'evaluation_id,post_id,answered_at,compliance',
    'e,other,2024-01-01,3',
    'post_id',
    /No listening post/,
  ],
  [
    'a scale upside down',
    'listening_posts',
    'post_id,name,audience,scale_min,scale_max',
    'p,P,external,5,1',
    'scale_max',
    /ends above/,
  ],
  [
    'a flag that is none',
    'contacts',
    'contact_id,at,direction,automated',
    'x,2024-01-01,inbound,perhaps',
    'automated',
    /yes nor no/,
  ],
  [
    'a target for the silent customers',
    'goals',
    'indicator_id,target,from,due',
    'silent-customers,1,2024-W01,2024-12-31',
    'indicator_id',
    /estimate with a range/,
  ],
  [
    'a target for the posture',
    'goals',
    'indicator_id,target,from,due',
    'posture,1,2024-W01,2024-12-31',
    'indicator_id',
    /many shares at once/,
  ],
  [
    'a target for a figure that merely stands beside others',
    'goals',
    'indicator_id,target,from,due',
    'broken-late,1,2024-W01,2024-12-31',
    'indicator_id',
    /takes no goal of its own/,
  ],
  [
    'a target for an own indicator without a better direction',
    'goals',
    'indicator_id,target,from,due',
    'queue,1,2024-W01,2024-12-31',
    'indicator_id',
    /no better direction/,
  ],
  [
    'a goal whose way starts after its date',
    'goals',
    'indicator_id,baseline,baseline_week,target,from,due',
    'on-time,80,2025-W01,90,2024-W01,2024-12-31',
    'baseline_week',
    /after the week of the baseline/,
  ],
  [
    'a baseline in a week that is none',
    'goals',
    'indicator_id,baseline,baseline_week,target,from,due',
    'on-time,80,soon,90,2024-W01,2024-12-31',
    'baseline_week',
    /neither an ISO week/,
  ],
  [
    'an improvement of no indicator',
    'improvements',
    'improvement_id,title,indicator_id',
    'i,Second check,happiness',
    'indicator_id',
    /No indicator/,
  ],
  [
    'an improvement of no team',
    'improvements',
    'improvement_id,title,team_id',
    'i,Second check,south',
    'team_id',
    /team/,
  ],
  [
    'a goal for no indicator',
    'goals',
    'indicator_id,target,from,due',
    'happiness,1,2024-W01,2024-12-31',
    'indicator_id',
    /No indicator/,
  ],
  [
    'a week that is none',
    'observations',
    'indicator_id,week,numerator,denominator',
    'on-time,2021-W53,1,2',
    'week',
    /neither an ISO week/,
  ],
  [
    'observations of no indicator',
    'observations',
    'indicator_id,week,numerator,denominator',
    'happiness,2021-W02,1,2',
    'indicator_id',
    /No indicator/,
  ],
  [
    'an own indicator with a built-in name',
    'indicators',
    'indicator_id,name,dimension,unit,better,definition',
    'on-time,X,quality,percent,higher,Y',
    'indicator_id',
    /Kept has an indicator/,
  ],
  [
    'a currency that is none',
    'costs',
    'cost_id,kind,amount,currency,incurred_at',
    'k,refund,1,euro,2024-01-01',
    'currency',
    /ISO 4217/,
  ],
  ['an id that is too long', 'teams', 'team_id,name', `${'x'.repeat(201)},Name`, 'team_id', /200 characters/],
];

describe('content that refuses a row', () => {
  it.each(REFUSED)('%s', async (_guard, kind, header, row, column, reason) => {
    const read = await readText(`${header}\n${row}\n`, { kind, references: known() });
    expect(read.refusedRows).toHaveLength(1);
    expect(read.refusedRows[0]).toMatchObject({ line: 2, column });
    expect(read.refusedRows[0]?.reason).toMatch(reason);
    expect(read.records).toEqual({});
  });

  it('delivered more than a day before it was ordered, and nothing of that row is kept', async () => {
    const mapping = JSON.stringify({
      records: [
        { kind: 'orders', fields: { order_id: 'o', customer_id: 'o', ordered_at: 'ordered' } },
        {
          kind: 'order_lines',
          fields: {
            line_id: 'o',
            order_id: 'o',
            quantity_ordered: { constant: '1' },
            promised_at: 'ordered',
            delivered_at: 'delivered',
          },
        },
      ],
    });
    const read = await readText('o,ordered,delivered\n1,2024-01-10,2024-01-08\n2,2024-01-10,2024-01-09\n', { mapping });
    expect(read.refusedRows).toMatchObject([{ line: 2, column: 'delivered_at' }]);
    expect(read.records.orders).toHaveLength(1);
    expect(read.records.order_lines).toHaveLength(1);
  });
});

describe('parents', () => {
  it('may come further down in the file; one that never comes refuses its row alone', async () => {
    const text = 'team_id,name,parent_team_id\na,A,z\nb,B,nowhere\nz,Z,\n';
    const read = await readText(text, { kind: 'teams' });
    expect(read.records.teams?.map(({ team_id }) => team_id).sort()).toEqual(['a', 'z']);
    expect(read.refusedRows).toMatchObject([{ line: 3, column: 'parent_team_id', value: 'nowhere' }]);
  });
});

describe('content that warns and is kept', () => {
  it.each([
    [
      'resolved before opened',
      'claims',
      'claim_id,customer_id,opened_at,resolved_at',
      'k,c,2024-01-10,2024-01-09',
      /Resolved before/,
    ],
    ['a year of two digits', 'orders', 'order_id,customer_id,ordered_at', 'o,c,02-Jun-06', /two digits/],
    ['a date in the future', 'orders', 'order_id,customer_id,ordered_at', 'o,c,2027-01-01', /future/],
    [
      'a baseline of no week',
      'goals',
      'indicator_id,baseline,target,from,due',
      'on-time,80,90,2024-W10,2024-12-31',
      /no place to start/,
    ],
  ] as const)('%s', async (_guard, kind, header, row, reason) => {
    const read = await readText(`${header}\n${row}\n`, { kind, references: known() });
    expect(read.counts).toEqual({ read: 1, refused: 0, warned: 1 });
    expect(read.warnings[0]?.reason).toMatch(reason);
    expect(read.records[kind]).toHaveLength(1);
  });

  it('a promise may lie in the future without a word', async () => {
    const text = 'line_id,order_id,quantity_ordered,promised_at\nl,o,1,2027-01-01\n';
    expect((await readText(text, { kind: 'order_lines' })).counts.warned).toBe(0);
  });
});

describe('what fields become', () => {
  it('a deadline given as a date ends with that local day, an instant stays one', async () => {
    const text = 'line_id,order_id,quantity_ordered,promised_at\nl1,o,1,2024-07-01\nl2,o,1,2024-07-01 10:00\n';
    const read = await readText(text, { kind: 'order_lines', timeZone: 'Europe/Madrid' });
    expect(read.records.order_lines?.map(({ promised_at }) => new Date(Number(promised_at)).toISOString())).toEqual([
      '2024-07-01T21:59:59.999Z',
      '2024-07-01T08:00:00.000Z',
    ]);
    expect(read.records.order_lines).toMatchObject([{ promised_week: 2844 }, { promised_week: 2844 }]);
  });

  it('money becomes minor units of its own currency, whatever the order of the columns', async () => {
    const text =
      'order_id,customer_id,ordered_at,quoted_total,currency\no1,c,2024-01-01,12.5,JPY\no2,c,2024-01-01,12.5,\n';
    const read = await readText(text, { kind: 'orders' });
    expect(read.records.orders).toMatchObject([{ quoted_total: 13 }, { quoted_total: 1250 }]);
  });

  it('factors become 0..1 by the scale of their post', async () => {
    const text = 'evaluation_id,post_id,answered_at,compliance,overall\ne,survey,2024-01-01,5,2\n';
    const read = await readText(text, { kind: 'evaluations', references: known() });
    expect(read.records.evaluations).toMatchObject([{ compliance: 1, overall: 0.25 }]);
  });

  it('rows without a team carry the team of those that have none', async () => {
    const text = 'order_id,customer_id,team_id,ordered_at\no1,c,,2024-01-01\no2,c,north,2024-01-01\n';
    const read = await readText(text, { kind: 'orders', references: known() });
    expect(read.records.orders).toMatchObject([{ team_id: 'unassigned' }, { team_id: 'north' }]);
  });

  it('a goal counts from the week of its date', async () => {
    const text = 'indicator_id,target,from,due\non-time,90,2024-W10,2024-12-31\nin-full,90,2024-03-06,2024-12-31\n';
    const read = await readText(text, { kind: 'goals' });
    expect(read.records.goals).toMatchObject([{ from_week: 2827 }, { from_week: 2827 }]);
  });

  it('where a way starts, who leads a team and what an improvement is to move are not left behind', async () => {
    const goal = 'indicator_id,baseline,baseline_week,target,from,due\non-time,80,2024-W09,90,2024-W10,2024-12-31\n';
    expect((await readText(goal, { kind: 'goals' })).records.goals).toMatchObject([
      { baseline: 80, baseline_week: 2826 },
    ]);
    const team = 'team_id,name,lead\nnorth,North,Ines Dahl\n';
    expect((await readText(team, { kind: 'teams' })).records.teams).toMatchObject([{ lead: 'Ines Dahl' }]);
    const improvement = 'improvement_id,title,indicator_id,team_id\ni,Second check,in-full,north\n';
    const read = await readText(improvement, { kind: 'improvements', references: known() });
    expect(read.records.improvements).toMatchObject([{ indicator_id: 'in-full', team_id: 'north' }]);
  });
});
