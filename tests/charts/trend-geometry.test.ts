import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartVariant } from '../../src/charts/chart-state.ts';
import { trendFrame } from '../../src/charts/trend-frame.ts';
import { trendGeometry, type TrendGeometry } from '../../src/charts/trend-geometry.ts';
import { LABEL_GAP } from '../../src/charts/trend-labels.ts';
import { axisTextWidth } from '../../src/charts/text-width.ts';
import { neighbours } from './parts-of.ts';
import { FIRST_WEEK, fullModel, trendModel, wave, type GivenWeek } from './build-model.ts';

const draw = (model: ReturnType<typeof trendModel>, variant: ChartVariant = 'panel') =>
  trendGeometry(model, trendFrame(variant, 'en-GB'));

/** Every number and path of a geometry as text; functions fall away. */
const said = (geometry: TrendGeometry) => JSON.stringify(geometry);

function expectDrawable(geometry: TrendGeometry): void {
  const text = said(geometry);
  expect(text).not.toContain('NaN');
  expect(text).not.toContain('Infinity');
  // JSON turns what is not finite into null: no number may have become one.
  expect(JSON.stringify({ ...geometry, lines: null, annotations: null, labels: null })).not.toMatch(
    /"(x|y|x1|x2|width|height)":null/,
  );
}

describe('trendGeometry', () => {
  test.each<{ name: string; given: readonly GivenWeek[] }>([
    { name: 'no weeks', given: [] },
    { name: 'gaps alone', given: [null, null, null] },
    { name: 'one week', given: [93] },
    { name: 'one hollow week', given: [{ hollow: 93 }] },
    { name: 'a constant', given: [93, 93, 93, 93] },
    { name: 'zeros', given: [0, 0, 0] },
    { name: 'a week that is not a number', given: [93, Number.NaN, 94] },
  ])('no path holds what is not a number: $name', ({ given }) => {
    for (const variant of ['panel', 'headline', 'phone', 'detail'] as const)
      expectDrawable(draw(trendModel(given), variant));
  });

  test('no path holds what is not a number: any weeks, limits and targets', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const week = fc.oneof(
      value,
      fc.constant(null),
      value.map((hollow) => ({ hollow })),
    );
    fc.assert(
      fc.property(fc.array(week, { maxLength: 60 }), value, value, (given, a, b) => {
        const model = trendModel(given, {
          limits: [
            { from: FIRST_WEEK, to: FIRST_WEEK + 30, mean: (a + b) / 2, lower: Math.min(a, b), upper: Math.max(a, b) },
          ],
          targets: [{ from: FIRST_WEEK + 3, to: FIRST_WEEK + 20, value: a }],
        });
        expectDrawable(draw(model));
      }),
      { numRuns: 60 },
    );
  });

  test('the line breaks at a gap and leaves out hollow weeks', () => {
    const { paths, lines } = draw(trendModel([93, 94, null, 95, 94, { hollow: 90 }]));
    expect(paths.actual.match(/M/g)).toHaveLength(2);
    expect(paths.actual.match(/L/g)).toHaveLength(2);
    expect(lines.hollow).toHaveLength(1);
    expect(lines.last).toEqual(lines.actual[4]);
  });

  test('a run steps back to a line of its own, and its newest marker is larger', () => {
    const signal = 'concerning';
    const given = [93, 94, { value: 90, signal }, { value: 89, signal }, { value: 88, signal }] as const;
    const { paths, lines } = draw(trendModel(given));
    expect(paths.actual.match(/L/g)).toHaveLength(2);
    expect(paths.run.match(/L/g)).toHaveLength(2);
    expect(lines.markers.map(({ size, d }) => ({ size, points: d.match(/M/g)?.length }))).toEqual([
      { size: 6, points: 2 },
      { size: 8.1, points: 1 },
    ]);
    expect(lines.last).toBeNull();
  });

  test('each limits segment has its band; the newest mean and edges go on to the end of the plot', () => {
    const { limits, scales } = draw(fullModel());
    expect(limits.bands).toHaveLength(2);
    const [first, second] = limits.bands;
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? -1, 0);
    expect(limits.means.map(({ x2 }) => x2 === scales.plot.x1)).toEqual([false, true]);
  });

  test('the target is stepped: one height a step, joined where one follows the other, and open where none was in force', () => {
    const steps = [
      { from: FIRST_WEEK, to: FIRST_WEEK + 2, value: 94 },
      { from: FIRST_WEEK + 3, to: FIRST_WEEK + 5, value: 95 },
      { from: FIRST_WEEK + 8, to: FIRST_WEEK + 30, value: 96 },
    ];
    const { target, scales } = draw(trendModel(wave(12, 93, 1), { targets: steps }));
    expect(target).toHaveLength(2);
    expect(target[0]).toHaveLength(4);
    expect(target[0]?.[1]?.x).toBe(target[0]?.[2]?.x);
    expect(target[1]?.at(-1)?.x).toBe(scales.plot.x1);
  });

  test('the forecast starts at the newest complete week and its fans enclose it', () => {
    const { lines } = draw(fullModel());
    expect(lines.forecast[0]).toEqual(lines.newest);
    expect(lines.forecast).toHaveLength(7);
    lines.forecast.slice(1).forEach((point, k) => {
      expect(lines.fan80.upper[k + 1]?.y).toBeLessThanOrEqual(point.y);
      expect(lines.fan80.lower[k + 1]?.y).toBeGreaterThanOrEqual(point.y);
    });
  });

  test('January has the long tick and the year; the first month is named with its year', () => {
    const { time } = draw(trendModel(wave(52, 93, 1)));
    expect(time.d.match(/v8/g)).toHaveLength(1);
    expect(time.months[0]?.text).toBe('Dec');
    expect(time.years.map(({ text }) => text)).toEqual(['2025', '2026']);
    expect(time.months.find(({ x }) => x === time.years[1]?.x)?.text).toBe('Jan');
  });

  test('labels in the gutter never come closer than 13 px, and one that had to move has a leader line', () => {
    const text = fc.constant('Label');
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 80, max: 100, noNaN: true }), { minLength: 6, maxLength: 6 }),
        text,
        (v, label) => {
          const [mean = 90, lower = 90, upper = 90, target = 90, last = 90, ahead = 90] = v;
          const model = trendModel([90, last], {
            limits: [{ from: FIRST_WEEK, to: FIRST_WEEK + 1, mean, lower, upper }],
            targets: [{ from: FIRST_WEEK, to: FIRST_WEEK + 9, value: target }],
            previousYear: [91, 92],
            forecast: [{ week: FIRST_WEEK + 2, p10: ahead, p25: ahead, p50: ahead, p75: ahead, p90: ahead }],
            labels: {
              mean: label,
              lower: label,
              upper: label,
              target: label,
              previousYear: label,
              forecast: label,
              actual: label,
            },
          });
          const { labels, scales } = draw(model);
          expect(labels).toHaveLength(7);
          labels.forEach((here) => {
            expect(here.place).toBeGreaterThanOrEqual(scales.plot.y0);
            expect(here.place).toBeLessThanOrEqual(scales.plot.y1);
          });
          for (const [before, after] of neighbours(labels))
            expect(after.place - before.place).toBeGreaterThanOrEqual(LABEL_GAP - 0.11);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the gutter is as wide as its longest label', () => {
    const long = 'Target at least 98.5 % of orders';
    const { labels, width } = draw(
      trendModel([93, 94], {
        targets: [{ from: FIRST_WEEK, to: FIRST_WEEK + 1, value: 95 }],
        labels: { ...trendModel([]).labels, target: long },
      }),
    );
    expect((labels[0]?.x ?? 0) + axisTextWidth(long)).toBeLessThanOrEqual(width);
  });

  test('annotation texts never overlap each other and never leave the picture', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 51 }), fc.integer({ min: 3, max: 45 })), { maxLength: 10 }),
        (given) => {
          const annotations = given.map(([k, length]) => ({ week: FIRST_WEEK + k, text: 'a'.repeat(length) }));
          const { annotations: marks, width } = draw(trendModel(wave(52, 93, 1), { annotations }));
          expect(marks).toHaveLength(annotations.length);
          const spans = marks.flatMap(({ text }) => {
            if (text === null) return [];
            const length = axisTextWidth(text.words);
            return [
              text.anchor === 'start' ? { from: text.x, to: text.x + length } : { from: text.x - length, to: text.x },
            ];
          });
          spans.forEach((span) => {
            expect(span.from).toBeGreaterThanOrEqual(-0.1);
            expect(span.to).toBeLessThanOrEqual(width + 0.1);
          });
          for (const [before, after] of neighbours(spans)) expect(before.to).toBeLessThanOrEqual(after.from + 0.1);
        },
      ),
    );
  });

  test('two annotations within 120 px stand on both sides', () => {
    const annotations = [
      { week: FIRST_WEEK + 30, text: 'Carrier change, 31 Aug' },
      { week: FIRST_WEEK + 34, text: 'Cut-off 15:00' },
    ];
    const { annotations: marks } = draw(trendModel(wave(52, 93, 1), { annotations }));
    expect(marks.map(({ text }) => text?.anchor)).toEqual(['end', 'start']);
  });

  test('a gap says why where there is room, once for weeks in a row', () => {
    const given: GivenWeek[] = [...wave(20, 98, 0.2), null, null, ...wave(20, 98, 0.2), 90];
    const { gapNotes } = draw(trendModel(given), 'detail');
    expect(gapNotes.map(({ text }) => text)).toEqual(['No import']);
  });

  test('the same model and frame give the same geometry: no clock, no chance', () => {
    expect(said(draw(fullModel()))).toBe(said(draw(fullModel())));
  });
});

describe('five years in one picture', () => {
  const years = (count: number, rest: Parameters<typeof trendModel>[1] = {}) =>
    draw(trendModel(wave(count * 52, 93, 1), rest), 'detail');

  test.each([2, 3, 5])('months are named at a regular distance, January among them, over %i years', (count) => {
    const { time } = years(count);
    const widths = neighbours(time.months).map(([before, after]) => after.x - before.x);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(12);
    expect(Math.min(...widths)).toBeGreaterThan(22);
    expect(time.months.filter(({ text }) => text === 'Jan')).toHaveLength(count);
    expect(time.years.length).toBeGreaterThanOrEqual(count);
  });

  test('marks of weeks that stand close are smaller, so that a run does not close up', () => {
    const run = Array.from({ length: 12 }, () => ({ value: 91, signal: 'concerning' as const }));
    const short = draw(trendModel([...wave(20, 93, 1), ...run]), 'detail').lines.markers[0]?.size ?? 0;
    const long = draw(trendModel([...wave(248, 93, 1), ...run]), 'detail').lines.markers[0]?.size ?? 0;
    expect(short).toBe(8);
    expect(long).toBeLessThan(6);
    expect(long).toBeGreaterThanOrEqual(4.5);
  });

  test('annotations that find no room are told by their number, in no text', () => {
    const annotations = Array.from({ length: 30 }, (_, k) => ({
      week: FIRST_WEEK + ((k * 37) % 260),
      text: 'Carrier change, 31 Aug',
    }));
    const { annotations: marks, folds } = years(5, { annotations });
    const words = marks.flatMap(({ text }) => (text === null ? [] : [text]));
    expect(marks).toHaveLength(30);
    expect(words.length).toBeGreaterThanOrEqual(4);
    expect(folds.length).toBeGreaterThan(0);
    for (const fold of folds)
      for (const text of words) {
        const from = text.anchor === 'start' ? text.x : text.x - axisTextWidth(text.words);
        expect(fold.x > from && fold.x < from + axisTextWidth(text.words)).toBe(false);
      }
  });

  test('the lane of the scorecard keeps silent about those without words', () => {
    const annotations = Array.from({ length: 30 }, (_, k) => ({
      week: FIRST_WEEK + k,
      text: 'Carrier change, 31 Aug',
    }));
    expect(draw(trendModel(wave(52, 93, 1), { annotations })).folds).toEqual([]);
  });

  test('hundreds of annotations are placed in an instant', () => {
    const annotations = Array.from({ length: 400 }, (_, k) => ({ week: FIRST_WEEK + (k % 260), text: `Note ${k}` }));
    expect(years(5, { annotations }).annotations).toHaveLength(400);
  });

  test('a former target is named at the end of its step, inside the plot', () => {
    const targets = [
      { from: FIRST_WEEK, to: FIRST_WEEK + 130, value: 96, label: 'Target 96 % until Jun 2028' },
      { from: FIRST_WEEK + 131, to: FIRST_WEEK + 300, value: 97 },
    ];
    const { notes, scales } = years(5, { targets });
    expect(notes.map(({ text, anchor }) => [text, anchor])).toEqual([['Target 96 % until Jun 2028', 'end']]);
    expect(notes[0]?.x).toBeLessThan(scales.plot.x1);
  });
});

describe('the week so far', () => {
  test('has its name where there is room', () => {
    const { notes } = draw(trendModel([...wave(60, 93, 1), { hollow: 96 }], { soFar: 'Week 47 so far' }), 'detail');
    expect(notes.map(({ text }) => text)).toEqual(['Week 47 so far']);
  });

  test('its name neither hides the newest week nor leaves the plot', () => {
    const falling = Array.from({ length: 60 }, (_, k) => 95 - k * 0.05);
    for (const hollow of [91, 92, 92.5, 95]) {
      const model = trendModel([...falling, { hollow }], { soFar: 'Week 46 not settled' });
      const { notes, lines, scales } = draw(model, 'detail');
      const [note] = notes;
      if (note === undefined) continue;
      if (lines.newest === null) throw new Error('no complete week');
      const width = axisTextWidth(note.text);
      const left = note.anchor === 'start' ? note.x : note.anchor === 'end' ? note.x - width : note.x - width / 2;
      expect(left).toBeGreaterThanOrEqual(scales.plot.x0);
      expect(left + width).toBeLessThanOrEqual(scales.plot.x1 + 2.1);
      const { x, y } = lines.newest;
      expect(x > left && x < left + width && y > note.y - 12 && y < note.y + 4).toBe(false);
    }
  });
});
