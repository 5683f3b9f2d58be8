import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { catalogueQuery, healthQuery } from '../../api/queries.ts';
import { reviewQuery } from '../../api/review-queries.ts';
import type { Health } from '../../contract/health.ts';
import type { Review } from '../../contract/reviews.ts';
import type { Team } from '../../contract/teams.ts';
import { formats, type Formats } from '../../domain/format.ts';
import { isoWeekLabel, parseIsoWeek, type WeekNumber } from '../../domain/week.ts';
import { useAnswers } from '../../parts/use-answers.ts';
import { readScorecard, type Scorecard, type ScorecardInput } from '../../reading/read-scorecard.ts';
import type { ReviewView } from '../../state/view.ts';
import { closedOf, reviewModel, type ReviewModel } from './review-model.ts';

export type Figures =
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | {
      readonly kind: 'read';
      readonly model: ReviewModel;
      readonly shown: 'asked-for' | 'before';
      readonly retry: () => void;
    };

export type Minutes =
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly kind: 'read'; readonly review: Review };

/** What the page of a review shows. Figures and minutes fail apart: each is of use without the other. */
export type ReviewState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty' }
  /** Neither figures nor minutes. */
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  /** The week that was asked for is still running, or no week is complete yet. */
  | { readonly kind: 'not-complete'; readonly card: Scorecard; readonly formats: Formats }
  | {
      readonly kind: 'ready';
      /** Its ISO label. */
      readonly week: string;
      readonly figures: Figures;
      readonly minutes: Minutes;
      readonly formats: Formats;
      readonly teams: readonly Team[];
      readonly firstWeek: WeekNumber;
      /** The latest complete week; null where it is not known. */
      readonly latest: WeekNumber | null;
    };

/** Where the organisation's own is not known, because nothing could be read. */
const FALLBACK_LOCALE = 'en-GB';

/** Asks for figures, review and the closed review before it, and reads them together. */
export function useReview(view: ReviewView): ReviewState {
  const answers = useAnswers(view);
  const health = useQuery({ ...healthQuery(), refetchInterval: false, select: latestOf });
  const catalogue = useQuery(catalogueQuery());
  const present = useStable(answers.kind === 'ready' ? answers.input : null);
  const presentCard = useMemo(() => (present === null ? null : readScorecard(present)), [present]);
  const latest = presentCard?.latest ?? null;
  // Known from the address or the service's state before the figures are: both are asked for at once.
  const week = view.week === 'latest' ? labelOr(latest, health.data ?? null) : view.week;
  const isComplete = latest === null || week === null || (parseIsoWeek(week) ?? 0) <= latest;
  const asked = week !== null && isComplete && answers.kind !== 'empty';

  const review = useQuery({ ...reviewQuery(week ?? '', view.teams), enabled: asked });
  const before = review.data?.previous ?? null;
  const previous = useQuery({ ...reviewQuery(before ?? '', view.teams), enabled: before !== null });

  const closed = useMemo(() => closedOf(review.data), [review.data]);
  const earlier = useMemo(() => closedOf(previous.data), [previous.data]);
  // Minutes come and go while figures stand: the model is read again for other figures alone.
  const frozen = closed?.frozen ?? null;
  const model = useMemo(
    () => reviewModel({ present, closed, previous: earlier, compare: view.compare }),
    // Of a closed review only what was kept matters.
    [present, frozen, closed?.closed.at, earlier?.frozen, view.compare],
  );

  if (answers.kind === 'empty') return { kind: 'empty' };
  const words = formats(catalogue.data?.organisation.locale ?? FALLBACK_LOCALE);
  if (presentCard !== null && (!isComplete || (week === null && latest === null))) {
    return { kind: 'not-complete', card: presentCard, formats: words };
  }
  const isReviewKnown = review.data !== undefined || review.isError;
  const isBeforeKnown = before === null || previous.data !== undefined || previous.isError;
  if (week === null || !isReviewKnown || !isBeforeKnown) {
    // A service that does not answer at all names no week either.
    if (answers.kind === 'failed' && week === null) return answers;
    return { kind: 'loading' };
  }
  if (answers.kind === 'loading' && closed === null) return { kind: 'loading' };
  if (answers.kind === 'failed' && review.data === undefined) {
    return {
      ...answers,
      retry: () => {
        answers.retry();
        void review.refetch();
      },
    };
  }
  return {
    kind: 'ready',
    week,
    figures:
      model === null
        ? answers.kind === 'failed'
          ? answers
          : { kind: 'failed', error: new Error('The figures could not be read.'), retry: nothing }
        : {
            kind: 'read',
            model,
            shown: answers.kind === 'ready' ? answers.shown : 'asked-for',
            retry: 'retry' in answers ? answers.retry : nothing,
          },
    minutes:
      review.data === undefined
        ? { kind: 'failed', error: review.error, retry: () => void review.refetch() }
        : { kind: 'read', review: review.data },
    formats: words,
    teams: answers.kind === 'ready' ? answers.teams : (closed?.frozen.teams ?? []),
    firstWeek: answers.kind === 'ready' ? answers.firstWeek : (parseIsoWeek(week) ?? 0),
    latest,
  };
}

function labelOr(latest: WeekNumber | null, told: string | null): string | null {
  return latest === null ? told : isoWeekLabel(latest);
}

/** The same object for the same answers: a step of the agenda reads nothing anew. */
function useStable(input: ScorecardInput | null): ScorecardInput | null {
  const { observations, catalogue, teams, health, week, compare, fallbackNow } = input ?? {};
  return useMemo(
    () => input,
    // Its parts are what it is made of.
    [observations, catalogue, teams, health, week, compare, fallbackNow],
  );
}

function nothing(): void {
  return undefined;
}

function latestOf({ latestWeek }: Health): string | null {
  return latestWeek;
}
