import type { WeekNumber } from './week.ts';

/** Centre, natural limits and near limits (two thirds of the way) in the unit that is shown. */
export type Limits = {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly nearLower: number;
  readonly nearUpper: number;
};

/** `xmr`: individuals and moving ranges. `p-prime`: Laney's limits, which follow each week's denominator. */
export type LimitMethod = 'xmr' | 'p-prime';

/** Weeks under one set of limits: from the start or a confirmed change to the next one. */
export type Segment = {
  readonly from: WeekNumber;
  /** Inclusive: the last judged week of the segment. */
  readonly to: WeekNumber;
  readonly method: LimitMethod;
  /** Points that the limits are computed from. */
  readonly baselinePoints: number;
  /** Last week of the baseline, inclusive. */
  readonly baselineTo: WeekNumber;
  /** Under 12 points: the limits are a first guess and judge no capability. */
  readonly trial: boolean;
  readonly meanMovingRange: number;
  /** Those of the newest point; with `xmr` those of every point. */
  readonly limits: Limits;
};

/** `nhs` is the default; one profile holds for the whole organisation. */
export type RuleProfile = 'nhs' | 'wheeler';

/** In order of precedence: a point outside the limits, a trend, two of three near a limit, a run on one side of the mean. */
export type SignalRule = 'outside' | 'trend' | 'near-limit' | 'run';

export type Tone = 'improving' | 'concerning' | 'neutral';

/** One thing that a rule found: consecutive weeks, or those of them that the rule flags. */
export type Signal = {
  readonly rule: SignalRule;
  /** Above, rising, near the upper limit: `high`. */
  readonly direction: 'high' | 'low';
  readonly tone: Tone;
  readonly from: WeekNumber;
  /** Inclusive. */
  readonly to: WeekNumber;
  /** Weeks flagged, oldest first. */
  readonly weeks: readonly WeekNumber[];
  /** The limits of its newest week. */
  readonly limits: Limits;
};

/** All that control-chart arithmetic says of one series, computed once and read by tile, chart, table and list. */
export type Analysis = {
  /** Week of index 0 of the arrays. */
  readonly from: WeekNumber;
  /** Figures of judged weeks; null for a gap, a hollow week, nothing due or too few cases. */
  readonly values: ReadonlyArray<number | null>;
  readonly limits: ReadonlyArray<Limits | null>;
  /** The signal that marks the point: the first by precedence. */
  readonly labels: ReadonlyArray<Signal | null>;
  /** Every signal, oldest first, also those that another one outranks. */
  readonly signals: readonly Signal[];
  readonly segments: readonly Segment[];
};
