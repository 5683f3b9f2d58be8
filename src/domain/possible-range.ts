import type { Indicator } from './catalogue-types.ts';

/** Between which values an indicator's figures lie; null where there is no end. */
export type PossibleRange = { readonly least: number | null; readonly most: number | null };

/** A share of cases lies in 0 to 100 %, all else from 0, what is signed anywhere. */
export function possibleRange({
  unit,
  signed,
  countedIn,
}: Pick<Indicator, 'unit' | 'signed' | 'countedIn'>): PossibleRange {
  // A ratio of money may exceed 100 %: a price above the list's, costs above the sales.
  const isShare = unit === 'percent' && countedIn !== '';
  return { least: signed ? null : 0, most: isShare && !signed ? 100 : null };
}

/** The same as bounds of a simulation. */
export function boundsOf(indicator: Pick<Indicator, 'unit' | 'signed' | 'countedIn'>): {
  readonly least?: number;
  readonly most?: number;
} {
  const { least, most } = possibleRange(indicator);
  return { ...(least === null ? {} : { least }), ...(most === null ? {} : { most }) };
}
