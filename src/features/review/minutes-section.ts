import type { Review } from '../../contract/reviews.ts';
import type { Formats } from '../../domain/format.ts';
import type { Facts } from '../../parts/actions-facts.ts';
import type { Where } from './minutes-entry.ts';

/**
 * `closed`: nothing can be written any more, but an action can be done or dropped. `read`: it is open, and this person may
 * not write in it.
 */
export type MinutesMode = 'open' | 'closed' | 'read';

/** What each section of the minutes is drawn from. */
export type SectionProps = {
  readonly review: Review;
  readonly where: Where;
  readonly facts: Facts;
  readonly formats: Formats;
  readonly mode: MinutesMode;
};
