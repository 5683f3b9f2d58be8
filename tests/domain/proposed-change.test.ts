import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseSeries } from '../../src/domain/analysis.ts';
import { proposedChange } from '../../src/domain/proposed-change.ts';
import { indicator, percentSeries, stable, week } from './build.ts';

const onTime = indicator('on-time');
const now = week('2026-W46');

function proposal(percents: ReadonlyArray<number | null>, changes: readonly number[] = []) {
  return proposedChange(analyseSeries({ indicator: onTime, series: percentSeries(percents), changes, profile: 'nhs' }));
}

/** Ten weeks half a point under the mean of a stable year. */
const shifted = [...stable(60), ...Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 89.5 : 89.6))];

describe('proposed change', () => {
  test('a run that still holds proposes limits from its first week', () => {
    expect(proposal(shifted)).toMatchObject({ from: now - 9, direction: 'low' });
  });

  test('a run that ended proposes nothing: the figures came back', () => {
    expect(proposal([...shifted, 90.6])).toBeNull();
  });

  test('a stable process, a short series and no series propose nothing', () => {
    expect(proposal(stable(70))).toBeNull();
    expect(proposal([90, 91])).toBeNull();
    expect(proposal([])).toBeNull();
  });

  test('once confirmed it proposes no more', () => {
    expect(proposal(shifted, [now - 9])).toBeNull();
  });

  test('confirming the proposal always starts a segment there and never proposes that week again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 800, max: 999 }), { minLength: 20, maxLength: 90 }), (tenths) => {
        const percents = tenths.map((tenth) => tenth / 10);
        const found = proposal(percents);
        if (found === null) return;
        const analysis = analyseSeries({
          indicator: onTime,
          series: percentSeries(percents),
          changes: [found.from],
          profile: 'nhs',
        });
        expect(analysis.segments.at(-1)?.from).toBe(found.from);
        expect(proposedChange(analysis)?.from).not.toBe(found.from);
      }),
    );
  });
});
