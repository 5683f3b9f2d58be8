import type { WeekNumber } from '../domain/week.ts';

/** How a point stands in time; a gap has no value, a hollow one (current, immature) is in no line. */
export type TrendPoint =
  | { readonly kind: 'gap'; readonly week: WeekNumber; readonly reason: string }
  | {
      readonly kind: 'solid' | 'hollow';
      readonly week: WeekNumber;
      readonly value: number;
      /** Set on each point of a signal's run. */
      readonly signal: 'improving' | 'concerning' | 'neutral' | null;
      /** Lines of the read-out: value with unit, numerator of denominator, note such as "settling until Sun 22 Nov". */
      readonly readOut: readonly string[];
      /** `−3.1 pp vs target`, an empty text without a target; where it is given, the read-out is the full one of a page of its own. */
      readonly gap?: string;
      /** The signal in words: `Concerning: below the lower limit; 8 weeks under the mean`. */
      readonly signalText?: string | null;
    };

export type LimitSegment = {
  readonly from: WeekNumber;
  /** Inclusive. */
  readonly to: WeekNumber;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
};

/** Both ends inclusive; null: no end. */
export type Range = { readonly least: number | null; readonly most: number | null };

export type TargetStep = {
  readonly from: WeekNumber;
  /** Inclusive. */ readonly to: WeekNumber;
  readonly value: number;
  /** Written at the end of the step where there is room: `Target 94 % until 31 Dec`. The newest one has its label in the gutter. */
  readonly label?: string;
};

export type ForecastPoint = {
  readonly week: WeekNumber;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
};

/**
 * All that a trend chart draws, as plain data in the unit that is shown (percent values 0..100).
 * SVG and recharts draw from the same geometry, made of this by `trendGeometry`.
 */
export type TrendModel = {
  readonly indicator: string;
  /** Name of the chart, and the computed sentence: both are what a screen reader hears. */
  readonly title: string;
  readonly sentence: string;
  readonly points: readonly TrendPoint[];
  readonly limits: readonly LimitSegment[];
  /** Between which values a figure can lie at all; limits beyond are drawn up to there. Left out: anywhere. */
  readonly possible?: Range;
  readonly targets: readonly TargetStep[];
  /** By the same index as `points`: the value 52 weeks earlier. */
  readonly previousYear: ReadonlyArray<number | null> | null;
  readonly forecast: readonly ForecastPoint[];
  readonly annotations: ReadonlyArray<{ readonly week: WeekNumber; readonly text: string }>;
  /** Direct labels in the right gutter; null where one is not wanted. */
  readonly labels: {
    readonly upper: string | null;
    readonly lower: string | null;
    readonly mean: string | null;
    readonly target: string | null;
    readonly previousYear: string | null;
    readonly forecast: string | null;
    readonly actual: string | null;
  };
  /** Above the newest hollow week: `Week 47 so far`. */
  readonly soFar?: string | null;
  /** A tick of the axis: as short as it can be said, `70` and not `70.0`. */
  readonly formatTick: (value: number) => string;
  /** A value of the table and the read-out, with the indicator's fixed decimals; without it ticks and values look alike. */
  readonly formatValue?: (value: number) => string;
};
