import type { SignalKind } from './signal-marks.ts';

/** A week or a month of the 6–12 chart, in the unit that is shown. */
export type SixTwelvePoint = {
  /** Unlike any other of the chart: `w2967`, `m2026-11`. */
  readonly id: string;
  /** Under the axis: `46`, `Nov`. */
  readonly name: string;
  /** Calendar (month) or ISO (week) year. */
  readonly year: number;
  /** `Week 46, 9–15 Nov`, `Nov 2026, so far`. */
  readonly title: string;
  /** `none`: nothing is drawn, the line breaks. `hollow`: a week or month that is not complete, in no line. */
  readonly figure:
    | { readonly kind: 'none'; readonly reason: string }
    | {
        readonly kind: 'solid' | 'hollow';
        readonly value: number;
        /** At the point: `91.4`. */
        readonly label: string;
        /** With its unit: `91.4 %`. */
        readonly text: string;
        readonly signal: SignalKind | null;
        /** What the rules found, in words; null without a signal. */
        readonly signalText: string | null;
      };
  /** The same week or month a year before; null where it gives no figure. */
  readonly lastYear: { readonly value: number; readonly text: string } | null;
  /** The target in force at its end. */
  readonly target: { readonly value: number; readonly text: string } | null;
  /** Value − target with its sign: `−3.6 pp`; null without either. */
  readonly gap: string | null;
  /** `2,942 of 3,218 orders`, then what else is to be known: `Settling until Sun 22 Nov`, `Weeks 36–39`. */
  readonly notes: readonly string[];
};

/** Limits over the weeks `from` to `to`: indexes into `weeks`, both inclusive. */
export type SixTwelveLimits = {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
};

/** All that the 6–12 chart draws, as plain data: both panels oldest first. */
export type SixTwelveModel = {
  readonly indicator: string;
  readonly title: string;
  readonly sentence: string;
  readonly weeks: readonly SixTwelvePoint[];
  readonly months: readonly SixTwelvePoint[];
  readonly limits: readonly SixTwelveLimits[];
  /** Direct labels in the right gutter; null where there is nothing to name. */
  readonly labels: {
    readonly target: string | null;
    readonly lastYear: string | null;
    /** `Nov so far`; null where the newest month is complete. */
    readonly soFar: string | null;
  };
  readonly formatTick: (value: number) => string;
  readonly formatValue: (value: number) => string;
};
