import { isJudged, pointAt } from '../domain/series.ts';
import { estimateSilent, type SilentEstimate } from '../domain/silent-customers.ts';
import type { Scorecard } from './read-scorecard.ts';

/** The voice ratio is taken over a year: single weeks have too few dissatisfied customers in the sample. */
const VOICE_WEEKS = 52;

/** Who stayed silent in the week in view, from the claimants and a year of the voice ratio; null where the week has no data. */
export function silentEstimate(card: Scorecard): SilentEstimate | null {
  const point = pointAt(card.scope.series.get('silent-customers') ?? [], card.week);
  if (point === null || !isJudged(point)) return null;
  const voice = (card.scope.series.get('voice-ratio') ?? []).filter(
    (each) => isJudged(each) && each.week <= card.week && each.week > card.week - VOICE_WEEKS,
  );
  let dissatisfied = 0;
  let dissatisfiedWhoClaimed = 0;
  for (const each of voice) {
    if (each.kind === 'gap') continue;
    dissatisfied += each.denominator;
    dissatisfiedWhoClaimed += each.numerator;
  }
  return estimateSilent({
    claimants: point.numerator,
    activeCustomers: point.denominator,
    dissatisfied,
    dissatisfiedWhoClaimed,
  });
}
