import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Limits, RuleProfile, SignalRule } from '../../src/domain/analysis-types.ts';
import type { Better } from '../../src/domain/catalogue-types.ts';
import { limitsAround, xmrLimits } from '../../src/domain/limits.ts';
import { findSignals, labelPoints } from '../../src/domain/signals.ts';
import { MONTGOMERY, MONTHS_38, NHSR, NIST } from './published-numbers.ts';

type Options = { readonly profile?: RuleProfile; readonly better?: Better };

/** Week 1 is the first point, so that weeks read as the published point numbers. */
function signalsOf(values: ReadonlyArray<number | null>, limits: Limits | null, options: Options = {}) {
  const { profile = 'nhs', better = 'higher' } = options;
  return findSignals({ from: 1, values, limits: values.map(() => limits), profile, better });
}

function weeksOf(values: ReadonlyArray<number | null>, limits: Limits | null, rule: SignalRule, options: Options = {}) {
  return signalsOf(values, limits, options)
    .filter((signal) => signal.rule === rule)
    .flatMap((signal) => signal.weeks)
    .toSorted((a, b) => a - b);
}

describe('the published sets give the published flags', () => {
  test('NIST: no flag', () => {
    expect(signalsOf(NIST, xmrLimits(NIST))).toEqual([]);
  });

  test('Montgomery: points 39 and 40 outside, by limits of the first 20', () => {
    const limits = xmrLimits(MONTGOMERY.slice(0, 20), { constant: 3 / 1.128 });
    expect(weeksOf(MONTGOMERY, limits, 'outside')).toEqual([39, 40]);
  });

  test('NHSRplotthedots rnorm(20): no flag', () => {
    expect(signalsOf(NHSR, xmrLimits(NHSR))).toEqual([]);
  });

  test('38 months, unscreened: outside, runs and precedence', () => {
    const limits = xmrLimits(MONTHS_38, { screening: false });
    const signals = signalsOf(MONTHS_38, limits);
    expect(weeksOf(MONTHS_38, limits, 'outside')).toEqual([19, 30, 31]);
    const runs = signals
      .filter((signal) => signal.rule === 'run')
      .map(({ from, to, direction }) => ({ from, to, direction }));
    expect(runs).toEqual([
      { from: 11, to: 18, direction: 'low' },
      { from: 19, to: 25, direction: 'high' },
    ]);
    const labels = labelPoints(signals, 1, MONTHS_38.length);
    const labelled = labels.flatMap((signal, index) =>
      signal?.rule === 'run' && signal.direction === 'high' ? [index + 1] : [],
    );
    expect(labelled).toEqual([20, 21, 22, 23, 24, 25]);
    expect(labels[18]?.rule).toBe('outside');
  });

  test('38 months, screened: no two-of-three flag', () => {
    expect(weeksOf(MONTHS_38, xmrLimits(MONTHS_38), 'near-limit')).toEqual([]);
  });
});

/** Mean 0, limits ±3, near limits ±2. */
const UNIT = limitsAround(0, 3);
const FAR = limitsAround(0, 1000);

type RuleCase = {
  readonly name: string;
  readonly values: ReadonlyArray<number | null>;
  readonly rule: SignalRule;
  readonly limits?: Limits;
  readonly options?: Options;
  readonly flags: readonly number[];
};

const RULES: readonly RuleCase[] = [
  { name: 'a point on the limit is inside', values: [3, -3], rule: 'outside', flags: [] },
  { name: 'a point beyond a limit', values: [0, 3.001, 0, -3.1], rule: 'outside', flags: [2, 4] },
  {
    name: 'seven rising points flag through the eighth of the set',
    values: [2, 1, 2, 3, 4, 5, 6, 7, 3],
    rule: 'trend',
    limits: FAR,
    flags: [2, 3, 4, 5, 6, 7, 8],
  },
  { name: 'a tie breaks a trend', values: [1, 2, 3, 3, 4, 5, 6], rule: 'trend', limits: FAR, flags: [] },
  { name: 'six falling points are no trend', values: [6, 5, 4, 3, 2, 1], rule: 'trend', limits: FAR, flags: [] },
  { name: 'a gap breaks a trend', values: [1, 2, 3, 4, null, 5, 6, 7, 8], rule: 'trend', limits: FAR, flags: [] },
  {
    name: 'two of three near a limit; the middle one is not flagged',
    values: [0, 2.5, 0, 2.5],
    rule: 'near-limit',
    flags: [2, 4],
  },
  { name: 'on the near limit is not beyond it', values: [2, 2, 2], rule: 'near-limit', flags: [] },
  { name: 'near points on different sides do not add up', values: [2.5, -2.5, 0], rule: 'near-limit', flags: [] },
  { name: 'a point beyond the limit is not a near one', values: [0, 2.5, 3.5, 0], rule: 'near-limit', flags: [] },
  { name: 'a gap inside the three leaves them apart', values: [2.5, null, 2.5, 0], rule: 'near-limit', flags: [] },
  { name: 'seven on one side', values: [-1, 1, 2, 1, 2, 1, 2, 1], rule: 'run', flags: [2, 3, 4, 5, 6, 7, 8] },
  { name: 'a point on the mean breaks a run', values: [1, 2, 1, 0, 1, 2, 1], rule: 'run', flags: [] },
  { name: 'a gap breaks a run', values: [1, 2, 1, null, 1, 2, 1, 2], rule: 'run', flags: [] },
  {
    name: 'Wheeler waits for eight on one side',
    values: [1, 2, 1, 2, 1, 2, 1],
    rule: 'run',
    options: { profile: 'wheeler' },
    flags: [],
  },
  {
    name: 'Wheeler flags eight on one side',
    values: [1, 1.2, 1, 1.2, 1, 1.2, 1, 1.2],
    rule: 'run',
    options: { profile: 'wheeler' },
    flags: [1, 2, 3, 4, 5, 6, 7, 8],
  },
  {
    name: 'Wheeler knows no trend',
    values: [1, 2, 3, 4, 5, 6, 7],
    rule: 'trend',
    limits: FAR,
    options: { profile: 'wheeler' },
    flags: [],
  },
  {
    name: 'Wheeler: three of four beyond half-way',
    values: [0, 1.6, 1.7, 0, 1.6],
    rule: 'near-limit',
    options: { profile: 'wheeler' },
    flags: [2, 3, 5],
  },
];

describe('rules', () => {
  test.each(RULES)('$name', ({ values, rule, limits = UNIT, options = {}, flags }) => {
    expect(weeksOf(values, limits, rule, options)).toEqual(flags);
  });

  test.each([
    { better: 'higher', values: [4], tone: 'improving' },
    { better: 'higher', values: [-4], tone: 'concerning' },
    { better: 'lower', values: [4], tone: 'concerning' },
    { better: 'lower', values: [-4], tone: 'improving' },
    { better: 'none', values: [4], tone: 'neutral' },
  ] as const)('a flag of $values with better $better is $tone', ({ better, values, tone }) => {
    expect(signalsOf(values, UNIT, { better }).map((signal) => signal.tone)).toEqual([tone]);
  });

  test('a constant series, also of an inexact number, flags nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.constantFrom<RuleProfile>('nhs', 'wheeler'),
        (value, profile) => {
          const values = Array.from({ length: 60 }, () => value);
          expect(signalsOf(values, xmrLimits(values), { profile })).toEqual([]);
        },
      ),
    );
  });

  test('without limits nothing is flagged', () => {
    expect(signalsOf([1, 2, 3, 4, 5, 6, 7, 8], null)).toEqual([]);
  });

  test('a gap is never flagged and every label belongs to a figure', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: 2, maxLength: 80 }), (values) => {
        const labels = labelPoints(signalsOf(values, xmrLimits(values)), 1, values.length);
        expect(labels.filter((label, index) => label !== null && values[index] === null)).toEqual([]);
      }),
    );
  });
});
