/** Failed tries of one key: what is left now, and when that was worked out. */
type Bucket = { tokens: number; at: number };

/**
 * Counts failed tries by key, as a bucket that fills again with time (https://en.wikipedia.org/wiki/Token_bucket): `burst`
 * failures are free, then one every `seconds`. Success is never counted, so that whoever knows the secret is not held up
 * by others beyond the key. In memory and bounded: the key that was quiet longest is forgotten first.
 */
export type Tries = {
  /** Whole seconds to wait before the next try; 0 where it may be now. */
  readonly wait: (key: string) => number;
  /** Told before the work of a try begins, so that many at once count too; `succeeded` takes it back. */
  readonly failed: (key: string) => void;
  readonly succeeded: (key: string) => void;
  readonly size: () => number;
};

export type TriesInput = {
  readonly clock: () => number;
  readonly burst: number;
  readonly seconds: number;
  /** Keys that are remembered at most. */
  readonly most?: number;
};

export const countTries = ({ clock, burst, seconds, most = 10_000 }: TriesInput): Tries => {
  const buckets = new Map<string, Bucket>();
  const now = (key: string): Bucket => {
    const at = clock();
    const found = buckets.get(key);
    if (found === undefined) return { tokens: burst, at };
    /* A clock that jumps back gives nothing and takes nothing. */
    const regained = Math.max(0, at - found.at) / (seconds * 1000);
    return { tokens: Math.min(burst, found.tokens + regained), at };
  };
  return {
    wait: (key) => {
      const { tokens } = now(key);
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) * seconds);
    },
    failed: (key) => {
      const { tokens, at } = now(key);
      buckets.delete(key);
      buckets.set(key, { tokens: Math.max(0, tokens - 1), at });
      if (buckets.size <= most) return;
      const [oldest] = buckets.keys();
      if (oldest !== undefined) buckets.delete(oldest);
    },
    succeeded: (key) => {
      const { tokens, at } = now(key);
      buckets.set(key, { tokens: Math.min(burst, tokens + 1), at });
    },
    size: () => buckets.size,
  };
};
