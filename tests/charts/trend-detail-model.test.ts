import { beforeAll, describe, expect, test } from 'vitest';
import type { TrendModel } from '../../src/charts/trend-model.ts';
import { formats } from '../../src/domain/format.ts';
import { parseIsoWeek } from '../../src/domain/week.ts';
import { readScorecard } from '../../src/reading/read-scorecard.ts';
import { trendModel, type TrendWish } from '../../src/reading/trend-view.ts';
import { scorecardInput } from '../features/scorecard/answers.ts';

const WEEK_43 = parseIsoWeek('2026-W43') ?? 0;
let draw: (wish: Partial<TrendWish>) => TrendModel;
beforeAll(async () => {
  const card = readScorecard(await scorecardInput('design'));
  const reading = card.reading('on-time');
  if (reading?.kind !== 'read') throw new Error('on-time was not read');
  const usual: TrendWish = { weeks: 78, title: 'On time', extras: 'forecast-and-last-year', naming: 'none' };
  draw = (wish) => trendModel(card, reading, { ...usual, ...wish }, formats('en-GB'));
});

describe('a trend on a page of its own', () => {
  test('each week says its gap to the target then in force, and its signals in words', () => {
    const point = draw({ detail: 'full' }).points.find(({ week }) => week === WEEK_43);
    expect(point).toMatchObject({
      gap: '−3.1\u00a0pp vs target 95\u00a0%',
      signalText: expect.stringMatching(/^Concerning: below the lower limit; .*8 weeks under the mean/) as string,
    });
  });

  test('limits are named with their numbers, former targets by what they were and until when', () => {
    const { labels, targets, soFar } = draw({ detail: 'full' });
    expect(labels.upper).toBe('Upper limit 94.9');
    expect(labels.target).toBe('Target at least 95\u00a0%');
    expect(targets.map(({ label }) => label)).toEqual(['Target 94\u00a0% until 28 Dec', undefined]);
    expect(soFar).toBe('Week 47 so far');
  });

  test('over years a day of a former target says nothing: month and year do', () => {
    const [first] = draw({ detail: 'full', weeks: 156 }).targets;
    expect(first?.label).toBe('Target 94\u00a0% until Dec 2025');
  });

  test('on the scorecard nothing of this is added', () => {
    const model = draw({});
    expect(model.points.every((point) => !('gap' in point))).toBe(true);
    expect(model.labels.upper).toBe('Upper limit');
    expect(model.targets.every(({ label }) => label === undefined)).toBe(true);
  });
});
