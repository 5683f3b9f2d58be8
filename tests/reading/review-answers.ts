import type { ScenarioName } from '../../mocks/scenarios.ts';
import { Review } from '../../src/contract/reviews.ts';
import { isClosed, type ClosedReview } from '../../src/reading/frozen.ts';
import { answering } from '../features/scorecard/answers.ts';

/** The review of a week, organisation-wide, as a mocked scenario answers it. */
export async function reviewOf(scenario: ScenarioName, week: string): Promise<Review> {
  const answer = await answering(scenario)(`/api/reviews/${week}`, {});
  return Review.parse(await answer.json());
}

export async function closedReviewOf(scenario: ScenarioName, week: string): Promise<ClosedReview> {
  const review = await reviewOf(scenario, week);
  if (!isClosed(review)) throw new Error(`the review of ${week} is open`);
  return review;
}
