import { describe, expect, test } from 'vitest';
import { formats } from '../../src/domain/format.ts';
import type { Annotation, Measure, MeasureInput } from '../../src/domain/measure-types.ts';
import { readMeasure } from '../../src/domain/measure.ts';
import { chartSentence, gapText, stateNote, statusText, trailingText } from '../../src/domain/sentence.ts';
import { buildSeries } from '../../src/domain/series.ts';
import { signalLines, signalReason, type SignalContext } from '../../src/domain/signal-words.ts';
import { weekOfDay } from '../../src/domain/week.ts';
import { kindWords } from '../../src/domain/words.ts';
import { day, finalSeries, indicator, measureInput, percentSeries, stable, week, type Sum } from './build.ts';

const W46 = week('2026-W46');
const PLAIN: SignalContext = { formats: formats('en-GB'), annotations: [], lineage: [] };
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

function read(changes: Partial<MeasureInput> & Pick<MeasureInput, 'series'>): Measure {
  return readMeasure(
    measureInput({ targets: [{ indicator: 'on-time', team: null, from: 0, value: 90.5 }], ...changes }),
  );
}

function note(date: string, text: string, team: string | null = null): Annotation {
  return { day: day(date), week: weekOfDay(day(date)), text, indicator: null, team, kind: 'note' };
}

/** 90 % and, in the last weeks, 3.5 points less: one side of the mean, beyond the lower limit. */
const dropped = percentSeries([...stable(60), ...stable(11).map((value) => value - 3.5)]);
/** Half a point under the mean for eleven weeks, inside the limits. */
const sagging = percentSeries([...stable(60), ...[89.4, 89.6, 89.5, 89.7, 89.4, 89.6, 89.5, 89.7, 89.4, 89.6, 89.5]]);

describe('signals in words', () => {
  test('several rules on one week are told in their order of precedence', () => {
    expect(signalReason(read({ series: dropped }), PLAIN)).toBe(
      'Below the lower limit for 11 weeks; 11 weeks under the mean',
    );
  });

  test('a run is told with what happened when it began', () => {
    const context = {
      ...PLAIN,
      annotations: [note('2026-08-31', 'Carrier change'), note('2026-10-12', 'Cut-off 15:00')],
    };
    expect(signalReason(read({ series: sagging }), context)).toBe(
      '11 weeks under the mean, since Carrier change, 31 Aug',
    );
    const [line] = signalLines(read({ series: sagging }), { from: W46 - 25, to: W46 }, context);
    expect(line).toMatchObject({ weeks: 'Weeks 36–46' });
    expect(plain(line?.text ?? null)).toBe('11 weeks below the mean of 90.1 %, since Carrier change, 31 Aug');
  });

  test('what happened to another team is not told', () => {
    const context = { ...PLAIN, annotations: [note('2026-08-31', 'Carrier change', 'north')] };
    expect(signalReason(read({ series: sagging }), context)).toBe('11 weeks under the mean');
    expect(signalReason(read({ series: sagging }), { ...context, lineage: ['north'] })).toContain('Carrier change');
  });

  test('a count outside its limits is told with both numbers', () => {
    const values = [...stable(60).map((value) => value * 30), 3214];
    const series = finalSeries(values.map((value): Sum => [Math.round(value), 0]));
    const reason = signalReason(read({ indicator: indicator('orders-due'), series }), PLAIN);
    expect(reason).toMatch(/^3,214 is above the upper limit of 2,\d{3}$/u);
  });

  test('no signal, no reason', () => {
    expect(signalReason(read({ series: percentSeries(stable(40)) }), PLAIN)).toBeNull();
    expect(signalReason(read({ series: finalSeries([null]) }), PLAIN)).toBeNull();
  });
});

describe('the sentence of a chart', () => {
  const cases: ReadonlyArray<{ readonly name: string; readonly measure: Measure; readonly says: string }> = [
    {
      name: 'watch, no signal',
      measure: read({ series: percentSeries(stable(60)) }),
      says: 'On time: 90.1 % in week 46, 0.4 pp below the target of at least 90.5 %: watch. +0.7 pp vs week 45. No signal: within its natural variation.',
    },
    {
      name: 'out of reach',
      measure: read({
        series: percentSeries(stable(60)),
        targets: [{ indicator: 'on-time', team: null, from: 0, value: 97 }],
      }),
      says: 'On time: 90.1 % in week 46, 6.9 pp below the target of at least 97 %: act. +0.7 pp vs week 45. No signal: within its natural variation. This process will not get there without a change.',
    },
    {
      name: 'no target, a year before without data',
      measure: read({ series: percentSeries(stable(20)), targets: [], comparison: 'last-year' }),
      says: 'On time: 90.1 % in week 46, no target. No comparison: the same week last year lies before the data. No signal: within its natural variation.',
    },
    {
      name: 'few cases',
      measure: read({
        series: finalSeries([
          [20, 25],
          [20, 25],
          [24, 25],
        ]),
      }),
      says: 'On time: 96.0 % in week 46, on target (at least 90.5 %). Only 25 lines: 95 % interval 80.5 % to 99.3 %. +16.0 pp vs week 45. No signal: within its natural variation.',
    },
    {
      name: 'a gap',
      measure: read({ series: percentSeries([...stable(20), null]) }),
      says: 'On time: No data for week 46.',
    },
  ];

  test.each(cases)('$name', ({ measure, says }) => {
    expect(plain(chartSentence(measure, PLAIN))).toBe(says);
  });

  test('a signal is told with its tone and, where the target is out of reach, the limit', () => {
    const measure = read({ series: dropped, targets: [{ indicator: 'on-time', team: null, from: 0, value: 97 }] });
    expect(plain(chartSentence(measure, PLAIN))).toMatch(
      /Concerning: below the lower limit for 11 weeks; 11 weeks under the mean\. The target lies above the upper limit of 9\d\.\d %\.$/u,
    );
  });
});

describe('what stands in place of a figure', () => {
  const hollow = (coveredTo: string, today: string, lagDays: number) =>
    buildSeries({
      from: W46,
      numerators: [90],
      denominators: [100],
      coveredTo: day(coveredTo),
      lagDays,
      today: day(today),
    });

  const cases: ReadonlyArray<{ readonly measure: Measure; readonly says: string }> = [
    { measure: read({ series: finalSeries([[3, 4]]) }), says: 'Too few to show (n = 4)' },
    { measure: read({ series: finalSeries([[0, 0]]) }), says: 'Nothing to rate in week 46: no lines' },
    { measure: read({ series: finalSeries([[1, 50], null]) }), says: 'No data for week 46' },
    {
      measure: read({ series: hollow('2026-11-17', '2026-11-18', 7) }),
      says: 'week 46 settles on Mon 23 Nov, not counted yet',
    },
    { measure: read({ series: hollow('2026-11-11', '2026-11-12', 0) }), says: 'week 46, 3 of 7 days, not counted yet' },
    {
      measure: read({ series: [], missing: ['order_lines', 'claims', 'contacts'] }),
      says: 'Needs order lines, claims and contacts',
    },
    { measure: read({ series: [], missing: [] }), says: 'Needs lines due' },
    { measure: read({ indicator: indicator('open-claims'), series: [], missing: [] }), says: 'Needs claims' },
  ];

  test.each(cases)('$says', ({ measure, says }) => {
    if (measure.state === 'figure') throw new Error('a figure');
    expect(stateNote(measure, PLAIN.formats)).toBe(says);
  });

  test('twelve weeks together stand beside a week of too few', () => {
    const measure = read({ series: finalSeries(Array.from({ length: 12 }, (): Sum => [3, 4])) });
    expect(plain(trailingText(measure, PLAIN.formats))).toBe('12 weeks: 75.0 % · n 48');
  });
});

describe('lines of a tile', () => {
  test('gap and status; a stale status says of which week it was', () => {
    const fresh = read({ series: percentSeries(stable(60)) });
    const stale = read({ series: percentSeries(stable(60)), staleness: 'stale' });
    if (fresh.state !== 'figure' || stale.state !== 'figure') throw new Error('no figure');
    expect(plain(gapText(fresh, PLAIN.formats))).toBe('−0.4 pp vs at least 90.5 %');
    expect(statusText(fresh, PLAIN.formats)).toBe('Watch');
    expect(statusText(stale, PLAIN.formats)).toBe('Watch, week 46');
  });

  test('kinds are listed as words', () => {
    expect([kindWords([]), kindWords(['claims']), kindWords(['claims', 'order_lines'])]).toEqual([
      '',
      'claims',
      'claims and order lines',
    ]);
  });
});
