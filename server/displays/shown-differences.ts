import type { ObservedSeries } from '../../src/contract/observations.ts';
import type { Indicator } from '../../src/domain/catalogue-types.ts';
import { sampleSize } from '../../src/domain/small-numbers.ts';

/** A series of one indicator, with the teams whose cases it sums up; null: all of them. */
export type SummedSeries = { readonly series: ObservedSeries; readonly teams: ReadonlySet<string> | null };

/** Positions of weeks that are withheld, by series. */
export type HiddenWeeks = ReadonlyMap<ObservedSeries, ReadonlySet<number>>;

const sizeOf = ({ teams }: SummedSeries): number => teams?.size ?? Number.POSITIVE_INFINITY;

const holds = ({ teams: whole }: SummedSeries, { teams: part }: SummedSeries): boolean =>
  whole === null || (part !== null && [...part].every((team) => whole.has(team)));

/**
 * Which weeks of series that are shown beside each other are withheld: those with too few cases, and as many more as it
 * takes that none of them follows from the others by subtraction. Teams are a tree, so that all that can be told apart is
 * each sum less the largest sums inside of it that are shown too: where that rest is of too few cases, the smallest of these
 * is withheld as well, and the rest grows by its cases.
 */
export const hiddenWeeks = (indicator: Indicator, shown: readonly SummedSeries[]): HiddenWeeks => {
  const tooFew = (cases: number): boolean => sampleSize(indicator, cases) === 'too-few';
  const nodes = shown.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  /* By size, so that the last one before it is the smallest that holds it. */
  const around = nodes.map((part, at) => nodes.slice(0, at).findLastIndex((whole) => holds(whole, part)));
  const hidden = nodes.map(() => new Set<number>());

  /** Cases of a week that is shown; null where it is withheld, or a gap. */
  const casesOf = (week: number) =>
    nodes.map(({ series }, at) => (hidden[at]?.has(week) === true ? null : (series.denominators[week] ?? null)));

  /** The sum to withhold next, for the rest that it would leave; null where no rest is too small. */
  const nextToHide = (cases: ReadonlyArray<number | null>): number | null => {
    const rests = [...cases];
    const smallest = cases.map((): number | null => null);
    for (const [part, own] of cases.entries()) {
      if (own === null) continue;
      let whole = around[part] ?? -1;
      while (whole >= 0 && cases[whole] === null) whole = around[whole] ?? -1;
      const rest = rests[whole];
      if (rest === undefined || rest === null) continue;
      rests[whole] = rest - own;
      const known = smallest[whole] ?? null;
      if (known === null || own < (cases[known] ?? 0)) smallest[whole] = part;
    }
    const small = rests.findIndex((rest, at) => rest !== null && rest > 0 && tooFew(rest) && smallest[at] !== null);
    return smallest[small] ?? null;
  };

  for (let week = 0; week < (nodes[0]?.series.denominators.length ?? 0); week += 1) {
    for (const [at, cases] of casesOf(week).entries()) if (cases !== null && tooFew(cases)) hidden[at]?.add(week);
    let next = nextToHide(casesOf(week));
    while (next !== null) {
      hidden[next]?.add(week);
      next = nextToHide(casesOf(week));
    }
  }
  return new Map(nodes.map(({ series }, at) => [series, hidden[at] ?? new Set<number>()]));
};
