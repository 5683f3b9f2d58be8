import { describe, expect, test } from 'vitest';
import { trendCsv } from '../../src/charts/trend-csv.ts';
import { trendRows } from '../../src/charts/trend-rows.ts';
import { nearestColumn, newestColumn, trendColumns } from '../../src/charts/trend-columns.ts';
import { trendFrame } from '../../src/charts/trend-frame.ts';
import { trendScales } from '../../src/charts/trend-scales.ts';
import { trendKeyStep } from '../../src/charts/trend-keys.ts';
import { weekTitle } from '../../src/charts/chart-dates.ts';
import { readOutHeight, readOutPlace } from '../../src/charts/read-out-place.ts';
import { FIRST_WEEK, fullModel, trendModel } from './build-model.ts';

describe('trendCsv', () => {
  test('a gap stays empty and never becomes zero; hollow weeks and the forecast say what they are', () => {
    const model = trendModel([93.25, null, { hollow: 92 }], {
      limits: [{ from: FIRST_WEEK, to: FIRST_WEEK + 2, mean: 93, lower: 91.123456789, upper: 94.9 }],
      targets: [{ from: FIRST_WEEK, to: FIRST_WEEK, value: 95 }],
      previousYear: [92, null, 91],
      forecast: [{ week: FIRST_WEEK + 3, p10: 90, p25: 91, p50: 92, p75: 93, p90: 94 }],
      annotations: [{ week: FIRST_WEEK, text: 'New carrier, "Swift"' }],
    });
    expect(trendCsv(model)).toBe(
      [
        'week,monday,value,state,signal,lower_limit,mean,upper_limit,target,previous_year,notes',
        '2025-W47,2025-11-17,93.25,complete,,91.123457,93,94.9,95,92,"n 1,000; New carrier, ""Swift"""',
        '2025-W48,2025-11-24,,no data,,91.123457,93,94.9,,,No import',
        '2025-W49,2025-12-01,92,not counted yet,,91.123457,93,94.9,,91,Week so far',
        '2025-W50,2025-12-08,92,forecast,,,,,,,8 in 10: 90 to 94',
        '',
      ].join('\r\n'),
    );
  });

  test.each(['=1+1', '+cmd', '-2', '@sum', '\tx'])(
    'a note that a spreadsheet would run as a formula is written as text: %j',
    (text) => {
      const csv = trendCsv(trendModel([{ hollow: 1 }], { annotations: [{ week: FIRST_WEEK, text }] }));
      expect(csv).toContain('Week so far');
      const alone = trendCsv({ ...trendModel([null]), points: [{ kind: 'gap', week: FIRST_WEEK, reason: text }] });
      expect(alone.split('\r\n')[1]?.split(',').at(-1)).toBe(`'${text}`);
    },
  );
});

describe('trendRows', () => {
  test('table and picture tell the same weeks', () => {
    const rows = trendRows(fullModel());
    // 53 points, and the forecast's six weeks of which the first is the current week.
    expect(rows).toHaveLength(53 + 5);
    expect(new Set(rows.map(({ week }) => week)).size).toBe(rows.length);
  });
});

describe('trendColumns', () => {
  test('the read-out holds value, cases, target, last year and what happened, in the decimals of the indicator', () => {
    const model = trendModel([93.25, 94], {
      targets: [{ from: FIRST_WEEK, to: FIRST_WEEK, value: 95 }],
      previousYear: [92, null],
      annotations: [{ week: FIRST_WEEK, text: 'New carrier' }],
      formatValue: (value) => value.toFixed(1),
    });
    const columns = trendColumns(model, trendScales(model, trendFrame('panel', 'en-GB')), 'en-GB');
    expect(columns.map(({ value, notes }) => [value, ...notes])).toEqual([
      ['93.25 %', 'n 1,000', 'Target 95.0, last year 92.0', 'New carrier'],
      ['94 %', 'n 1,000'],
    ]);
  });
});

describe('reading by week', () => {
  test.each([
    { key: 'ArrowLeft', now: 5, to: 4 },
    { key: 'ArrowLeft', now: 0, to: 0 },
    { key: 'ArrowRight', now: 9, to: 9 },
    { key: 'Home', now: 5, to: 0 },
    { key: 'End', now: 5, to: 9 },
    { key: 'Escape', now: 5, to: -1 },
    { key: 'Escape', now: -1, to: null },
    { key: 'x', now: 5, to: null },
  ])('$key from $now leads to $to', ({ key, now, to }) => {
    expect(trendKeyStep(key, now, 10)).toBe(to);
  });

  test('reading starts at the newest complete week, not at the oldest nor at the running one', () => {
    expect(newestColumn(trendModel([93, 94, null, { hollow: 92 }]))).toBe(1);
    expect(newestColumn(trendModel([{ hollow: 92 }]))).toBe(0);
    expect(newestColumn(trendModel([]))).toBe(-1);
  });

  test('the pointer reads the nearest week', () => {
    expect(nearestColumn([{ x: 0 }, { x: 10 }, { x: 20 }], 14)).toBe(1);
    expect(nearestColumn([], 14)).toBe(-1);
  });

  test.each([
    { name: 'newest week at the right: left of it', x: 540, y: 60 },
    { name: 'oldest week: right of it', x: 10, y: 60 },
    { name: 'at the foot: above', x: 400, y: 170 },
    { name: 'a gap', x: 400, y: null },
  ])('the read-out stays inside the picture and beside its week: $name', ({ x, y }) => {
    const { left, top } = readOutPlace({ x, y }, { width: 672, height: 190 }, readOutHeight(3));
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + 252).toBeLessThanOrEqual(672);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top + readOutHeight(3)).toBeLessThanOrEqual(190);
    expect(x < left || x > left + 252).toBe(true);
  });
});

describe('weekTitle', () => {
  test.each([
    { week: FIRST_WEEK, locale: 'en-GB', title: 'Week 47, 17–23 Nov' },
    { week: FIRST_WEEK + 1, locale: 'en-GB', title: 'Week 48, 24–30 Nov' },
    { week: FIRST_WEEK + 6, locale: 'en-GB', title: 'Week 1, 29 Dec – 4 Jan' },
    { week: FIRST_WEEK + 44, locale: 'en-GB', title: 'Week 39, 21–27 Sep' },
  ])('a week names its days: $title', ({ week, locale, title }) => {
    expect(weekTitle(week, locale)).toBe(title);
  });
});
