import type { Indicator } from './catalogue-types.ts';

type Defaulted =
  | 'unit'
  | 'better'
  | 'decimals'
  | 'signed'
  | 'suffix'
  | 'lagDays'
  | 'overWeeks'
  | 'overlapWeeks'
  | 'numeratorScale'
  | 'pairedWith'
  | 'takesTarget'
  | 'marks'
  | 'origin';

/** What an entry must say; the rest falls back to the commonest case: a computed percentage, higher is better, one decimal. */
export type IndicatorEntry = Omit<Indicator, Defaulted> & Partial<Pick<Indicator, Defaulted>>;

const DEFAULTS = {
  unit: 'percent',
  better: 'higher',
  decimals: 1,
  signed: false,
  suffix: '',
  lagDays: 0,
  overWeeks: 'sum',
  overlapWeeks: 1,
  numeratorScale: 1,
  pairedWith: [],
  takesTarget: true,
  marks: null,
  origin: 'computed',
} as const satisfies Pick<Indicator, Defaulted>;

/** Completes an entry; keeps the catalogue's text, which travels with the first paint, short. */
export function defineIndicator(entry: IndicatorEntry): Indicator {
  return { ...DEFAULTS, ...entry };
}
