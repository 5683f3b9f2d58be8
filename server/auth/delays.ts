type Entry = { failures: number; until: number };

/**
 * Delays that grow with every failure in a row: `free` failures cost nothing, then 2, 4, 8 … seconds up to `mostSeconds`.
 * Kept by place and account together, never by account alone: whoever fails holds up nobody but that place. In memory and
 * bounded: the entry that was touched longest ago is forgotten first, and each after a day of quiet.
 */
export type Delays = {
  /** Whole seconds to wait before the next try; 0 where it may be now. */
  readonly wait: (key: string) => number;
  /** Told before the work of a try begins, so that many at once count too; `forget` takes it back. */
  readonly failed: (key: string) => void;
  readonly forget: (key: string) => void;
  readonly size: () => number;
};

export type DelaysInput = {
  readonly clock: () => number;
  readonly free: number;
  readonly mostSeconds: number;
  /** Keys that are remembered at most. */
  readonly most?: number;
};

const QUIET_MS = 86_400_000;

export const growingDelays = ({ clock, free, mostSeconds, most = 10_000 }: DelaysInput): Delays => {
  const entries = new Map<string, Entry>();
  const secondsAfter = (failures: number): number =>
    failures <= free ? 0 : Math.min(mostSeconds, 2 ** Math.min(30, failures - free));
  return {
    wait: (key) => {
      const until = entries.get(key)?.until ?? 0;
      return Math.min(mostSeconds, Math.max(0, Math.ceil((until - clock()) / 1000)));
    },
    failed: (key) => {
      const found = entries.get(key);
      const fresh = found !== undefined && clock() - found.until < QUIET_MS;
      const failures = (fresh ? found.failures : 0) + 1;
      entries.delete(key);
      entries.set(key, { failures, until: clock() + secondsAfter(failures) * 1000 });
      if (entries.size <= most) return;
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    },
    forget: (key) => {
      entries.delete(key);
    },
    size: () => entries.size,
  };
};
