/** The record kinds of `records.md` that Kept stores. */
export const RECORD_KINDS = [
  'teams',
  'customers',
  'orders',
  'order_lines',
  'causes',
  'claims',
  'claim_events',
  'contacts',
  'listening_posts',
  'evaluations',
  'costs',
  'employees',
  'certifications',
  'vacancies',
  'recognitions',
  'improvements',
  'loop_steps',
  'goals',
  'annotations',
  'indicators',
  'observations',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const DIMENSIONS = ['quality', 'quantity', 'opportunity', 'price'] as const;
/** The four things on which a customer grades a promise. */
export type Dimension = (typeof DIMENSIONS)[number];

/** Where an indicator belongs; only those of a dimension make up its grade. */
export type IndicatorGroup =
  Dimension | 'headline' | 'retention' | 'claims' | 'feedback' | 'context' | 'staff' | 'part';

export type Better = 'higher' | 'lower' | 'none';

/**
 * How numerator and denominator make the figure that is shown.
 * - `percent`: 100 · n / d · `per-1000`: 1000 · n / d · `ratio`: n / d (points, grades, contacts per claim)
 * - `count`: the numerator itself; the denominator is not used.
 */
export type FigureUnit = 'percent' | 'per-1000' | 'ratio' | 'count';

/** How weeks are put together: flows are summed, a stock (open claims, active customers) stands at its last week. */
export type OverWeeks = 'sum' | 'last';

/** School marks: the indicator's value (as shown) that earns grade 0, 6 and 10. */
export type Marks = { readonly floor: number; readonly pass: number; readonly delight: number };

export type Indicator = {
  readonly id: string;
  readonly name: string;
  readonly group: IndicatorGroup;
  readonly unit: FigureUnit;
  readonly better: Better;
  readonly decimals: number;
  /** Shown with its sign, as a gap is. */
  readonly signed: boolean;
  /** Shown behind the value where the unit is not a percent, such as `/10`. */
  readonly suffix: string;
  readonly lagDays: number;
  readonly overWeeks: OverWeeks;
  /**
   * Weeks that the window of a look-back spans; neighbouring weeks then share all but one of them and move together.
   * 1 where every week counts cases of its own.
   */
  readonly overlapWeeks: number;
  /**
   * Stored numerators are whole numbers; the true numerator is the stored one divided by this
   * (1 for counts, 1,000,000 for sums of grades). Answers of the service are divided already.
   */
  readonly numeratorScale: number;
  /** One sentence a customer would understand. */
  readonly definition: string;
  readonly numeratorWords: string;
  readonly denominatorWords: string;
  /** What `n` counts: orders, lines, claims, respondents. */
  readonly countedIn: string;
  readonly needs: readonly RecordKind[];
  /** Where the definition comes from and what to read beside it. */
  readonly pairedWith: readonly string[];
  readonly takesTarget: boolean;
  readonly marks: Marks | null;
  /** `computed`: Kept has its SQL. `planned`: stands in the catalogue and is shown nowhere. `own`: an organisation's, fed by observations. */
  readonly origin: 'computed' | 'planned' | 'own';
};
