import type { Context } from 'hono';
import { answerOf } from './answer-cache.ts';
import { jsonResponse } from './json-response.ts';
import { holds } from './versioned-answer.ts';

/**
 * An answer that no data version stands for, tagged by its content: an open review is asked for every few seconds and
 * seldom differs, then 304 and no body.
 */
export const taggedAnswer = async (c: Context, value: unknown, status = 200): Promise<Response> => {
  const answer = answerOf(value);
  const headers = { etag: answer.tag(), 'cache-control': 'no-cache', vary: 'Accept-Encoding' };
  if (c.req.method === 'GET' && holds(c.req.header('if-none-match'), answer.tag())) {
    return new Response(null, { status: 304, headers });
  }
  return jsonResponse(c, answer, headers, status);
};
