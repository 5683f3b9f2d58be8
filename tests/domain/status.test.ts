import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assuranceOf } from '../../src/domain/assurance.ts';
import { statusOf, worstStatus, type JudgedStatus } from '../../src/domain/status.ts';

describe('assurance (statistics.md, set 5): target 4', () => {
  test.each([
    { limits: [1, 3], better: 'higher', wanted: 'fails' },
    { limits: [5, 7], better: 'higher', wanted: 'passes' },
    { limits: [1, 5], better: 'higher', wanted: 'hit-and-miss' },
    { limits: [1, 3], better: 'lower', wanted: 'passes' },
    { limits: [5, 7], better: 'lower', wanted: 'fails' },
    { limits: [1, 5], better: 'lower', wanted: 'hit-and-miss' },
    { limits: [1, 3], better: 'none', wanted: null },
    { limits: [4, 4], better: 'higher', wanted: 'passes' },
    { limits: [3.9, 3.9], better: 'higher', wanted: 'fails' },
    { limits: [3.9, 3.9], better: 'lower', wanted: 'passes' },
  ] as const)('limits $limits, better $better: $wanted', ({ limits: [lower, upper], better, wanted }) => {
    expect(assuranceOf({ lower, upper }, 4, better)).toBe(wanted);
  });

  test('without a target there is none', () => {
    expect(assuranceOf({ lower: 1, upper: 3 }, null, 'higher')).toBeNull();
  });

  test('an indicator that always is at 100 % passes a target of 100 %', () => {
    expect(assuranceOf({ lower: 100, upper: 100 }, 100, 'higher')).toBe('passes');
  });
});

describe('status', () => {
  test.each([
    { name: 'met', value: 96, tones: [], assurance: 'hit-and-miss', wanted: 'on-target' },
    { name: 'met on the mark', value: 95, tones: [], assurance: null, wanted: 'on-target' },
    {
      name: 'met, with a concerning signal',
      value: 96,
      tones: ['concerning'],
      assurance: 'fails',
      wanted: 'on-target',
    },
    { name: 'missed within natural variation', value: 94, tones: [], assurance: 'hit-and-miss', wanted: 'watch' },
    { name: 'missed while improving', value: 94, tones: ['improving'], assurance: 'hit-and-miss', wanted: 'watch' },
    {
      name: 'missed with a concerning signal',
      value: 94,
      tones: ['concerning'],
      assurance: 'hit-and-miss',
      wanted: 'act',
    },
    { name: 'missed by a process that cannot reach it', value: 94, tones: [], assurance: 'fails', wanted: 'act' },
    { name: 'missed, limits unknown', value: 94, tones: [], assurance: null, wanted: 'watch' },
    { name: 'no figure', value: null, tones: ['concerning'], assurance: 'fails', wanted: 'not-enough-data' },
  ] as const)('$name: $wanted', ({ value, tones, assurance, wanted }) => {
    expect(statusOf({ value, target: 95, better: 'higher', tones, assurance })).toBe(wanted);
  });

  test('lower is better turns the comparison round', () => {
    expect(statusOf({ value: 9, target: 10, better: 'lower', tones: [], assurance: null })).toBe('on-target');
    expect(statusOf({ value: 11, target: 10, better: 'lower', tones: [], assurance: null })).toBe('watch');
  });

  test('is total: any input has one status, and no target is never a miss', () => {
    const known: readonly JudgedStatus[] = ['on-target', 'watch', 'act', 'no-target', 'not-enough-data'];
    const unjudged: readonly JudgedStatus[] = ['no-target', 'not-enough-data'];
    fc.assert(
      fc.property(
        fc.option(fc.double()),
        fc.option(fc.double({ noNaN: true })),
        fc.constantFrom('higher', 'lower', 'none'),
        fc.array(fc.constantFrom('improving', 'concerning', 'neutral'), { maxLength: 3 }),
        fc.constantFrom('passes', 'fails', 'hit-and-miss', null),
        (value, target, better, tones, assurance) => {
          const status = statusOf({ value, target, better, tones, assurance });
          expect(target === null ? unjudged : known).toContain(status);
        },
      ),
    );
  });

  test.each([
    { statuses: ['on-target', 'act', 'watch'], worst: 'act' },
    { statuses: ['on-target', 'watch', 'not-enough-data'], worst: 'watch' },
    { statuses: ['no-target', 'on-target'], worst: 'on-target' },
    { statuses: [], worst: 'not-enough-data' },
  ] as const)('the worst of $statuses is $worst', ({ statuses, worst }) => {
    expect(worstStatus(statuses)).toBe(worst);
  });
});
