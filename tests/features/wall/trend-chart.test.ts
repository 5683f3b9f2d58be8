import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../src/features/wall/layout/sizes.ts';
import { chartScales } from '../../../src/features/wall/slides/chart-scales.ts';
import { drawChart } from '../../../src/features/wall/slides/trend-chart.ts';
import { FIRST_WEEK, trendModel } from '../../charts/build-model.ts';
import { REFERENCE } from './boards.ts';
import { boxOf } from './legible.ts';

const WEEKS = 52;
const kit = { sizes: sizesOf(REFERENCE), colours: 'shown' } as const;
const ROOM = { x: 60, y: 300, width: 1800, height: 640 };

/** The name of the band on a chart of these weeks, and the line of the figures as many points upon it. */
function drawn(values: ReadonlyArray<number | null>) {
  const limits = [{ from: FIRST_WEEK, to: FIRST_WEEK + values.length - 1, mean: 50, lower: 20, upper: 80 }];
  const model = trendModel(values, { limits });
  const scales = chartScales(kit, model, ROOM);
  if (scales === null) throw new Error('the room is large enough for a chart');
  const { x, y } = scales;
  const name = drawChart(kit, model, ROOM, 'en-GB').texts.find(({ words }) => words.startsWith('Natural'));
  const line = values.flatMap((value, index) => {
    const next = values[index + 1];
    if (value === null || next === null || next === undefined) return [];
    return Array.from({ length: 100 }, (_, part) => ({
      x: x(FIRST_WEEK + index + part / 100),
      y: y(value + ((next - value) * part) / 100),
    }));
  });
  return { name: name === undefined ? null : boxOf(name), line };
}

describe('the name of the band', () => {
  it('is missing where a calm line leaves room for it', () => {
    expect(drawn(Array.from({ length: WEEKS }, () => 50)).name).not.toBeNull();
  });

  it('stands where a steep line passes that has no figure in it', () => {
    expect(drawn(Array.from({ length: WEEKS }, (_, index) => (index % 2 === 0 ? 2 : 98))).name).toBeNull();
  });

  it('is crossed by the line, however that runs', () => {
    const value = fc.oneof(
      { weight: 6, arbitrary: fc.double({ min: 40, max: 60, noNaN: true }) },
      { weight: 3, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
    let shown = 0;
    fc.assert(
      fc.property(fc.array(value, { minLength: WEEKS, maxLength: WEEKS }), (values) => {
        const { name, line } = drawn(values);
        if (name === null) return;
        shown += 1;
        const on = line.filter(({ x, y }) => x > name.left && x < name.right && y > name.top && y < name.bottom);
        expect(on).toEqual([]);
      }),
    );
    expect(shown).toBeGreaterThan(10);
  });
});
