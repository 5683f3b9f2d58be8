import { describe, expect, test } from 'vitest';
import { normalFrom, randomFrom } from '../../src/domain/random.ts';
import { PATHS, simulate, type Simulation } from '../../src/domain/simulation.ts';

/** Weeks ahead that are looked at: a month, a quarter and half a year. */
const HORIZONS = [4, 13, 26] as const;
const RUNS = 1000;
/** Targets lie this far around where the process will really be, in standard deviations. */
const TARGETS_WITHIN = 4;
const TARGETS_A_RUN = 6;

type Process = { readonly name: string; readonly weeks: number; readonly level: (index: number) => number };

const PROCESSES: readonly Process[] = [
  { name: 'stable, 12 weeks', weeks: 12, level: () => 50 },
  { name: 'stable, 52 weeks', weeks: 52, level: () => 50 },
  { name: 'drifting slowly, 26 weeks', weeks: 26, level: (index) => 50 + 0.03 * index },
  { name: 'drifting fast, 100 weeks', weeks: 100, level: (index) => 50 - 0.2 * index },
  { name: 'shifted a year ago, 100 weeks', weeks: 100, level: (index) => (index < 48 ? 47 : 50) },
  // A shift that a person confirmed starts a segment: what is simulated begins after it.
  { name: 'shifted and confirmed 14 weeks ago', weeks: 14, level: () => 53 },
];

type Outcome = { readonly covered: readonly number[]; readonly deciles: readonly Decile[] };
type Decile = { stated: number; came: number; count: number };

/** Simulates a process many times over, forecasts each from its past alone, and compares with what then came. */
function outcomesOf({ weeks, level }: Process, seed: number): Outcome {
  const normal = normalFrom(randomFrom(seed));
  const uniform = randomFrom(seed + 1);
  const covered = HORIZONS.map(() => 0);
  const deciles = Array.from({ length: 10 }, (): Decile => ({ stated: 0, came: 0, count: 0 }));
  for (let run = 0; run < RUNS; run += 1) {
    const figures = Array.from({ length: weeks + 26 }, (_, index) => level(index) + normal());
    const simulation = simulate({ from: 0, values: figures.slice(0, weeks), seed: run });
    if (simulation.kind === 'declined') throw new Error('too few weeks');
    for (const [place, ahead] of HORIZONS.entries()) {
      const truth = figures[weeks - 1 + ahead] ?? Number.NaN;
      const made = (simulation satisfies Simulation).figures(ahead).sort();
      if (truth >= (made[PATHS / 10] ?? 0) && truth <= (made[(PATHS * 9) / 10] ?? 0))
        covered[place] = (covered[place] ?? 0) + 1;
      for (let each = 0; each < TARGETS_A_RUN; each += 1) {
        const target = level(weeks - 1 + ahead) + (2 * uniform() - 1) * TARGETS_WITHIN;
        const stated = made.reduce((count, value) => count + (value >= target ? 1 : 0), 0) / PATHS;
        const decile = deciles[Math.min(9, Math.floor(stated * 10))];
        if (decile === undefined) continue;
        decile.stated += stated;
        decile.came += truth >= target ? 1 : 0;
        decile.count += 1;
      }
    }
  }
  return { covered: covered.map((count) => count / RUNS), deciles };
}

describe.each(PROCESSES)('a process that is $name', (process) => {
  const { covered, deciles } = outcomesOf(process, process.weeks);

  test('leaves its 80 % range less or more often than it says', () => {
    for (const share of covered) {
      expect(share).toBeGreaterThanOrEqual(0.75);
      expect(share).toBeLessThanOrEqual(0.85);
    }
  });

  test('meets a target more or less often than the stated chance', () => {
    const off = deciles
      .map(({ stated, came, count }, index) => ({ index, off: (came - stated) / count, count }))
      .filter(({ off: difference, count }) => count < 100 || Math.abs(difference) > 0.05);
    expect(off).toEqual([]);
  });
});
