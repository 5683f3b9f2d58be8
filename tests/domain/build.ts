import { expect } from 'vitest';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import type { Indicator } from '../../src/domain/catalogue-types.ts';
import type { MeasureInput } from '../../src/domain/measure-types.ts';
import { buildSeries, type Series } from '../../src/domain/series.ts';
import { parseIsoDate, parseIsoWeek, sundayOf, type DayNumber, type WeekNumber } from '../../src/domain/week.ts';

/** Equal to nine decimals, for use inside `toMatchObject`. */
export function about(value: number, decimals = 9): number {
  return expect.closeTo(value, decimals) as number;
}

/** Parts that the tests of the domain put together. */

export function week(label: string): WeekNumber {
  const found = parseIsoWeek(label);
  if (found === null) throw new Error(`no week ${label}`);
  return found;
}

export function day(text: string): DayNumber {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(`no date ${text}`);
  return found;
}

export function indicator(id: string): Indicator {
  const found = computedById(id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}

/** A week's sums: `[numerator, denominator]`, or null for a gap. */
export type Sum = readonly [number, number] | null;

/** All final: the last week ended long ago. */
export function finalSeries(sums: readonly Sum[], to: WeekNumber = week('2026-W46')): Series {
  return buildSeries({
    from: to - sums.length + 1,
    numerators: sums.map((sum) => sum?.[0] ?? null),
    denominators: sums.map((sum) => sum?.[1] ?? null),
    coveredTo: sundayOf(to) + 400,
    lagDays: 0,
    today: sundayOf(to) + 400,
  });
}

/** `percents` of a thousand cases each. */
export function percentSeries(percents: ReadonlyArray<number | null>, to?: WeekNumber): Series {
  return finalSeries(
    percents.map((percent) => (percent === null ? null : [Math.round(percent * 10), 1000])),
    to,
  );
}

/** A stable process around 90 %, never two weeks the same. */
export function stable(weeks: number): readonly number[] {
  const wave = [0, 0.6, -0.4, 0.3, -0.7, 0.5, -0.2, 0.8, -0.6, 0.1];
  return Array.from({ length: weeks }, (_, index) => 90 + (wave[index % wave.length] ?? 0));
}

export function measureInput(changes: Partial<MeasureInput> & Pick<MeasureInput, 'series'>): MeasureInput {
  return {
    indicator: indicator('on-time'),
    week: week('2026-W46'),
    targets: [],
    lineage: [],
    annotations: [],
    restatements: [],
    ruleProfile: 'nhs',
    comparison: 'previous-week',
    staleness: 'fresh',
    missing: null,
    ...changes,
  };
}
