import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Marks } from '../../src/domain/catalogue-types.ts';
import { dimensionGrade, gradeOf, gradeWord } from '../../src/domain/grade.ts';
import { indicator } from './build.ts';

const ON_TIME: Marks = { floor: 60, pass: 90, delight: 98 };
const CLAIMS: Marks = { floor: 80, pass: 25, delight: 5 };

describe('grade of a value', () => {
  test.each([
    { marks: ON_TIME, value: 60, grade: 0 },
    { marks: ON_TIME, value: 75, grade: 3 },
    { marks: ON_TIME, value: 90, grade: 6 },
    { marks: ON_TIME, value: 94, grade: 8 },
    { marks: ON_TIME, value: 98, grade: 10 },
    { marks: ON_TIME, value: 100, grade: 10 },
    { marks: ON_TIME, value: 12, grade: 0 },
    { marks: CLAIMS, value: 80, grade: 0 },
    { marks: CLAIMS, value: 25, grade: 6 },
    { marks: CLAIMS, value: 15, grade: 8 },
    { marks: CLAIMS, value: 0, grade: 10 },
    { marks: CLAIMS, value: 300, grade: 0 },
    { marks: { floor: 0, pass: 6, delight: 10 }, value: 7.4, grade: 7.4 },
  ])('$value with $marks is $grade', ({ marks, value, grade }) => {
    expect(gradeOf(value, marks)).toBeCloseTo(grade, 12);
  });

  test('is monotone, clamped to 0..10 and never NaN, in either direction', () => {
    const number = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 3, maxLength: 3 }), fc.boolean(), number, number, (three, up, a, b) => {
        const [floor = 0, pass = 0, delight = 0] = three.toSorted((x, y) => (up ? x - y : y - x));
        fc.pre(floor !== delight);
        const marks = { floor, pass, delight };
        const [worse, better] = a < b === up ? [a, b] : [b, a];
        const low = gradeOf(worse, marks);
        const high = gradeOf(better, marks);
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        for (const grade of [low, high]) {
          expect(grade).toBeGreaterThanOrEqual(0);
          expect(grade).toBeLessThanOrEqual(10);
        }
      }),
    );
  });

  test.each([
    { grade: 5, word: 'failed' },
    { grade: 5.01, word: 'at-risk' },
    { grade: 5.99, word: 'at-risk' },
    { grade: 6, word: 'buys-again' },
    { grade: 9.5, word: 'delighted' },
  ])('$grade is $word: between 5 and 6 is no pass', ({ grade, word }) => {
    expect(gradeWord(grade)).toBe(word);
  });
});

describe('grade of a dimension', () => {
  const onTime = indicator('on-time');
  const answered = indicator('answered-in-promise');

  test('is the weighted mean over those with a figure, and says what was left out', () => {
    const made = dimensionGrade([
      { indicator: onTime, value: 94, weight: 3 },
      { indicator: answered, value: 85, weight: 1 },
      { indicator: indicator('resolved-in-promise'), value: null, weight: 1 },
      { indicator: indicator('attention-gap'), value: 0.9, weight: 1 },
      { indicator: indicator('in-full'), value: 93, weight: 0 },
    ]);
    expect(made.grade).toBeCloseTo((3 * 8 + 6) / 4, 12);
    expect(made.parts.map((part) => part.indicator.id)).toEqual(['on-time', 'answered-in-promise']);
    expect(made.leftOut.map((each) => [each.indicator.id, each.reason])).toEqual([
      ['resolved-in-promise', 'no-figure'],
      ['attention-gap', 'no-marks'],
      ['in-full', 'no-weight'],
    ]);
  });

  test('without any figure there is no grade, rather than a 0', () => {
    expect(dimensionGrade([{ indicator: onTime, value: null, weight: 1 }]).grade).toBeNull();
    expect(dimensionGrade([]).grade).toBeNull();
  });
});
