import { describe, expect, it } from 'vitest';
import { formats } from '../../src/domain/format.ts';
import { parseIsoDate } from '../../src/domain/week.ts';
import { actionDue, shortName } from '../../src/reading/action-due.ts';

const TODAY = parseIsoDate('2026-11-30') ?? 0;
const ACTION = {
  owner: 'Ana Ruiz',
  due: '2026-11-30',
  cause: null,
  improvement: null,
  state: 'open',
  closedAt: null,
  closedBy: null,
} as const;

describe('the due date of an action', () => {
  it.each([
    ['due today is not late', { due: '2026-11-30' }, 'due', 'Mon 30 Nov'],
    ['one day late', { due: '2026-11-29' }, 'late', '1 day late'],
    ['days late', { due: '2026-11-27' }, 'late', '3 days late'],
    ['next year says its year', { due: '2027-01-04' }, 'due', 'Mon 4 Jan 2027'],
    [
      'done, though it was late',
      { due: '2026-11-01', state: 'done', closedAt: '2026-11-16T15:10:00.000Z' },
      'done',
      'Done 16 Nov',
    ],
    [
      'done in the evening counts by the local day',
      { state: 'done', closedAt: '2026-11-16T23:30:00.000Z' },
      'done',
      'Done 17 Nov',
    ],
    ['dropped', { state: 'dropped', closedAt: '2026-09-01T10:00:00.000Z' }, 'dropped', 'Dropped 1 Sep'],
  ] as const)('%s', (_, change, kind, words) => {
    expect(actionDue({ ...ACTION, ...change }, TODAY, 'Europe/Madrid', formats('en-GB'))).toEqual({ kind, words });
  });
});

describe('the short name of an owner', () => {
  it.each([
    ['Tom Adeyemi', 'T. Adeyemi'],
    ['  Ana  María Ruiz ', 'A. María Ruiz'],
    ['J. Bakker', 'J. Bakker'],
    ['Dispatch', 'Dispatch'],
  ])('of %s is %s', (name, short) => expect(shortName(name)).toBe(short));
});
