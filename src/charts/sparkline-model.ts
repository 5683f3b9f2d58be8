/** A week of a tile's small line; a gap breaks it, a hollow week (current, immature) is in no line. */
export type SparklinePoint =
  | { readonly kind: 'gap' }
  | {
      readonly kind: 'solid' | 'hollow';
      readonly value: number;
      /** Set on each point of a signal's run. */
      readonly signal: 'improving' | 'concerning' | 'neutral' | null;
    };

/** What a sparkline draws, in the unit that is shown. Keep the object while nothing changes: drawings are kept by identity. */
export type SparklineModel = {
  /** What a screen reader hears: "On time, 26 weeks, last 91.4 %, 11 weeks below the mean". */
  readonly label: string;
  /** Oldest first, no week left out; 26 in a tile. */
  readonly points: readonly SparklinePoint[];
  /** Natural limits of the newest segment; null under 12 points. */
  readonly limits: { readonly lower: number; readonly upper: number } | null;
  readonly target: number | null;
  /** `stale`: the last known point is drawn hollow, because its date is old or Kept is not heard. */
  readonly freshness: 'fresh' | 'stale';
};
