import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sixTwelveGeometry } from '../../src/charts/six-twelve-geometry.ts';
import { figureWidth, valueLabels, type ValueLabel } from '../../src/charts/value-labels.ts';
import { sixTwelveModel, WEEKS, YEAR } from './six-twelve-build.ts';

describe('6–12 chart in pixels', () => {
  test('six weeks take 196 px, a gap of 26, then the months (design.md, section 4)', () => {
    const { frame, height } = sixTwelveGeometry(sixTwelveModel(WEEKS, YEAR), 672);
    expect(height).toBe(290);
    expect([frame.weeks.x0, frame.weeks.x1, frame.months.x0, frame.months.x1]).toEqual([30, 226, 252, 590]);
  });

  test('both panels stand on one scale', () => {
    const { columns } = sixTwelveGeometry(sixTwelveModel([93.3, 92, 92, 92, 92, 92], YEAR), 672);
    expect(columns[0]?.y).toBe(columns[6]?.y);
  });

  test('a month without a figure breaks the line instead of being bridged', () => {
    const { months } = sixTwelveGeometry(
      sixTwelveModel(
        WEEKS,
        YEAR.map((value, k) => (k === 4 ? null : value)),
      ),
      672,
    );
    expect(months.actual.match(/M/g)).toHaveLength(2);
    expect(months.marks.map(({ id }) => id)).not.toContain('m4');
  });

  test('the month so far is hollow, in no line, and linked by dashes only to a month right before it', () => {
    const whole = sixTwelveGeometry(sixTwelveModel(WEEKS, YEAR), 672).months;
    expect(whole.marks.at(-1)?.look.kind).toBe('hollow');
    expect(whole.actual).not.toContain(String(whole.marks.at(-1)?.place.y));
    expect(whole.link).not.toBe('');
    const gap = YEAR.map((value, k) => (k === 10 ? null : value));
    expect(sixTwelveGeometry(sixTwelveModel(WEEKS, gap), 672).months.link).toBe('');
  });

  test('the target steps between two months', () => {
    const { months } = sixTwelveGeometry(sixTwelveModel(WEEKS, YEAR), 672);
    const x = [...months.target.matchAll(/[ML]([\d.]+)/g)].map(([, each]) => Number(each));
    expect(x.slice(0, 3)).toEqual([252, 281, 281]);
    expect(x.at(-1)).toBe(590);
  });

  test('a year that begins in December stands back to back with the next', () => {
    const { months } = sixTwelveGeometry(sixTwelveModel(WEEKS, YEAR), 672);
    expect(months.years.map(({ text, anchor }) => [text, anchor])).toEqual([
      ['2025', 'end'],
      ['2026', 'start'],
    ]);
  });

  test('where there is no room beside, the months stand below the weeks', () => {
    const { frame } = sixTwelveGeometry(sixTwelveModel(WEEKS, YEAR), 358);
    expect(frame.months.y0).toBeGreaterThan(frame.weeks.y1);
    expect(frame.months.x1 - frame.months.x0).toBeGreaterThan(200);
  });

  test('nothing at all gives a picture and no NaN', () => {
    const none = Array.from({ length: 12 }, () => null);
    const empty = sixTwelveModel(none.slice(0, 6), none, { limits: [] });
    const bare = (points: typeof empty.weeks) => points.map((point) => ({ ...point, target: null, lastYear: null }));
    const g = sixTwelveGeometry({ ...empty, weeks: bare(empty.weeks), months: bare(empty.months) }, 672);
    expect(JSON.stringify(g)).not.toMatch(/null,"text"|NaN/);
  });
});

describe('values at points', () => {
  const room = { lines: [], quiet: [], bounds: { x0: 0, x1: 400, y0: 0, y1: 200 } };
  const at = (x: number, y: number) => ({ x, y, text: '93.4', look: 'plain' as const, reach: 3 });

  test('a value stands below its point, above at a peak', () => {
    const [first, peak] = valueLabels([at(40, 100), at(120, 60), at(200, 100)], room);
    expect(first?.y).toBeGreaterThan(100);
    expect(peak?.y).toBeLessThan(60);
  });

  test('no two values overlap, whatever the points', () => {
    const points = fc.array(fc.record({ x: fc.integer({ min: 20, max: 380 }), y: fc.integer({ min: 20, max: 180 }) }), {
      minLength: 2,
      maxLength: 14,
    });
    fc.assert(
      fc.property(points, (given) => {
        const placed = valueLabels(
          given.toSorted((a, b) => a.x - b.x).map(({ x, y }) => at(x, y)),
          room,
        ).filter((label) => label !== null);
        const box = (label: ValueLabel) => {
          const width = figureWidth(label.text, label.look);
          const left =
            label.anchor === 'middle' ? label.x - width / 2 : label.anchor === 'end' ? label.x - width : label.x;
          return { left, right: left + width, top: label.y - 8, bottom: label.y + 2 };
        };
        for (const [k, one] of placed.entries())
          for (const other of placed.slice(k + 1)) {
            const a = box(one);
            const b = box(other);
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
          }
      }),
    );
  });
});
