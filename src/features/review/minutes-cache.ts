import type { QueryClient } from '@tanstack/react-query';
import type { Minute } from '../../contract/minutes.ts';
import type { Review } from '../../contract/reviews.ts';

/** Puts a written entry into every review on hand, so that it stands on the screen before the next poll. */
export async function keepInCache(client: QueryClient, minute: Minute): Promise<void> {
  await changeReviews(client, (review) => withMinute(review, minute));
  if (minute.kind === 'action') await client.invalidateQueries({ queryKey: ['actions'] });
}

export async function dropFromCache(client: QueryClient, { id, kind }: Minute): Promise<void> {
  const others = (minutes: Minute[]): Minute[] => minutes.filter((minute) => minute.id !== id);
  await changeReviews(client, (review) => ({
    ...review,
    minutes: others(review.minutes),
    carried: others(review.carried),
  }));
  if (kind === 'action') await client.invalidateQueries({ queryKey: ['actions'] });
}

async function changeReviews(client: QueryClient, change: (review: Review) => Review): Promise<void> {
  // A poll that set out before the writing would bring the old words back.
  await client.cancelQueries({ queryKey: ['review'] });
  client.setQueriesData<Review>({ queryKey: ['review'] }, (review) =>
    review === undefined ? undefined : change(review),
  );
}

function withMinute(review: Review, minute: Minute): Review {
  const put = (minutes: Minute[]): Minute[] => minutes.map((each) => (each.id === minute.id ? minute : each));
  const isHere = review.week === minute.week && review.teams.join('\n') === minute.teams.join('\n');
  const isNew = isHere && !review.minutes.some(({ id }) => id === minute.id);
  return {
    ...review,
    minutes: isNew ? [...review.minutes, minute] : put(review.minutes),
    carried: put(review.carried),
  };
}
