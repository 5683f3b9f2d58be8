import { REVIEW_SECTIONS, type Closing, type Review } from '../../contract/reviews.ts';
import type { Draft } from '../../state/drafts.ts';
import { minutesIn, type ReviewClock } from '../../state/review-clock.ts';
import { isUnsaved } from './minutes-words.ts';

/** Whole minutes by section, as they are sent when a review is closed. */
export function spentOf(clock: Pick<ReviewClock, 'spent'>): Closing['spent'] {
  return REVIEW_SECTIONS.map((section) => ({ section, minutes: minutesIn(clock, section) }));
}

/** "1 note, 2 decisions and 3 actions": what of the minutes is kept. */
export function countedMinutes({ minutes }: Review): string {
  const counts = (['note', 'decision', 'action'] as const).map((kind) => {
    const count = minutes.filter((minute) => minute.kind === kind).length;
    return `${count === 0 ? 'no' : count} ${kind}${count === 1 ? '' : 's'}`;
  });
  return `${counts[0]}, ${counts[1]} and ${counts[2]}`;
}

/** Drafts of this review that the service does not have: once it is closed they could not be kept any more. */
export function unsavedIn(
  drafts: Readonly<Record<string, Draft>>,
  { week, teams }: Pick<Review, 'week' | 'teams'>,
): number {
  const scope = teams.join('\n');
  const here = Object.values(drafts).filter((draft) => draft.week === week && draft.teams.join('\n') === scope);
  return here.filter(isUnsaved).length;
}
