import type { Analysis, RuleProfile, Signal } from './analysis-types.ts';
import type { Assurance } from './assurance.ts';
import type { Indicator, RecordKind } from './catalogue-types.ts';
import type { Series } from './series.ts';
import type { JudgedStatus, Status } from './status.ts';
import type { Target } from './target.ts';
import type { DayNumber, WeekNumber } from './week.ts';

/** What happened on a day; `change` is a confirmed change of the process: limits start anew in its week. */
export type Annotation = {
  readonly day: DayNumber;
  readonly week: WeekNumber;
  readonly text: string;
  /** null: every indicator. */
  readonly indicator: string | null;
  /** null: every team. */
  readonly team: string | null;
  readonly kind: 'note' | 'improvement' | 'change';
};

/** What a final week's sums were when it first became final. */
export type Restatement = {
  readonly indicator: string;
  readonly team: string | null;
  readonly week: WeekNumber;
  readonly wasNumerator: number;
  readonly wasDenominator: number;
  /** When it last changed, epoch milliseconds; null where that is not known. */
  readonly at: number | null;
  readonly importId: number | null;
};

export type Comparison = 'previous-week' | 'last-year';

export type MeasureInput = {
  readonly indicator: Indicator;
  readonly series: Series;
  /** The week in view. What lies after it is left out of limits and signals, so that a past review reads as it did then. */
  readonly week: WeekNumber;
  readonly targets: readonly Target[];
  /** The team in view and those above it, nearest first; empty for the whole organisation or several teams. */
  readonly lineage: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly restatements: readonly Restatement[];
  readonly ruleProfile: RuleProfile;
  readonly comparison: Comparison;
  /** `stale`: data older than 1.5 × its cadence, or the service unheard for 3 × its poll. A stale green is a lie. */
  readonly staleness: 'fresh' | 'stale';
  /** Record kinds that an indicator without data still waits for, as `Measure` has them; null where it has data. */
  readonly missing: readonly RecordKind[] | null;
};

/** Why a week gives no figure to compare with. */
export type NoFigureReason =
  'gap' | 'current' | 'immature' | 'too-few' | 'nothing-due' | 'before-data' | 'after-data' | 'from-zero';

export type Change =
  | {
      readonly kind: 'given';
      readonly against: WeekNumber;
      readonly was: number;
      /** Rates differ in percentage points, counts in percent, grades and rates per 1,000 in their own points. */
      readonly unit: 'pp' | 'points' | 'percent';
      readonly difference: number;
      /** The difference in the figure's own unit. */
      readonly absolute: number;
    }
  | { readonly kind: 'not-given'; readonly against: WeekNumber; readonly reason: NoFigureReason };

/** A judged figure of some week, such as the last one known before a gap. */
export type KnownFigure = {
  readonly week: WeekNumber;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly status: JudgedStatus;
};

type Shared = {
  readonly indicator: Indicator;
  readonly week: WeekNumber;
  /** The target in force in the week. */
  readonly target: Target | null;
  /** Limits, markers and signals of the whole series up to the week: what the chart draws. */
  readonly analysis: Analysis;
  /** The newest judged figure at or before the week; null where there is none. */
  readonly latest: KnownFigure | null;
  /** Can the process, as it runs, reach the target in force? null without target, direction or enough points. */
  readonly assurance: Assurance | null;
};

/** A complete week with enough cases: the only state with status, change and signals. */
export type FigureMeasure = Shared & {
  readonly state: 'figure';
  /** In the unit that is shown: 96.1 for 96.1 %. */
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Cases in the denominator; null for counts and ratios of money. */
  readonly n: number | null;
  /** Wilson 95 % interval in the unit shown, with 10 to 29 cases; null otherwise. Where it is set, flag the figure. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** Value − target; null without a target. */
  readonly gap: number | null;
  /** What to show: `stale` withdraws the colour; the shape then comes from `judged`. */
  readonly status: Status;
  readonly judged: JudgedStatus;
  readonly change: Change;
  /** Signals that flag this very week, by precedence; older ones stand in `analysis.signals`. */
  readonly signals: readonly Signal[];
  /** School grade 0..10; null where the indicator has no marks. */
  readonly grade: number | null;
  /** Last day on which the figure may still move; null when it is final. */
  readonly settlingUntil: DayNumber | null;
  /** The figure as it first became final, where it has changed since. */
  readonly restated: { readonly was: number } | null;
};

/**
 * Everything that the screen says about one indicator in one week and scope, computed once (`readMeasure`).
 * Tile, chart, table, dialog, signals list and palette read it and compute nothing themselves:
 *
 *     switch (measure.state) {
 *       case 'figure': value, status, gap, change, n, sparkline …
 *       case 'too-few': "Too few to show (n = 4)", `trailing` where 12 weeks together are enough
 *       case 'nothing-due': "None due" — known, and neither zero nor an error
 *       case 'gap': no import covered the week; `latest` hollow with its week
 *       case 'immature' | 'current': hollow value, "counts from" / "3 of 7 days", no status, no change
 *       case 'no-data': "needs claims": nothing that it counts was ever imported
 *     }
 */
export type Measure =
  | FigureMeasure
  | (Shared & {
      readonly state: 'too-few';
      readonly n: number;
      /** The 12 weeks up to this one taken together, where they have enough cases. */
      readonly trailing: { readonly weeks: number; readonly value: number; readonly n: number } | null;
    })
  | (Shared & { readonly state: 'nothing-due' })
  | (Shared & {
      readonly state: 'gap';
      /** null: no import covered the week. Otherwise it is covered and the figure withheld (`withhold.ts`). */
      readonly withheld: { readonly known: number; readonly of: number } | null;
    })
  | (Shared & {
      readonly state: 'immature';
      /** null where nothing was due. */
      readonly value: number | null;
      readonly n: number | null;
      /** First day on which it counts, once data reaches it. */
      readonly settlesOn: DayNumber;
    })
  | (Shared & {
      readonly state: 'current';
      readonly value: number | null;
      readonly n: number | null;
      readonly coveredDays: number;
    })
  | (Shared & {
      readonly state: 'no-data';
      /** Empty where all kinds were imported and none of their records is of those that it counts. */
      readonly needs: readonly RecordKind[];
    });
