/** What befalls a display and its service. Lengths are simulated milliseconds. */
export type Happening = { readonly at: number } & (
  | { readonly kind: 'update' }
  | { readonly kind: 'away'; readonly how: Away; readonly length: number }
  | { readonly kind: 'restart'; readonly length: number }
  | { readonly kind: 'build' }
  /** The display's computer is switched off and on, while the service is away. */
  | { readonly kind: 'power-cut' }
  | { readonly kind: 'skew'; readonly milliseconds: number }
);

/**
 * How a service is away: it refuses connections, takes them and answers nothing, a proxy answers in its place that it is
 * away, or a network answers with its own sign-in page.
 */
export const AWAYS = ['refused', 'silent', 'bad-gateway', 'sign-in-page'] as const;
export type Away = (typeof AWAYS)[number];

export type Amounts = {
  readonly days: number;
  readonly updates: number;
  readonly disconnections: number;
  readonly restarts: number;
  readonly builds: number;
  readonly powerCuts: number;
};

/**
 * Hours at the begin, and as many at the end, whose memory is compared. A build comes in each: what a process holds differs
 * by a few megabytes from one load of a page to the next (the scripts of one to three earlier builds stay for a while), so
 * that one page beside another says nothing of what grows.
 */
export const EDGE_HOURS = 5;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Mulberry32: the same run again for the same seed. Answers numbers in [0, 1). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/**
 * Times without the service from `from` on, in slots of their own, so that they never overlap: most last seconds to minutes,
 * every fiftieth about an hour.
 */
const absences = (
  random: () => number,
  { from, span }: { readonly from: number; readonly span: number },
  { disconnections, restarts, powerCuts }: Pick<Amounts, 'disconnections' | 'restarts' | 'powerCuts'>,
): readonly Happening[] => {
  const all: Happening[] = [];
  const slots = disconnections + restarts;
  const slot = span / Math.max(1, slots);
  const isRestart = (place: number): boolean =>
    Math.floor(((place + 1) * restarts) / slots) > Math.floor((place * restarts) / slots);
  const cutEvery = powerCuts === 0 ? Infinity : Math.max(1, Math.floor(disconnections / powerCuts));
  let away = 0;
  let cuts = 0;
  for (let place = 0; place < slots; place += 1) {
    const at = Math.floor(from + place * slot + random() * slot * 0.3);
    if (isRestart(place)) {
      all.push({ kind: 'restart', at, length: Math.floor((3 + 27 * random()) * SECOND) });
      continue;
    }
    away += 1;
    const usual = 5 * SECOND - Math.log(1 - random()) * 3 * MINUTE;
    const length = Math.floor(Math.min(away % 50 === 0 ? HOUR : usual, slot * 0.6));
    const cut = away % cutEvery === 0 && cuts < powerCuts;
    const how = AWAYS[cut ? 0 : away % AWAYS.length] ?? 'refused';
    all.push({ kind: 'away', at, length, how });
    if (!cut) continue;
    cuts += 1;
    all.push({ kind: 'power-cut', at: at + Math.floor(length / 2) });
  }
  return all;
};

/**
 * What happens in the days after `begin`, in order of time. Figures of memory are compared between the first `EDGE_HOURS` and
 * the last, in which alike a new build comes every hour and figures change, and nothing else happens: what a page holds also
 * depends on how long it has been there. The warm-up before `begin`, in milliseconds, is as the days are, without new builds.
 */
export const happenings = (
  begin: number,
  amounts: Amounts,
  { seed, warmUp }: { readonly seed: number; readonly warmUp: number },
): readonly Happening[] => {
  const random = randomOf(seed);
  const { days, updates, disconnections, restarts, builds, powerCuts } = amounts;
  const end = begin + days * DAY;
  const all: Happening[] = [];
  for (let one = 0; one < updates; one += 1)
    all.push({ kind: 'update', at: begin + Math.floor(random() * days * DAY) });
  const inWarmUp = (many: number): number => Math.round((many * warmUp) / (days * DAY));
  for (let one = 0; one < inWarmUp(updates); one += 1)
    all.push({ kind: 'update', at: begin - Math.ceil(random() * warmUp) });

  const from = begin + EDGE_HOURS * HOUR;
  const span = end - EDGE_HOURS * HOUR - from;
  all.push(
    /* It is looked at after the first hour, too. */
    ...absences(
      random,
      { from: begin - warmUp + 2 * HOUR, span: warmUp - 3 * HOUR },
      { disconnections: inWarmUp(disconnections), restarts: inWarmUp(restarts), powerCuts: inWarmUp(powerCuts) },
    ),
    ...absences(random, { from, span }, amounts),
  );
  const atEdges = Math.min(EDGE_HOURS, Math.floor(builds / 2));
  for (const edge of [begin, end - EDGE_HOURS * HOUR])
    for (let one = 0; one < atEdges; one += 1) all.push({ kind: 'build', at: edge + one * HOUR + 15 * MINUTE });
  const between = builds - 2 * atEdges;
  for (let one = 0; one < between; one += 1)
    all.push({ kind: 'build', at: Math.floor(from + ((one + 0.5) / between) * (span - 2 * HOUR)) });
  if (days >= 2) {
    /* For a day its own clock is four minutes slow; then somebody sets it right. */
    all.push({ kind: 'skew', at: begin + Math.floor(days / 2) * DAY, milliseconds: -4 * MINUTE });
    all.push({ kind: 'skew', at: begin + Math.floor(days / 2) * DAY + 20 * HOUR, milliseconds: 0 });
  }
  return all.toSorted((a, b) => a.at - b.at);
};
