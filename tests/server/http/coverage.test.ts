import { describe, expect, test } from 'vitest';
import {
  carriesNumbers,
  coveredByAll,
  coveredTo,
  intersect,
  isWhole,
  unite,
  type CoveredDays,
} from '../../../server/services/coverage.ts';
import { mondayOf, sundayOf } from '../../../src/domain/week.ts';

/** Weeks `from` to `to`, whole. */
const weeks = (from: number, to: number): CoveredDays => [{ from: mondayOf(from), to: sundayOf(to) }];

describe('days', () => {
  const cases: ReadonlyArray<{ name: string; spans: CoveredDays; united: CoveredDays }> = [
    { name: 'nothing', spans: [], united: [] },
    {
      name: 'neighbours become one',
      spans: [
        { from: 8, to: 14 },
        { from: 1, to: 7 },
      ],
      united: [{ from: 1, to: 14 }],
    },
    {
      name: 'a day between stays a hole',
      spans: [
        { from: 1, to: 7 },
        { from: 9, to: 9 },
      ],
      united: [
        { from: 1, to: 7 },
        { from: 9, to: 9 },
      ],
    },
    {
      name: 'one inside another',
      spans: [
        { from: 1, to: 20 },
        { from: 3, to: 4 },
      ],
      united: [{ from: 1, to: 20 }],
    },
    { name: 'a span that ends before it begins is none', spans: [{ from: 5, to: 4 }], united: [] },
  ];
  test.each(cases)('united: $name', ({ spans, united }) => {
    expect(unite(spans)).toEqual(united);
  });

  test('the intersection keeps only what both cover, across several holes', () => {
    const one = [
      { from: 1, to: 5 },
      { from: 8, to: 20 },
    ];
    const other = [
      { from: 4, to: 9 },
      { from: 12, to: 12 },
      { from: 19, to: 30 },
    ];
    const both = [
      { from: 4, to: 5 },
      { from: 8, to: 9 },
      { from: 12, to: 12 },
      { from: 19, to: 20 },
    ];
    expect(intersect(one, other)).toEqual(both);
    expect(intersect(other, one)).toEqual(both);
    expect(intersect(one, [])).toEqual([]);
  });
});

/** One letter a week from week 0: `n` numbers, `-` gap. */
const drawn = (covered: CoveredDays, count: number): string => {
  const carries = carriesNumbers(covered);
  return Array.from({ length: count }, (_, week) => (carries(week) ? 'n' : '-')).join('');
};

describe('weeks that carry numbers', () => {
  const cases: ReadonlyArray<{ name: string; covered: CoveredDays; drawn: string }> = [
    { name: 'nothing covered is all gap', covered: [], drawn: '------' },
    { name: 'whole weeks', covered: weeks(1, 3), drawn: '-nnn--' },
    {
      name: 'a week begun late is a gap at the start',
      covered: [{ from: mondayOf(1) + 2, to: sundayOf(3) }],
      drawn: '--nn--',
    },
    {
      name: 'a week under way at the end carries what it has',
      covered: [{ from: mondayOf(1), to: mondayOf(4) + 2 }],
      drawn: '-nnnn-',
    },
    {
      name: 'a week with a missing day in the middle is a gap',
      covered: [
        { from: mondayOf(1), to: mondayOf(2) + 2 },
        { from: mondayOf(2) + 4, to: sundayOf(4) },
      ],
      drawn: '-n-nn-',
    },
    {
      name: 'a last week with a missing day is a gap though its end is covered',
      covered: [
        { from: mondayOf(1), to: mondayOf(3) },
        { from: mondayOf(3) + 2, to: sundayOf(3) },
      ],
      drawn: '-nn---',
    },
    { name: 'a missing week', covered: [...weeks(0, 1), ...weeks(3, 4)], drawn: 'nn-nn-' },
  ];
  test.each(cases)('$name', (given) => {
    expect(drawn(given.covered, 6)).toBe(given.drawn);
  });

  test('a week is whole only with all of its days', () => {
    const covered = [{ from: mondayOf(1), to: sundayOf(2) - 1 }];
    expect([0, 1, 2].map((week) => isWhole(covered, week))).toEqual([false, true, false]);
  });
});

describe('a scope of several teams', () => {
  test('a late team holds the scope back to its own last day', () => {
    const covered = coveredByAll([weeks(0, 20), weeks(0, 17)]);
    expect(coveredTo(covered)).toBe(sundayOf(17));
    expect(drawn(covered, 21).slice(16)).toBe('nn---');
  });

  test('eight weeks after its last one a team counts as gone, and the scope goes on without it', () => {
    const covered = coveredByAll([weeks(0, 20), weeks(0, 5)]);
    expect(drawn(covered, 21)).toBe('nnnnnn--------nnnnnnn');
    expect(coveredTo(covered)).toBe(sundayOf(20));
  });

  test('a team that begins later makes no gap before its first whole week', () => {
    const beginsOnWednesday = [{ from: mondayOf(3) + 2, to: sundayOf(6) }];
    expect(drawn(coveredByAll([weeks(0, 6), beginsOnWednesday]), 7)).toBe('nnnnnnn');
  });

  test('a missing week of one team is a gap of the scope', () => {
    expect(drawn(coveredByAll([weeks(0, 6), [...weeks(0, 2), ...weeks(4, 6)]]), 7)).toBe('nnn-nnn');
  });

  test('a current week reaches as far as the team that is furthest behind', () => {
    const to = (days: number): CoveredDays => [{ from: mondayOf(0), to: mondayOf(2) + days }];
    expect(coveredTo(coveredByAll([to(4), to(2), to(3)]))).toBe(mondayOf(2) + 2);
  });

  test('nobody covered is nothing covered', () => {
    expect(coveredByAll([])).toEqual([]);
    expect(coveredByAll([[], []])).toEqual([]);
  });
});
