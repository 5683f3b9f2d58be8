import type { Indicator } from './catalogue-types.ts';

/** Under this many cases only counts are shown: no percentage, no status (indicators.md, "small numbers"). */
export const FIGURE_FROM = 10;
/** From this many cases on a figure stands without its interval. */
export const PLAIN_FROM = 30;
/** A staff survey is never shown below this many respondents. */
export const STAFF_FROM = 5;

export type SampleSize = 'plain' | 'flagged' | 'too-few';

/**
 * How far a figure of `cases` cases may be shown. Counts and ratios of money have no cases in their denominator
 * (`countedIn` is empty there) and are always plain.
 */
export function sampleSize(indicator: Pick<Indicator, 'unit' | 'countedIn'>, cases: number): SampleSize {
  if (indicator.unit === 'count' || indicator.countedIn === '') return 'plain';
  if (cases < FIGURE_FROM) return 'too-few';
  return cases < PLAIN_FROM ? 'flagged' : 'plain';
}

/** True where results of a staff survey would let someone be recognised. */
export function hidesStaff(respondents: number): boolean {
  return respondents < STAFF_FROM;
}
