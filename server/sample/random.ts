/** A stream of pseudo-random numbers: the same name gives the same stream on every machine. */
export type Random = {
  /** Uniform in [0, 1). */
  readonly unit: () => number;
  /** Whole number from `low` to `high`, both inclusive. */
  readonly whole: (low: number, high: number) => number;
  /** Standard normal (Box–Muller, one of the pair). */
  readonly normal: () => number;
  /** Mean 1, exponential. */
  readonly exponential: () => number;
  readonly chance: (probability: number) => boolean;
  /** One of a list that is never empty. */
  readonly pick: <T>(from: readonly T[]) => T;
};

/** FNV-1a over UTF-16 units: spreads a seed text to 32 bits. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/**
 * One stream per subject (`orders`, `claims` …), so that a change to one leaves the others as they were.
 * Generator: sfc32 (C. Doty-Humphrey, PractRand), which passes PractRand and needs only 32-bit integers.
 */
export const randomStream = (seed: string, subject: string): Random => {
  let a = hashOf(`${seed}/${subject}/a`);
  let b = hashOf(`${seed}/${subject}/b`);
  let c = hashOf(`${seed}/${subject}/c`);
  let counter = 1;
  const unit = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 15; i += 1) unit();
  const exponential = (): number => -Math.log(1 - unit());
  return {
    unit,
    whole: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    normal: () => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * unit()),
    exponential,
    chance: (probability) => unit() < probability,
    pick: (from) => from[Math.floor(unit() * from.length)] as (typeof from)[number],
  };
};

/**
 * A chance that remembers: what it granted too often it owes later. Single draws stay hard to guess, sums over a week
 * stay close to `n · p`, so that a planted effect of two points is not drowned by the dice.
 */
export const steadyChance = (random: Random): ((probability: number) => boolean) => {
  let owed = random.unit() - 0.5;
  return (probability) => {
    owed += probability;
    const hit = random.unit() < owed;
    if (hit) owed -= 1;
    return hit;
  };
};

/** Whole counts with a given mean and about the given spread, whose running sum keeps to the running mean. */
export const steadyCount = (random: Random): ((expected: number, spread: number) => number) => {
  let owed = 0;
  return (expected, spread) => {
    owed += expected;
    const count = Math.max(0, Math.round(owed + random.normal() * spread));
    owed -= count;
    return count;
  };
};

/** One item made per key when first asked for. */
export const perKey = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>();
  return (key) => {
    let item = made.get(key);
    if (item === undefined) {
      item = make(key);
      made.set(key, item);
    }
    return item;
  };
};
