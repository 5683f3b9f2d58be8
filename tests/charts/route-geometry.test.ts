import { describe, expect, it } from 'vitest';
import { routeCsv } from '../../src/charts/route-csv.ts';
import { routeGeometry } from '../../src/charts/route-geometry.ts';
import { placeLabels, type RouteLabel } from '../../src/charts/route-labels.ts';
import { routeRows } from '../../src/charts/route-rows.ts';
import { axisTextWidth } from '../../src/charts/text-width.ts';
import { neighbours } from './parts-of.ts';
import { builtFalling, builtRoute, NOW } from './route-build.ts';

const draw = (model = builtRoute(), width = 672) => routeGeometry(model, width, 300);

/** Every pair of texts that stand over one another. */
function overlapping(labels: readonly RouteLabel[]): readonly string[] {
  const boxes = labels.map(({ id, x, y, anchor, lines, leading }) => {
    const width = Math.max(...lines.map(axisTextWidth));
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { id, left, right: left + width, top: y - 9, bottom: y + (lines.length - 1) * leading + 2 };
  });
  return boxes.flatMap((a, k) =>
    boxes
      .slice(k + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.id} over ${b.id}`),
  );
}

describe('the chart of a route', () => {
  it('draws the picture: axis from 90 by whole ticks, goal line, dot where it arrives', () => {
    const { grid, scales, arrival, gap, now } = draw();
    expect(grid.map(({ text }) => text)).toEqual(['90', '91', '92', '93', '94', '95']);
    expect(scales.plot).toEqual({ x0: 30, x1: 652, y0: 30, y1: 264 });
    expect(arrival?.dot?.x).toBeCloseTo(scales.x(NOW + 17), 0);
    expect(arrival?.dot?.y).toBeCloseTo(scales.y(95), 0);
    expect(gap?.status).toBe('watch');
    expect(now?.x).toBeCloseTo(scales.x(NOW), 0);
  });

  it('moves nothing when the forecast comes in', () => {
    const before = draw(builtRoute({ forecast: [], arrival: null }));
    const after = draw();
    expect(after.grid).toEqual(before.grid);
    expect(after.travelled).toBe(before.travelled);
    expect(after.plan).toBe(before.plan);
  });

  it('ends the fan at the goal line: what comes after the arrival is no part of the way', () => {
    const { fan, middle, scales } = draw();
    const heights = [...fan.matchAll(/[ML]\S+ (\S+?)(?=[LZ])/g)].map(([, y]) => Number(y));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(Math.floor(scales.y(95)));
    expect(middle.endsWith(` ${Math.round(scales.y(95) * 10) / 10}`)).toBe(true);
  });

  it('keeps a forecast that moves away inside the plot', () => {
    const { fan, scales } = draw(
      builtRoute({
        pace: -0.5,
        arrival: null,
        forecast: builtRoute().forecast.map((week, k) => ({
          ...week,
          p10: 93 - k,
          p50: 93 - 0.8 * k,
          p90: 93 - 0.5 * k,
        })),
      }),
    );
    const heights = [...fan.matchAll(/[ML]\S+ (\S+?)(?=[LZ])/g)].map(([, y]) => Number(y));
    expect(Math.max(...heights)).toBeLessThanOrEqual(scales.plot.y1);
  });

  it('breaks the line at a week without a figure', () => {
    const model = builtRoute();
    const gap = { week: NOW - 10, value: null, why: 'No data' };
    const { travelled } = draw({
      ...model,
      travelled: model.travelled.map((week) => (week.week === gap.week ? gap : week)),
    });
    expect(travelled.match(/M/g)).toHaveLength(2);
  });

  it.each([672, 520, 358, 330])('writes no text over another at %i px, higher or lower being better', (width) => {
    for (const model of [builtRoute(), builtFalling()]) {
      const { labels } = draw(model, width);
      expect(labels.map(({ id }) => id).toSorted()).toEqual(['arrival', 'date', 'goal', 'now', 'plan', 'start']);
      expect(overlapping(labels)).toEqual([]);
    }
  });

  it('writes on no line where a later place is free', () => {
    const places = [20, 40, 60, 80, 100, 120].map((y) => ({ x: 10, y, anchor: 'start' as const }));
    const wish = { id: 'start', lines: ['Start 93.0 %'], look: 'plain' as const, leading: 14, places };
    const lines = [20, 40, 60, 80, 100].map((y) => [0, 100].map((x) => ({ x, y: y - 4 })));
    expect(placeLabels([wish], { width: 200, bottom: 200, lines })[0]?.y).toBe(120);
  });

  it('draws a goal that says not where it starts, and one without any figure', () => {
    const { plan, leader, labels, gap } = draw(
      builtRoute({
        plan: [],
        start: null,
        plannedAt: () => null,
        now: null,
        travelled: [],
        forecast: [],
        arrival: null,
      }),
    );
    expect([plan, leader, gap]).toEqual(['', null, null]);
    expect(labels.map(({ id }) => id).toSorted()).toEqual(['date', 'goal']);
  });

  it('marks milestones on the planned route', () => {
    const model = builtRoute({ milestones: [{ week: NOW - 5, value: 92.8, text: 'Milestone 92.8 %' }] });
    expect(draw(model).milestones.match(/M/g)).toHaveLength(1);
    expect(routeRows(model).find(({ week }) => week === NOW - 5)?.notes).toEqual(['Milestone 92.8 %']);
  });
});

describe('the weeks of a route as rows', () => {
  it('tells every week once, travelled then forecast, with plan and range', () => {
    const rows = routeRows(builtRoute());
    for (const [before, after] of neighbours(rows)) expect(after.week).toBe(before.week + 1);
    expect(rows.find(({ week }) => week === NOW)).toMatchObject({
      state: 'travelled',
      valueText: '93.1 %',
      against: '0.5 pp behind',
    });
    expect(rows.at(-1)).toMatchObject({ state: 'forecast', against: '' });
  });

  it('gives a week without a figure an empty value and its reason', () => {
    const model = builtRoute();
    const rows = routeRows({
      ...model,
      travelled: model.travelled.map((week) =>
        week.week === NOW - 3 ? { week: NOW - 3, value: null, why: 'No data' } : week,
      ),
    });
    expect(rows.find(({ week }) => week === NOW - 3)).toMatchObject({ value: null, valueText: 'No data' });
  });

  it('writes CSV with a header and decimal points', () => {
    const [head, first] = routeCsv(builtRoute()).split('\r\n');
    expect(head).toBe('week,monday,value,state,planned,forecast_10,forecast_90,notes');
    expect(first).toBe('2026-W23,2026-06-01,90.6,travelled,90.6,,,"Start 90.6 %, 7 Jun"');
  });
});
