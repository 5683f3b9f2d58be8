import type { Review } from '../../contract/reviews.ts';
import type { Formats } from '../../domain/format.ts';
import type { Facts } from '../../parts/actions-facts.ts';
import type { Where } from './minutes-entry.ts';

/** What each section of the minutes is drawn from. */
export type SectionProps = {
  readonly review: Review;
  readonly where: Where;
  readonly facts: Facts;
  readonly formats: Formats;
  /** `closed`: nothing can be written any more, but an action can be done or dropped. */
  readonly mode: 'open' | 'closed';
};
