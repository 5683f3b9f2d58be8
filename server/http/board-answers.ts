import type { Context } from 'hono';
import { dayOfInstant } from '../../src/domain/zone.ts';
import type { ServiceContext } from '../context.ts';
import type { DisplaysTable } from '../db/schema-displays.ts';
import { standingDisplay } from '../displays/display-rows.ts';
import { createKnownNames } from '../displays/known-names.ts';
import { getBoard } from '../services/get-board.ts';
import { answerOf, type CachedAnswer } from './answer-cache.ts';
import { jsonResponse } from './json-response.ts';
import { holds } from './versioned-answer.ts';

/** Boards of displays, each composed when something of it moved, and tagged by its content. */
export type BoardAnswers = {
  /** @throws ServiceFailure `not-found` at `id` where the display was revoked this very moment. */
  readonly send: (c: Context, displayId: string) => Promise<Response>;
};

type Held = { readonly stamp: string; readonly answer: Promise<CachedAnswer> };

/** More displays than anybody has; the one that asked longest ago is composed anew. */
const MOST_HELD = 200;

/**
 * All that a board depends on beside settings and data: what is due and who is known by name. Everything that people write
 * about figures moves the data version; minutes, reviews and accounts do not.
 */
const STANDING = `select
  (select count(*) from minutes) as minutes, (select coalesce(sum(revision), 0) from minutes) as changes,
  (select count(*) from reviews) as reviews, (select count(*) from people) as people,
  (select coalesce(sum(revision), 0) from people) as renamed`;

const stampOf = async (ctx: ServiceContext, row: DisplaysTable, dataVersion: number): Promise<string> => {
  const [standing] = await ctx.db.all(STANDING);
  /* The latest complete week moves with the day. */
  const today = dayOfInstant(ctx.clock(), ctx.settings.timeZone);
  return JSON.stringify([dataVersion, row.revision, today, standing]);
};

export const createBoardAnswers = (ctx: ServiceContext): BoardAnswers => {
  const names = createKnownNames(ctx.db);
  const held = new Map<string, Held>();

  const compose = async (row: DisplaysTable): Promise<CachedAnswer> =>
    answerOf(await getBoard(ctx, await ctx.data.index(), row, names));

  const standing = async (row: DisplaysTable): Promise<CachedAnswer> => {
    const { display_id: id } = row;
    const stamp = await stampOf(ctx, row, await ctx.data.version());
    const known = held.get(id);
    held.delete(id);
    const now = known?.stamp === stamp ? known : { stamp, answer: compose(row) };
    held.set(id, now);
    if (held.size > MOST_HELD) {
      const [oldest] = held.keys();
      if (oldest !== undefined) held.delete(oldest);
    }
    try {
      return await now.answer;
    } catch (error) {
      if (held.get(id) === now) held.delete(id);
      throw error;
    }
  };

  return {
    send: async (c, displayId) => {
      const answer = await standing(await standingDisplay(ctx.db, displayId));
      const headers = {
        ...{ etag: answer.tag(), 'cache-control': 'private, no-cache', vary: 'Accept-Encoding, Cookie' },
      };
      if (holds(c.req.header('if-none-match'), answer.tag())) return new Response(null, { status: 304, headers });
      return jsonResponse(c, answer, headers);
    },
  };
};
