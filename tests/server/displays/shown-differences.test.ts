import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indicatorById } from '../../../src/domain/catalogue.ts';
import type { Indicator } from '../../../src/domain/catalogue-types.ts';
import type { ObservedSeries } from '../../../src/contract/observations.ts';
import { hiddenWeeks, type SummedSeries } from '../../../server/displays/shown-differences.ts';

const known = (id: string): Indicator => {
  const indicator = indicatorById(id);
  if (indicator === undefined) throw new Error(id);
  return indicator;
};
const ON_TIME = known('on-time');

const summed = (teams: readonly string[] | null, ...denominators: ReadonlyArray<number | null>): SummedSeries => {
  const numerators = denominators.map((cases) => (cases === null ? null : 0));
  const series: ObservedSeries = {
    ...{ indicator: 'on-time', team: null, numerators, denominators: [...denominators], coveredTo: null },
  };
  return { series, teams: teams === null ? null : new Set(teams) };
};

const hiddenIn = (shown: readonly SummedSeries[], indicator = ON_TIME): ReadonlyArray<readonly number[]> => {
  const hidden = hiddenWeeks(indicator, shown);
  return shown.map(({ series }) => [...(hidden.get(series) ?? [])]);
};

test('a small sum is shown, or follows from the whole and the others', () => {
  const whole = summed(null, 119, 119, 119, 119);
  const north = summed(['north'], 9, 10, null, 0);
  const south = summed(['south'], 110, 109, 119, 119);
  expect(hiddenIn([whole, north, south])).toEqual([[], [0, 3], [0]]);
});

test('a rest that is large enough takes others with it', () => {
  const whole = summed(null, 129);
  expect(hiddenIn([whole, summed(['north'], 9), summed(['south'], 100)])).toEqual([[], [0], []]);
  expect(hiddenIn([whole, summed(['south'], 129)])).toEqual([[], []]);
});

test('the smallest sum that makes the rest large enough stays, and a larger one goes', () => {
  const whole = summed(null, 200);
  const parts = [summed(['a'], 5), summed(['b'], 15), summed(['c'], 180)];
  expect(hiddenIn([whole, ...parts])).toEqual([[], [0], [0], []]);
});

test('counts are withheld, which have no number of cases', () => {
  expect(hiddenIn([summed(null, 3), summed(['a'], 1)], known('claims-opened'))).toEqual([[], []]);
});

const LEAVES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** Every inner team is a set of leaves, nested as teams are. */
const TREE: Array<readonly string[]> = [
  ...[LEAVES, LEAVES.slice(0, 4), LEAVES.slice(4), ['a', 'b'], ['c', 'd'], ['e', 'f']],
  ...['a', 'b', 'c', 'e', 'g'].map((leaf) => [leaf]),
];

/** Everything that follows from some sums by adding and subtracting each once at most, as sets of leaves. */
const derivable = (sets: ReadonlyArray<readonly string[]>): ReadonlyArray<readonly string[]> => {
  const found: string[][] = [];
  for (let code = 1; code < 3 ** sets.length; code += 1) {
    const counts = new Map<string, number>();
    for (const [at, set] of sets.entries()) {
      const sign = [0, 1, -1][Math.floor(code / 3 ** at) % 3] ?? 0;
      for (const leaf of set) counts.set(leaf, (counts.get(leaf) ?? 0) + sign);
    }
    const values = [...counts.values()];
    if (values.every((count) => count === 0 || count === 1)) {
      found.push([...counts].flatMap(([leaf, count]) => (count === 1 ? [leaf] : [])));
    }
  }
  return found;
};

test('whatever is shown of a tree of teams, by no subtraction does a small number follow from it', () => {
  const cases = fc.record({
    leaves: fc.tuple(...LEAVES.map(() => fc.oneof(fc.integer({ min: 0, max: 12 }), fc.nat(60)))),
    shown: fc.subarray(TREE, { minLength: 1, maxLength: 7 }),
  });
  fc.assert(
    fc.property(cases, ({ leaves, shown }) => {
      const casesOf = (set: readonly string[]): number =>
        set.reduce((sum, leaf) => sum + (leaves[LEAVES.findIndex((one) => one === leaf)] ?? 0), 0);
      const series = shown.map((set) => summed(set, casesOf(set)));
      const hidden = hiddenIn(series);
      const left = shown.filter((_, at) => hidden[at]?.length === 0);
      const small = derivable(left)
        .map(casesOf)
        .filter((sum) => sum > 0 && sum < 10);
      expect(small).toEqual([]);
    }),
    { seed: 2026, numRuns: 300 },
  );
});
