import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funnelGeometry } from '../../src/charts/funnel-geometry.ts';
import type { FunnelModel, FunnelTeam } from '../../src/charts/funnel-types.ts';

const team = (name: string, n: number, value: number, place: FunnelTeam['place'] = 'inside'): FunnelTeam => ({
  id: name,
  name,
  n,
  value,
  text: `${value} %`,
  cases: `of ${n}`,
  place,
  placeText: '',
});

const model = (teams: readonly FunnelTeam[], average = 90): FunnelModel => ({
  title: 'On time by team',
  sentence: '',
  countedIn: 'lines',
  teams,
  average: { value: average, label: 'Average 90.0' },
  target: { value: 95, label: 'Target 95 %' },
  formatTick: String,
  formatCount: String,
});

describe('funnel plot in pixels', () => {
  test('few cases stand left of many, and a higher rate above a lower one', () => {
    const { marks } = funnelGeometry(model([team('a', 50, 92), team('b', 500, 88)]), 672);
    const [a, b] = marks;
    expect(a?.x).toBeLessThan(b?.x ?? 0);
    expect(a?.y).toBeLessThan(b?.y ?? 0);
  });

  test('teams outside are named, those inside are not', () => {
    const { names } = funnelGeometry(
      model([team('North', 400, 80, 'outside'), team('East', 300, 86, 'between'), team('West', 200, 90)]),
      672,
    );
    expect(names.map(({ text, look }) => [text, look])).toEqual([
      ['East', 'plain'],
      ['North', 'strong'],
    ]);
  });

  test('the mouth of the funnel is drawn where all teams are large', () => {
    const { outer, plot } = funnelGeometry(model([team('a', 900, 90), team('b', 1000, 90)]), 672);
    const first = Number(/^M([\d.]+)/.exec(outer)?.[1]);
    expect(first).toBeLessThan(plot.x0 + (plot.x1 - plot.x0) * 0.3);
  });

  test('every mark lies in the plot and no path holds what is not a number, whatever the teams', () => {
    const any = fc.record({
      n: fc.integer({ min: 1, max: 5000 }),
      value: fc.double({ min: 0, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(any, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (given, p) => {
          const g = funnelGeometry(
            model(
              given.map(({ n, value }, k) => team(`t${k}`, n, value)),
              p,
            ),
            672,
          );
          expect(JSON.stringify(g)).not.toMatch(/NaN|Infinity|"(x|y)":null/);
          for (const { x, y } of g.marks) {
            expect(x).toBeGreaterThanOrEqual(g.plot.x0);
            expect(x).toBeLessThanOrEqual(g.plot.x1);
            expect(y).toBeGreaterThanOrEqual(g.plot.y0 - 0.1);
            expect(y).toBeLessThanOrEqual(g.plot.y1 + 0.1);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
