/** The clock of what is written: it starts at the dataset's own and goes on by a minute with every entry. */
export type MockClock = { readonly next: () => string };

/** `from`: RFC 3339 in UTC. */
export function createClock(from: string): MockClock {
  let at = Date.parse(from);
  return {
    next: () => {
      at += 60_000;
      return new Date(at).toISOString();
    },
  };
}
