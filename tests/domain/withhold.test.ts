import { expect, test } from 'vitest';
import { buildSeries, type Series } from '../../src/domain/series.ts';
import { sundayOf } from '../../src/domain/week.ts';
import { withholdWithoutCause } from '../../src/domain/withhold.ts';
import { week } from './build.ts';

const FROM = week('2026-W10');

function weeks(...sums: ReadonlyArray<readonly [number, number] | null>): Series {
  return buildSeries({
    from: FROM,
    numerators: sums.map((each) => each?.[0] ?? null),
    denominators: sums.map((each) => each?.[1] ?? null),
    coveredTo: sundayOf(FROM + sums.length - 1),
    lagDays: 0,
    today: sundayOf(FROM + sums.length) + 30,
  });
}

test('a week whose claims nobody coded is no good week: the figure is withheld and says why', () => {
  const repeats = weeks([2, 20], [0, 20], [3, 20]);
  const causes = weeks([20, 20], [17, 20], [18, 20]);
  expect(
    withholdWithoutCause(repeats, causes).map((point) => (point.kind === 'gap' ? point.withheld : point.kind)),
  ).toEqual(['final', { known: 17, of: 20 }, 'final']);
});

test('a week without claims, or that no import covered, is left as it is', () => {
  const repeats = weeks([0, 0], null, [1, 5]);
  const causes = weeks([0, 0], null, [5, 5]);
  expect(withholdWithoutCause(repeats, causes)).toEqual(repeats);
});

test('without the series of causes nothing is withheld', () => {
  const repeats = weeks([2, 20]);
  expect(withholdWithoutCause(repeats, [])).toEqual(repeats);
});
