import type { Review } from '../../contract/reviews.ts';
import { formats, type Formats } from '../../domain/format.ts';
import type { Comparison } from '../../domain/measure-types.ts';
import { isoWeekLabel } from '../../domain/week.ts';
import { agendaModel, readAgenda, type AgendaModel } from '../../reading/agenda.ts';
import { frozenInput, isClosed, readFrozen, restatedSince, type ClosedReview } from '../../reading/frozen.ts';
import { readScorecard, type Scorecard, type ScorecardInput } from '../../reading/read-scorecard.ts';
import { focusModel, type FocusModel } from '../../reading/review-focus.ts';
import { reviewTitle } from '../../reading/review-head.ts';
import { stepsOf, type Step } from '../../reading/review-steps.ts';
import { sinceReview, type Before, type SinceReview } from '../../reading/since-review.ts';

/** Retention and repeated claims stand on every agenda, whatever they say. */
const OUTCOMES = ['retention-12-week', 'repeated-claims'] as const;

/** Everything that the review of a week says of its figures, as plain data. */
export type ReviewModel = {
  readonly card: Scorecard;
  readonly formats: Formats;
  readonly title: string;
  readonly agenda: AgendaModel;
  readonly steps: readonly Step[];
  readonly since: SinceReview;
  /** Those of `OUTCOMES` that can be read. */
  readonly outcomes: readonly FocusModel[];
  /** What a closed review's figures are by now, in words, by indicator; only those that differ. Empty while it is open. */
  readonly restated: ReadonlyMap<string, string>;
  readonly closed: { readonly by: string; readonly at: string; readonly present: 'read' | 'not-read' } | null;
  /** `no-data`: not one figure stands in this week. */
  readonly week: 'figures' | 'no-data';
  /** Computed once for each measure, when it is first asked for. */
  readonly focus: (id: string) => FocusModel | null;
};

export type ReviewModelInput = {
  /** The present answers; null where they could not be read, and a closed review speaks for itself. */
  readonly present: ScorecardInput | null;
  readonly closed: ClosedReview | null;
  /** The last closed review before this one; null where there is none. */
  readonly previous: ClosedReview | null;
  readonly compare: Comparison;
};

/** null: neither present answers nor kept ones. */
export function reviewModel({ present, closed, previous, compare }: ReviewModelInput): ReviewModel | null {
  const input = closed === null ? present : frozenInput(closed, compare);
  if (input === null) return null;
  const card = readScorecard(input);
  const words = formats(input.catalogue.organisation.locale);
  const agenda = agendaModel(card, words);
  const has = hasFigures(card) ? 'figures' : 'no-data';
  const focuses = new Map<string, FocusModel | null>();
  const focus = (id: string): FocusModel | null => {
    const known = focuses.get(id);
    if (known !== undefined) return known;
    const made = focusModel(card, id, words);
    focuses.set(id, made);
    return made;
  };
  const now = closed === null || present === null ? null : readScorecard({ ...present, week: closed.week });
  return {
    card,
    formats: words,
    title: reviewTitle(card, has, words),
    agenda,
    steps: stepsOf(agenda),
    since: sinceReview(card, beforeOf(input, card, previous), words),
    outcomes: OUTCOMES.flatMap((id) => focus(id) ?? []),
    restated: now === null ? new Map() : restatedSince(card, now, words),
    closed: closed === null ? null : closedWords(closed, words, present === null ? 'not-read' : 'read'),
    week: has,
    focus,
  };
}

function beforeOf(input: ScorecardInput, card: Scorecard, previous: ClosedReview | null): Before {
  return previous === null
    ? { kind: 'week-before', card: readScorecard({ ...input, week: isoWeekLabel(card.week - 1) }) }
    : { kind: 'review', card: readFrozen(previous, input.compare), closedAt: Date.parse(previous.closed.at) };
}

function closedWords(
  { closed, frozen }: ClosedReview,
  words: Formats,
  present: 'read' | 'not-read',
): ReviewModel['closed'] {
  return { by: closed.by, at: words.instant(Date.parse(closed.at), frozen.catalogue.organisation.timeZone), present };
}

function hasFigures(card: Scorecard): boolean {
  const { groups, quiet } = readAgenda(card);
  return groups.length > 0 || [...quiet.keys()].some((why) => why !== 'no-figure' && why !== 'not-read');
}

export function closedOf(review: Review | undefined): ClosedReview | null {
  return review !== undefined && isClosed(review) ? review : null;
}
