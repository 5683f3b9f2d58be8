import { expect, test } from 'vitest';
import { firstWeekRead } from '../../src/domain/answer-range.ts';

test.each([
  { week: 1208, from: 1000 },
  { week: 1052, from: 1000 },
  { week: 1051, from: 895 },
  { week: 1000, from: 844 },
  { week: 400, from: 244 },
])('week $week is read from another week than $from', ({ week, from }) => {
  expect(firstWeekRead(week, 1000)).toBe(from);
});
