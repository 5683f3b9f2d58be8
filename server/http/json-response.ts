import type { Context } from 'hono';
import type { CachedAnswer } from './answer-cache.ts';
import { chooseEncoding } from './encoding.ts';

/** A JSON answer in the encoding that the request asks for, with these headers beside its own. */
export const jsonResponse = async (
  c: Context,
  answer: CachedAnswer,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Promise<Response> => {
  const { body, encoding } = await answer.encoded(chooseEncoding(c.req.header('accept-encoding')));
  return new Response(new Uint8Array(body), {
    status,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': String(body.length),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  });
};
