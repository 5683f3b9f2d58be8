import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgendaRow } from '../../src/reading/agenda.ts';
import { addressedAs, firstOf, placeOf, SECTIONS, stepAt, stepBy, stepsOf } from '../../src/reading/review-steps.ts';

const row = (id: string): AgendaRow => ({ id, name: id, mark: null, status: 'watch', value: '1', gap: '', gapIs: '' });
const steps = stepsOf({ rows: ['on-time', 'in-full'].map(row) });
const known = (id: string): boolean => id === 'right-first-time';

describe('the steps of a review', () => {
  test('each exception, then the four sections that always stand', () => {
    expect(steps.map(({ section, indicator }) => indicator ?? section)).toEqual([
      'on-time',
      'in-full',
      'since',
      'outcomes',
      'words',
      'actions',
    ]);
  });

  test('a quiet week keeps its first section, which says so', () => {
    expect(stepsOf({ rows: [] })[0]).toEqual({ section: 'exceptions', indicator: null });
  });

  test.each([
    { at: null, step: 'on-time' },
    { at: 'in-full', step: 'in-full' },
    { at: 'words', step: 'words' },
    { at: 'right-first-time', step: 'right-first-time' },
    { at: 'no-such-thing', step: 'on-time' },
    { at: 'exceptions', step: 'on-time' },
  ])('the address $at means $step', ({ at, step }) => {
    const found = stepAt(steps, at, known);
    expect(found.indicator ?? found.section).toBe(step);
  });

  test('stepping on and back comes home, and ends at both ends', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(9), (start, length) => {
        let at = steps[start] ?? steps[0];
        for (let index = 0; index < length && at !== undefined; index += 1) at = stepBy(steps, at, 1) ?? at;
        for (let index = 0; index < length && at !== undefined; index += 1) at = stepBy(steps, at, -1) ?? at;
        expect(at === undefined ? -1 : placeOf(steps, at)).toBe(Math.max(0, Math.min(start, 5 - length)));
      }),
    );
    expect(stepBy(steps, firstOf(steps, 'actions'), 1)).toBeNull();
    expect(stepBy(steps, firstOf(steps, 'exceptions'), -1)).toBeNull();
  });

  test('from a measure that is not on the agenda one steps back onto it', () => {
    expect(stepBy(steps, { section: 'exceptions', indicator: 'right-first-time' }, 1)).toEqual(steps[0]);
  });

  test('every step has one address, which means it again', () => {
    for (const step of steps) expect(stepAt(steps, addressedAs(steps, step), known)).toEqual(step);
    expect(addressedAs(steps, firstOf(steps, 'exceptions'))).toBeNull();
  });

  test('the hour has 55 allotted minutes', () => {
    expect(SECTIONS.map(({ minutes }) => minutes)).toEqual([25, 5, 10, 5, 10]);
  });
});
