import { describe, expect, test } from 'vitest';
import { formats } from '../../src/domain/format.ts';
import { agendaModel } from '../../src/reading/agenda.ts';
import { frozenInput, isClosed, readFrozen, restatedSince } from '../../src/reading/frozen.ts';
import { readScorecard } from '../../src/reading/read-scorecard.ts';
import { focusModel } from '../../src/reading/review-focus.ts';
import { sinceReview } from '../../src/reading/since-review.ts';
import { scorecardInput } from '../features/scorecard/answers.ts';
import { closedReviewOf, reviewOf } from './review-answers.ts';

const words = formats('en-GB');
const NB = '\u00a0';

describe('a closed review', () => {
  test('says the figures of the day on which it was closed, whatever has been restated since', async () => {
    const review = await closedReviewOf('review-restated', '2026-W46');
    const then = readFrozen(review, 'previous-week');
    const now = readScorecard(await scorecardInput('review-restated', { week: '2026-W46' }));
    expect(focusModel(then, 'on-time', words)?.tile.value).toMatchObject({ number: '91.9' });
    expect(focusModel(now, 'on-time', words)?.tile.value).toMatchObject({ number: '91.4' });
    expect(Object.fromEntries(restatedSince(then, now, words))).toEqual({
      'on-time': `restated since: now 91.4${NB}%`,
      'in-full': `restated since: now 93.8${NB}%`,
    });
  });

  test('reads the same at any later time: neither the clock nor a new week moves a figure or a status', async () => {
    const review = await closedReviewOf('design', '2026-W45');
    const input = frozenInput(review, 'previous-week');
    const kept = agendaModel(readScorecard(input), words);
    const later = agendaModel(readScorecard({ ...input, fallbackNow: Date.parse('2031-01-01T00:00:00Z') }), words);
    expect(later).toEqual(kept);
    expect(readScorecard(input).week).toBe(readScorecard(await scorecardInput('design', { week: '2026-W45' })).week);
  });

  test('defines its measures as they were defined then', async () => {
    const review = await closedReviewOf('design', '2026-W45');
    const [first] = review.frozen.definitions;
    if (first === undefined) throw new Error('no definition was kept');
    const renamed = {
      ...review,
      frozen: { ...review.frozen, definitions: [{ ...first, name: 'Its old name', decimals: 2 }] },
    };
    expect(readFrozen(renamed, 'previous-week').indicators.get(first.id)).toMatchObject({
      name: 'Its old name',
      decimals: 2,
    });
  });

  test('a figure that is gone today is marked, not left as if it still stood', async () => {
    const review = await closedReviewOf('review-restated', '2026-W46');
    const input = await scorecardInput('review-restated', { week: '2026-W46' });
    const series = input.observations.series.filter(({ indicator }) => indicator !== 'on-time');
    const now = readScorecard({ ...input, observations: { ...input.observations, series } });
    expect(restatedSince(readFrozen(review, 'previous-week'), now, words).get('on-time')).toBe(
      'restated since: now no figure any more',
    );
  });

  test('an open review is not taken for a closed one', async () => {
    expect(isClosed(await reviewOf('design', '2026-W46'))).toBe(false);
  });
});

describe('since the last review', () => {
  test('statuses and figures are compared with what the closed review kept', async () => {
    const review = await closedReviewOf('design', '2026-W45');
    const now = readScorecard(await scorecardInput('design'));
    const since = sinceReview(
      now,
      { kind: 'review', card: readFrozen(review, 'previous-week'), closedAt: Date.parse(review.closed.at) },
      words,
    );
    expect(since.against).toMatch(/^Against the review of week 45, closed Mon 16 Nov, \d\d:\d\d$/);
    expect(since.statuses.map(({ name, from, to }) => [name, from.word, to.word])).toEqual([
      ['Claims resolved in promise', 'Watch', 'Act'],
      ['Right first time', 'Watch', 'On target'],
      ['Answered in promise', 'Watch', 'On target'],
    ]);
    expect(since.restated.map(({ name, weekName, was, now: is }) => [name, weekName, was, is])).toEqual([
      ['In full', 'week 45', '94.1', '93.6'],
    ]);
  });

  test('without an earlier review it is the week before, and that is said', async () => {
    const input = await scorecardInput('design');
    const before = readScorecard({ ...input, week: '2026-W45' });
    const since = sinceReview(readScorecard(input), { kind: 'week-before', card: before }, words);
    expect(since.against).toBe('No earlier review was closed: against week 45');
    expect(since.statuses.length).toBeGreaterThan(0);
  });

  test('without an earlier review only what changed since the Monday of the week counts as restated', async () => {
    const input = await scorecardInput('restated');
    const card = readScorecard(input);
    const before = { kind: 'week-before' as const, card: readScorecard({ ...input, week: '2026-W45' }) };
    expect(sinceReview(card, before, words).restated).toMatchObject([{ id: 'in-full', was: '94.1', now: '93.8' }]);
    const [first] = input.observations.restatements;
    if (first === undefined) throw new Error('nothing was restated');
    const long = { ...input.observations, restatements: [{ ...first, at: '2026-11-08T12:00:00.000Z' }] };
    expect(sinceReview(readScorecard({ ...input, observations: long }), before, words).restated).toEqual([]);
  });
});
