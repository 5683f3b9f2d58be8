import type { Frozen, Review } from '../contract/reviews.ts';
import type { Formats } from '../domain/format.ts';
import type { Comparison } from '../domain/measure-types.ts';
import { figureIn } from '../domain/restated-weeks.ts';
import { readScorecard, type Scorecard, type ScorecardInput } from './read-scorecard.ts';

/** A review that was closed, with all that was seen. */
export type ClosedReview = Review & { readonly closed: NonNullable<Review['closed']>; readonly frozen: Frozen };

export function isClosed(review: Review): review is ClosedReview {
  return review.closed !== null && review.frozen !== null;
}

/**
 * What a closed review is read from: the answers that were kept, by the clock of that moment, with the definitions of
 * that day. The same reading as that of an open review, so the same figures come out.
 */
export function frozenInput(review: Pick<ClosedReview, 'week' | 'frozen'>, compare: Comparison): ScorecardInput {
  const { frozen, week } = review;
  return {
    observations: frozen.observations,
    catalogue: frozen.catalogue,
    teams: frozen.teams,
    // Without a cadence nothing is called late: what was kept does not age.
    health: { now: frozen.now, cadenceSeconds: 0, latestWeek: week },
    fallbackNow: Date.parse(frozen.now),
    week,
    compare,
    definitions: frozen.definitions,
  };
}

export function readFrozen(review: Pick<ClosedReview, 'week' | 'frozen'>, compare: Comparison): Scorecard {
  return readScorecard(frozenInput(review, compare));
}

/**
 * What the figure of the closed review's own week says today, by indicator; those that still say the same are left out.
 * The same week is compared with itself: a week of an outcome that has matured since is no restatement.
 */
export function restatedSince(then: Scorecard, now: Scorecard, formats: Formats): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const id of then.indicators.keys()) {
    const before = then.reading(id);
    if (before?.kind !== 'read' || before.measure.state !== 'figure') continue;
    const { indicator, measure } = before;
    const after = now.reading(id);
    // Not read today is not restated: the failure is told elsewhere.
    if (after?.kind === 'failed') continue;
    const value = after === null ? null : figureIn(indicator, after.series, measure.week);
    const text = value === null ? 'no figure any more' : formats.figure(indicator, value);
    if (text !== formats.figure(indicator, measure.value)) words.set(id, `restated since: now ${text}`);
  }
  return words;
}
