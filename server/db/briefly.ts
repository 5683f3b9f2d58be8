import { setTimeout as delay } from 'node:timers/promises';

/** Long enough for a write that nothing holds up, short enough that nobody notices. */
const PATIENCE_MS = 200;

/**
 * What a write that can wait for the next time answers; null where it fails, or the database is held: by an import, or by
 * what a person writes and waits for. It may still be done later.
 */
export const briefly = async <Result>(write: Promise<Result>): Promise<Result | null> => {
  const done = new AbortController();
  try {
    return await Promise.race([write, delay(PATIENCE_MS, null, { signal: done.signal, ref: false })]);
  } catch {
    return null;
  } finally {
    done.abort();
  }
};
