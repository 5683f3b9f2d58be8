import type { Hono } from 'hono';
import { NewMinute } from '../../src/contract/minutes.ts';
import { Closing, ReviewQuery } from '../../src/contract/reviews.ts';
import { authored } from '../auth/authored.ts';
import { callerOf } from '../auth/caller.ts';
import { actingFor } from '../auth/guard.ts';
import type { ServiceContext } from '../context.ts';
import { parseBody } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { taggedAnswer } from '../http/tagged-answer.ts';
import { reviewKey } from '../reviews/review-key.ts';
import { addMinute } from '../services/add-minute.ts';
import { closeReview } from '../services/close-review.ts';
import { getReview } from '../services/get-review.ts';
import { listReviews } from '../services/list-reviews.ts';

const teamsIn = (url: string): readonly string[] => parseQuery(ReviewQuery, new URL(url).searchParams).team;

/** Weekly reviews: list, open, write in, close. */
export const registerReviewRoutes = (app: Hono, ctx: ServiceContext): void => {
  app.get('/api/reviews', async (c) => taggedAnswer(c, await listReviews(ctx, teamsIn(c.req.url))));

  app.get('/api/reviews/:week', async (c) =>
    taggedAnswer(c, await getReview(ctx, reviewKey(c.req.param('week'), teamsIn(c.req.url)))),
  );

  app.post('/api/reviews/:week/closing', async (c) => {
    const key = reviewKey(c.req.param('week'), teamsIn(c.req.url));
    return taggedAnswer(c, await closeReview(ctx, key, authored(ctx, c, await parseBody(Closing, c.req.raw))));
  });

  app.post('/api/reviews/:week/minutes', async (c) => {
    const key = reviewKey(c.req.param('week'), teamsIn(c.req.url));
    return c.json(
      await addMinute(actingFor(ctx, callerOf(c)), key, authored(ctx, c, await parseBody(NewMinute, c.req.raw))),
      201,
    );
  });
};
