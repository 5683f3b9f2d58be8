import { expect, test } from 'vitest';
import { formats } from '../../src/domain/format.ts';
import { readScorecard } from '../../src/reading/read-scorecard.ts';
import { restatedWeeks } from '../../src/reading/restatements.ts';
import { scorecardInput } from '../features/scorecard/answers.ts';

const words = formats('en-GB');

async function restatedReading() {
  const card = readScorecard(await scorecardInput('restated'));
  for (const id of card.indicators.keys()) {
    const reading = card.reading(id);
    if (reading?.kind === 'read' && restatedWeeks(card, reading, [], words).length > 0) return { card, reading };
  }
  throw new Error('nothing is restated');
}

test('a restated week says what it was, what it is, and since which import and file', async () => {
  const { card, reading } = await restatedReading();
  const importId = card.scope.restatements.find(({ indicator }) => indicator === reading.indicator.id)?.importId ?? 0;
  const [line] = restatedWeeks(
    card,
    reading,
    [{ id: importId, fileName: 'orders.csv', startedAt: '2026-11-16T06:00:00Z', endedAt: '2026-11-16T06:02:00Z' }],
    words,
  );
  expect(line?.words).toMatch(/^Week \d+ was .+, now .+$/);
  expect(line?.since).toBe('since the import of Mon 16 Nov, 07:02, orders.csv');
});

test('without the list of imports it still says when', async () => {
  const { card, reading } = await restatedReading();
  const [line] = restatedWeeks(card, reading, [], words);
  expect(line?.since).toMatch(/^since the import of \w{3} \d+ \w{3}, \d\d:\d\d$/);
});

test('a change that came to nothing, and one after the week in view, are none', async () => {
  const { card, reading } = await restatedReading();
  const [was] = card.scope.restatements;
  const point = reading.series.find((each) => each.week === was?.week);
  if (was === undefined || point === undefined || point.kind === 'gap') throw new Error('no such week');
  const same = { ...was, wasNumerator: point.numerator, wasDenominator: point.denominator };
  const undone = { ...card, scope: { ...card.scope, restatements: [same] } };
  expect(restatedWeeks(undone, reading, [], words)).toEqual([]);
  expect(restatedWeeks({ ...card, week: was.week - 1 }, reading, [], words)).toEqual([]);
});
