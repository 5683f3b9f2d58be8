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
  const inside = nodes.map((whole, at) => nodes.map((part, to) => to > at && holds(whole, part)));
  const hidden = new Map(nodes.map(({ series }) => [series, new Set<number>()]));

  const casesAt = (node: number, week: number): number | null => {
    const series = nodes[node]?.series;
    const isHidden = series === undefined || hidden.get(series)?.has(week) === true;
    return isHidden ? null : (series.denominators[week] ?? null);
  };
  const largestInside = (node: number, week: number): readonly number[] => {
    const parts = nodes.flatMap((_, to) => (inside[node]?.[to] === true && casesAt(to, week) !== null ? [to] : []));
    return parts.filter((part) => !parts.some((other) => inside[other]?.[part] === true));
  };
  /** The sum to withhold next, for the rest that it would leave; null where no rest is too small. */
  const nextToHide = (week: number): number | null => {
    for (const node of nodes.keys()) {
      const cases = casesAt(node, week);
      if (cases === null) continue;
      const parts = largestInside(node, week);
      const rest = parts.reduce((left, part) => left - (casesAt(part, week) ?? 0), cases);
      const [smallest] = parts.toSorted((a, b) => (casesAt(a, week) ?? 0) - (casesAt(b, week) ?? 0));
      if (smallest !== undefined && rest > 0 && tooFew(rest)) return smallest;
    }
    return null;
  };

  const hide = (node: number, week: number): void => {
    const series = nodes[node]?.series;
    if (series !== undefined) hidden.get(series)?.add(week);
  };
  for (let week = 0; week < (nodes[0]?.series.denominators.length ?? 0); week += 1) {
    for (const node of nodes.keys()) {
      const cases = casesAt(node, week);
      if (cases !== null && tooFew(cases)) hide(node, week);
    }
    for (let next = nextToHide(week); next !== null; next = nextToHide(week)) hide(next, week);
  }
  return hidden;
};
