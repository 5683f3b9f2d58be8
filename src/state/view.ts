import type { Dimension } from '../domain/catalogue-types.ts';

/** What the figures are compared with: the complete week before, or the same week 52 weeks earlier. */
export type Comparison = 'previous-week' | 'last-year';

/** The calculation that is laid open, if any. */
export type Opened =
  { readonly kind: 'figure'; readonly indicator: string } | { readonly kind: 'grade'; readonly dimension: Dimension };

export type ScorecardView = {
  readonly page: 'scorecard';
  /** An ISO label, or `latest`: the latest complete week that has data, whichever that is when the address is opened. */
  readonly week: string;
  /** Sorted, each once; none is the whole organisation. */
  readonly teams: readonly string[];
  readonly compare: Comparison;
  readonly open: Opened | null;
};

export type DataView = {
  readonly page: 'data';
  /** The import whose report is laid open. */
  readonly open: number | null;
};

/** An address that names no page; the page says so and offers the others. */
export type MissingView = { readonly page: 'missing'; readonly path: string };

export type View = ScorecardView | DataView | MissingView;

export const SCORECARD: ScorecardView = {
  page: 'scorecard',
  week: 'latest',
  teams: [],
  compare: 'previous-week',
  open: null,
};

export const DATA: DataView = { page: 'data', open: null };
