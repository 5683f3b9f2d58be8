import type { Minute } from '../../src/contract/minutes.ts';
import { DEFAULT_WEEKS, type Restatement } from '../../src/contract/observations.ts';
import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { Closing, Frozen, Review, Reviews } from '../../src/contract/reviews.ts';
import { firstWeekRead } from '../../src/domain/answer-range.ts';
import { computedIndicators } from '../../src/domain/catalogue-computed.ts';
import { mondayOf, parseIsoWeek } from '../../src/domain/week.ts';
import { startOfDay } from '../../src/domain/zone.ts';
import type { Dataset, SeededReview } from '../fixtures/dataset.ts';
import { catalogueOf } from './catalogue-of.ts';
import type { MockMinutes } from './mock-minutes.ts';
import { lastWeekOf, observationsOf } from './observations-of.ts';

export type ReviewKey = { readonly week: string; readonly teams: readonly string[] };
type Closed = NonNullable<Review['closed']>;
type Kept = ReviewKey & { readonly closed: Closed; readonly frozen: Frozen };

export type MockReviews = {
  readonly review: (key: ReviewKey) => Review;
  readonly isClosed: (key: ReviewKey) => boolean;
  readonly list: (teams: readonly string[]) => Reviews;
  readonly close: (key: ReviewKey, closing: Closing, at: string) => Review;
};

const nameOf = ({ week, teams }: ReviewKey): string => [week, ...teams].join('/');
const scopeOf = (teams: readonly string[]): string => teams.join('/');

function definitionsOf(catalogue: Catalogue): Frozen['definitions'] {
  const builtIn = computedIndicators.map(
    ({ id, name, definition, numeratorWords, denominatorWords, decimals, lagDays }) => ({
      id,
      name,
      definition,
      numeratorWords,
      denominatorWords,
      decimals,
      lagDays,
    }),
  );
  const own = catalogue.own.map(({ id, name, definition, decimals, lagDays }) => {
    return { id, name, definition, numeratorWords: '', denominatorWords: '', decimals, lagDays };
  });
  return [...builtIn, ...own];
}

/** Later restatements are not known yet when a review is closed. */
const knownBy =
  (now: string) =>
  ({ at }: Restatement): boolean =>
    at <= now;

/** What was done or dropped after an instant was still open then. */
const asStood =
  (now: string) =>
  (minute: Minute): Minute =>
    minute.action?.closedAt != null && minute.action.closedAt > now
      ? { ...minute, action: { ...minute.action, state: 'open', closedAt: null, closedBy: null } }
      : minute;

/** Reviews of one mocked service: their closing and what was kept then. It refuses nothing. */
export function createReviews(
  dataset: () => Dataset,
  dataVersion: () => number,
  minutes: MockMinutes,
  seeds: readonly SeededReview[],
): MockReviews {
  const kept = new Map<string, Kept>();
  const written = ({ week, teams }: ReviewKey): Minute[] =>
    minutes.standing().filter((minute) => minute.week === week && scopeOf(minute.teams) === scopeOf(teams));

  /** Actions of earlier weeks: still open, or closed since the week of the review began. */
  const carried = ({ week, teams }: ReviewKey, until: string | null): Minute[] => {
    const began = startOfDay(mondayOf(parseIsoWeek(week) ?? 0), dataset().organisation.timeZone);
    return minutes
      .standing()
      .filter((minute) => {
        if (minute.action === null || minute.week >= week || scopeOf(minute.teams) !== scopeOf(teams)) return false;
        if (until !== null && minute.createdAt > until) return false;
        return minute.action.closedAt === null || Date.parse(minute.action.closedAt) >= began;
      })
      .sort((a, b) => a.week.localeCompare(b.week) || (a.action?.due ?? '').localeCompare(b.action?.due ?? ''));
  };

  const freeze = (key: ReviewKey, from: Dataset, version: number, at: string): Frozen => {
    const to = parseIsoWeek(key.week) ?? from.lastWholeWeek;
    const query = { team: [...key.teams], indicator: [], by: 'scope' as const };
    const first = firstWeekRead(to, lastWeekOf(from) - DEFAULT_WEEKS + 1);
    const observations = observationsOf(from, version, query, { from: first, to }, null);
    const catalogue = catalogueOf(from);
    return {
      now: from.now,
      dataVersion: version,
      observations: { ...observations, restatements: observations.restatements.filter(knownBy(from.now)) },
      catalogue,
      teams: [...from.teams],
      definitions: definitionsOf(catalogue),
      minutes: written(key).map(asStood(at)),
      carried: carried(key, at).map(asStood(at)),
    };
  };

  for (const { asItWas, closed, ...key } of seeds) {
    kept.set(nameOf(key), {
      ...key,
      closed,
      frozen: freeze(key, asItWas(dataset()), Math.max(0, dataVersion() - 1), closed.at),
    });
  }

  const review = (key: ReviewKey): Review => {
    const { closed, frozen } = kept.get(nameOf(key)) ?? { closed: null, frozen: null };
    const earlier = [...kept.values()]
      .filter(({ week, teams }) => week < key.week && scopeOf(teams) === scopeOf(key.teams))
      .map(({ week }) => week)
      .sort();
    return {
      week: key.week,
      teams: [...key.teams],
      closed,
      minutes: written(key),
      carried: carried(key, null),
      previous: earlier.at(-1) ?? null,
      frozen,
    };
  };

  return {
    review,
    isClosed: (key) => kept.has(nameOf(key)),
    list: (teams) => {
      const ofScope = <Entry extends ReviewKey>(entries: Iterable<Entry>): Entry[] =>
        [...entries].filter((entry) => scopeOf(entry.teams) === scopeOf(teams));
      const weeks = new Set([...ofScope(minutes.standing()), ...ofScope(kept.values())].map(({ week }) => week));
      return {
        reviews: [...weeks]
          .sort()
          .reverse()
          .map((week) => {
            const key = { week, teams };
            const closed = kept.get(nameOf(key))?.closed ?? null;
            return {
              week,
              teams: [...teams],
              state: closed === null ? ('open' as const) : ('closed' as const),
              closedAt: closed?.at ?? null,
              minutes: written(key).length,
            };
          }),
      };
    },
    close: (key, { author, spent }, at) => {
      const closed = { at, by: author, spent };
      kept.set(nameOf(key), { ...key, closed, frozen: freeze(key, dataset(), dataVersion(), at) });
      return review(key);
    },
  };
}
