import type { Context } from 'hono';
import { contentTag } from './answer-cache.ts';
import { chooseEncoding, compress, WORTH_COMPRESSING_BYTES } from './encoding.ts';
import { holds } from './versioned-answer.ts';

/**
 * An answer that no data version stands for, tagged by its content: an open review is asked for every few seconds and
 * seldom differs, then 304 and no body.
 */
export const taggedAnswer = async (c: Context, value: unknown, status = 200): Promise<Response> => {
  const plain = Buffer.from(JSON.stringify(value));
  const etag = contentTag(plain);
  const headers: Record<string, string> = { etag, 'cache-control': 'no-cache', vary: 'Accept-Encoding' };
  if (c.req.method === 'GET' && holds(c.req.header('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const wanted = plain.length < WORTH_COMPRESSING_BYTES ? 'identity' : chooseEncoding(c.req.header('accept-encoding'));
  const body = await compress(plain, wanted, 5);
  headers['content-type'] = 'application/json';
  headers['content-length'] = String(body.length);
  if (wanted !== 'identity') headers['content-encoding'] = wanted;
  return new Response(new Uint8Array(body), { status, headers });
};
