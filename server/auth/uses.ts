/** Often enough for "last used", seldom enough that 200 people who look cost the disk nothing. */
const WRITE_EVERY_MS = 5 * 60_000;

/** When each session or key was used last, bounded in size. */
export type Uses = {
  readonly latest: (key: string) => number;
  /** Notes a use; true where it is time to write it down. */
  readonly note: (key: string, now: number) => boolean;
};

export const createUses = (most = 10_000): Uses => {
  const uses = new Map<string, { readonly at: number; readonly written: number }>();
  return {
    latest: (key) => uses.get(key)?.at ?? 0,
    note: (key, now) => {
      const written = uses.get(key)?.written ?? Number.NEGATIVE_INFINITY;
      const due = now - written >= WRITE_EVERY_MS;
      uses.delete(key);
      uses.set(key, { at: now, written: due ? now : written });
      if (uses.size > most) {
        const [oldest] = uses.keys();
        if (oldest !== undefined) uses.delete(oldest);
      }
      return due;
    },
  };
};
