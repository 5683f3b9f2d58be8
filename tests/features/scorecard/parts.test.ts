import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/domain/format.ts';
import { parseIsoDate, parseIsoWeek } from '../../../src/domain/week.ts';
import { gradeStatus } from '../../../src/reading/grades.ts';
import { latenessOf, lateWords } from '../../../src/reading/lateness.ts';
import { cellText, recordsCsv } from '../../../src/reading/record-cells.ts';
import { changedStatuses } from '../../../src/reading/changed-statuses.ts';
import { lineageOf, scopeName, teamRows } from '../../../src/reading/team-tree.ts';
import { monthsOf } from '../../../src/parts/week-list.tsx';

const WEEK_SECONDS = 7 * 24 * 3600;

const LATENESS = [
  { name: 'data of last week is in time', now: '2026-11-17T08:00:00Z', cadence: WEEK_SECONDS, late: false },
  { name: 'one missed import is still in time', now: '2026-11-26T10:59:59Z', cadence: WEEK_SECONDS, late: false },
  {
    name: 'past one and a half times the cadence it is late',
    now: '2026-11-26T11:00:01Z',
    cadence: WEEK_SECONDS,
    late: true,
  },
  { name: 'daily data is late after a day and a half', now: '2026-11-17T11:00:01Z', cadence: 86_400, late: true },
  { name: 'without a cadence nothing is ever late', now: '2027-11-17T08:00:00Z', cadence: 0, late: false },
] as const;

describe('lateness', () => {
  it.each(LATENESS)('$name', ({ now, cadence, late }) => {
    const coveredTo = parseIsoDate('2026-11-15');
    const found = latenessOf(coveredTo, { now, cadenceSeconds: cadence }, 'Europe/Madrid');
    expect(found.kind).toBe(late ? 'late' : 'in-time');
  });

  it.each([
    { by: 60_000, words: '1 h' },
    { by: 26 * 3_600_000, words: '26 h' },
    { by: 49 * 3_600_000, words: '2 days' },
    { by: 150 * 86_400_000, words: '4 months' },
    { by: 4_100 * 86_400_000, words: '11 years' },
  ])('$by ms late reads $words', ({ by, words }) => {
    expect(lateWords(by)).toBe(words);
  });
});

describe('status of a grade', () => {
  it.each([
    { grade: null, status: 'not-enough-data' },
    { grade: 5.3, status: 'act' },
    { grade: 5.94, status: 'act' },
    { grade: 5.96, status: 'watch' },
    { grade: 6, status: 'watch' },
    { grade: 6.94, status: 'watch' },
    { grade: 7, status: 'on-target' },
    { grade: 10, status: 'on-target' },
  ])('$grade is $status: under the pass it must not look well', ({ grade, status }) => {
    expect(gradeStatus(grade)).toBe(status);
  });
});

describe('teams', () => {
  const TEAMS = [
    { id: 'w', name: 'West', parent: 'all' },
    { id: 'all', name: 'Depots', parent: null },
    { id: 'e10', name: 'East 10', parent: 'all' },
    { id: 'e2', name: 'East 2', parent: 'all' },
    { id: 'lost', name: 'Lost', parent: 'nobody' },
  ];

  it('stand under their parents, by name with numbers in order', () => {
    expect(teamRows(TEAMS, 'en-GB').map((row) => `${row.depth} ${row.name}`)).toEqual([
      '0 Depots',
      '1 East 2',
      '1 East 10',
      '1 West',
      '0 Lost',
    ]);
  });

  it('a ring of parents leaves every team in the list and ends', () => {
    const ring = [
      { id: 'a', name: 'A', parent: 'b' },
      { id: 'b', name: 'B', parent: 'a' },
      { id: 'c', name: 'C', parent: 'a' },
    ];
    expect(
      teamRows(ring, 'en-GB')
        .map((row) => row.id)
        .toSorted(),
    ).toEqual(['a', 'b', 'c']);
    expect(lineageOf(ring, 'c')).toEqual(['c', 'a', 'b']);
  });

  it.each([
    { chosen: [], name: 'All teams' },
    { chosen: ['w'], name: 'West' },
    { chosen: ['w', 'e2'], name: '2 teams' },
    { chosen: ['gone'], name: 'gone' },
  ])('$chosen is called $name', ({ chosen, name }) => {
    expect(scopeName(TEAMS, chosen)).toBe(name);
  });
});

describe('the list of weeks', () => {
  it('puts a week into the month of its Thursday, across a year of 53 weeks', () => {
    const from = parseIsoWeek('2026-W52') ?? 0;
    const months = monthsOf(from, from + 2).map(({ year, month, weeks }) => `${year}-${month}: ${weeks.length}`);
    expect(months).toEqual(['2027-1: 1', '2026-12: 2']);
  });
});

describe('rows behind a figure', () => {
  const words = { formats: formats('en-GB'), currency: 'EUR', timeZone: 'Europe/Madrid' };

  it.each([
    { cell: null, type: 'money', text: '' },
    { cell: 123_456, type: 'money', text: '€1,234.56' },
    { cell: 1234.5, type: 'number', text: '1,234.50' },
    { cell: '2026-11-15', type: 'date', text: 'Sun 15 Nov 2026' },
    { cell: '2026-11-15T23:30:00.000Z', type: 'instant', text: 'Mon 16 Nov, 00:30' },
    { cell: 'soon', type: 'date', text: 'soon' },
  ] as const)('$cell as $type reads "$text"', ({ cell, type, text }) => {
    expect(cellText(cell, type, words)).toBe(text);
  });

  it('the CSV quotes what must be quoted and defuses what a spreadsheet would run', () => {
    const csv = recordsCsv([
      {
        indicator: 'on-time',
        kind: 'order_lines',
        week: '2026-W46',
        numerator: 1,
        denominator: 1,
        total: 1,
        page: 1,
        pageSize: 500,
        columns: [
          { id: 'line', name: 'Line', type: 'text' },
          { id: 'product', name: 'Product', type: 'text' },
        ],
        rows: [{ id: 'a', inNumerator: 1, inDenominator: 1, cells: ['=1+1', 'Handle, "steel"'] }],
        facts: [],
      },
    ]);
    expect(csv).toBe(`line,product,in_numerator,in_denominator\r\n'=1+1,"Handle, ""steel""",1,1\r\n`);
  });
});

describe('what is spoken after a live update', () => {
  it('is the statuses that changed, and nothing else', () => {
    const before = new Map([
      ['On time', 'Watch'],
      ['In full', 'On target'],
    ]);
    const now = new Map([
      ['On time', 'Act'],
      ['In full', 'On target'],
      ['New one', 'Act'],
    ]);
    expect(changedStatuses(before, now)).toBe('On time: now Act, was Watch.');
  });
});
