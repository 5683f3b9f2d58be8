import { beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../../src/domain/format.ts';
import { readScorecard, type Scorecard } from '../../src/reading/read-scorecard.ts';
import { sixTwelveModel } from '../../src/reading/six-twelve-model.ts';
import { scorecardInput } from '../features/scorecard/answers.ts';

const FORMATS = formats('en-GB');
let card: Scorecard;
beforeAll(async () => {
  card = readScorecard(await scorecardInput('design'));
});

function modelOf(id: string, from = card) {
  const reading = from.reading(id);
  if (reading?.kind !== 'read') throw new Error(`${id} was not read`);
  return { model: sixTwelveModel(from, reading, FORMATS), measure: reading.measure };
}

describe('6–12 chart of a reading', () => {
  test('the newest week is the figure of the tile, so chart and tile cannot disagree', () => {
    for (const id of ['on-time', 'promise-kept', 'repeated-claims', 'open-claims']) {
      const { model, measure } = modelOf(id);
      if (measure.state !== 'figure') throw new Error(`${id} has no figure`);
      expect(model.weeks.at(-1)?.figure).toMatchObject({
        value: measure.value,
        text: FORMATS.figure(measure.indicator, measure.value),
        signal: measure.signals[0]?.tone ?? null,
      });
    }
  });

  test('a month with a week without data gives no figure and names the week', () => {
    const { model } = modelOf('on-time');
    const april = model.months.find(({ name }) => name === 'Apr');
    expect(april?.figure).toEqual({ kind: 'none', reason: 'Week 14 has no data' });
  });

  test('the month so far is hollow and named in the gutter', () => {
    const { model } = modelOf('on-time');
    expect(model.months.at(-1)?.figure.kind).toBe('hollow');
    expect(model.labels.soFar).toBe('Nov so far');
    expect(model.labels.target).toBe('Target 95\u00a0%');
  });

  test('a past week is read as it was then: nothing after it', async () => {
    const past = readScorecard(await scorecardInput('design', { week: '2026-W40' }));
    const { model } = modelOf('on-time', past);
    expect(model.weeks.map(({ name }) => name)).toEqual(['35', '36', '37', '38', '39', '40']);
    expect(model.months.at(-1)?.title).toBe('Oct 2026, so far');
  });

  test('the sentence says both spans and how many months are without a figure', () => {
    const { model } = modelOf('on-time');
    expect(model.sentence).toContain('Last 6 weeks: from 92.5\u00a0% in week 41 to 91.4\u00a0% in week 46.');
    expect(model.sentence).toMatch(
      /Last 12 months: from .* in Dec 2025 to .* in Nov 2026 so far, 1 without a figure\./,
    );
  });

  test('signals are told in the words of the rules', () => {
    const newest = modelOf('on-time').model.weeks.at(-1)?.figure;
    expect(newest?.kind === 'solid' && newest.signalText).toMatch(/^Concerning: .*under the mean/);
  });
});
