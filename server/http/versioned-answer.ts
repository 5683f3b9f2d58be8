import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { ServiceContext } from '../context.ts';
import type { DataIndex } from '../services/data-index.ts';
import { createAnswerCache, type AnswerCache } from './answer-cache.ts';
import { jsonResponse } from './json-response.ts';

const LIMITS = { answers: 1000, bytes: 64 * 1024 * 1024 } as const;

/** Answers that hold for one data version: tagged with it, compressed once, and kept until they are crowded out. */
export type VersionedAnswers = {
  /**
   * `key` is the request in one spelling; `make` gives the answer from the index of the version.
   * A request that already has the version gets 304 without any of that.
   */
  readonly send: (c: Context, key: string, make: (index: DataIndex) => unknown) => Promise<Response>;
};

/** Weak: the same answer is sent in several encodings. Settings take part, for they stand in answers too. */
const tagOf = (ctx: ServiceContext, settingsHash: string, version: number): string =>
  `W/"${ctx.build}-${settingsHash}-${version}"`;

/** Whether the request holds the tagged answer already (RFC 9110, 13.1.2: weak comparison). */
export const holds = (ifNoneMatch: string | undefined, tag: string): boolean => {
  if (ifNoneMatch === undefined) return false;
  const opaque = (text: string): string => text.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((held) => opaque(held) === opaque(tag));
};

export const createVersionedAnswers = (
  ctx: ServiceContext,
  cache: AnswerCache = createAnswerCache(LIMITS),
): VersionedAnswers => {
  /* Without what holds a secret: of that no trace leaves the service. */
  const shown = { ...ctx.settings, location: null, signIn: null };
  const settingsHash = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 8);
  const headersFor = (tag: string): Record<string, string> => ({
    etag: tag,
    'cache-control': 'no-cache',
    vary: 'Accept-Encoding',
  });
  return {
    send: async (c, key, make) => {
      const held = c.req.header('if-none-match');
      const committed = tagOf(ctx, settingsHash, await ctx.data.version());
      if (holds(held, committed)) return new Response(null, { status: 304, headers: headersFor(committed) });
      const index = await ctx.data.index();
      const answer = await cache.answer(`${index.version} ${key}`, () => make(index));
      return jsonResponse(c, answer, headersFor(tagOf(ctx, settingsHash, index.version)));
    },
  };
};
