import { createHash } from 'node:crypto';
import { compress, WORTH_COMPRESSING_BYTES, type Encoding } from './encoding.ts';

/** Weak: what it tags is sent in several encodings. */
const contentTag = (content: Buffer): string =>
  `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;

/** A JSON answer, made once and compressed once for each encoding that was asked for. */
export type CachedAnswer = {
  readonly bytes: number;
  /** Of the content. */
  readonly tag: () => string;
  readonly encoded: (encoding: Encoding) => Promise<{ readonly body: Buffer; readonly encoding: Encoding }>;
};

export type AnswerCache = {
  /** The answer under this key, or the one that `make` makes. A make that throws leaves nothing behind. */
  readonly answer: (key: string, make: () => unknown) => Promise<CachedAnswer>;
};

/** The answer of a value, for whoever keeps it elsewhere. */
export const answerOf = (value: unknown): CachedAnswer => {
  const plain = Buffer.from(JSON.stringify(value));
  const made = new Map<Encoding, Promise<Buffer>>();
  let tag: string | undefined;
  return {
    bytes: plain.length,
    tag: () => {
      tag ??= contentTag(plain);
      return tag;
    },
    encoded: async (wanted) => {
      const encoding = plain.length < WORTH_COMPRESSING_BYTES ? 'identity' : wanted;
      let body = made.get(encoding);
      if (body === undefined) {
        body = compress(plain, encoding, 5);
        made.set(encoding, body);
      }
      return { body: await body, encoding };
    },
  };
};

/** Keeps the answers that were used last, up to a number of answers and of bytes (uncompressed). */
export const createAnswerCache = (limits: { readonly answers: number; readonly bytes: number }): AnswerCache => {
  const kept = new Map<string, Promise<CachedAnswer>>();
  const sizes = new Map<string, number>();
  let bytes = 0;
  const drop = (key: string): void => {
    kept.delete(key);
    bytes -= sizes.get(key) ?? 0;
    sizes.delete(key);
  };
  return {
    answer: async (key, make) => {
      const found = kept.get(key);
      if (found !== undefined) {
        /* A map keeps the order of insertion: the one used last moves to its end. */
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const making = (async () => answerOf(await make()))();
      kept.set(key, making);
      try {
        const answer = await making;
        if (kept.get(key) === making) {
          sizes.set(key, answer.bytes);
          bytes += answer.bytes;
        }
        for (const oldest of kept.keys()) {
          if (kept.size <= limits.answers && bytes <= limits.bytes) break;
          if (oldest !== key) drop(oldest);
        }
        return answer;
      } catch (error) {
        if (kept.get(key) === making) drop(key);
        throw error;
      }
    },
  };
};
