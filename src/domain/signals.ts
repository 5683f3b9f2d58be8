import type { Limits, RuleProfile, Signal, SignalRule, Tone } from './analysis-types.ts';
import type { Better } from './catalogue-types.ts';
import type { WeekNumber } from './week.ts';

/** What a profile calls a signal; rules in the order of `PRECEDENCE`, null where the profile lacks one. */
type Profile = {
  /** Points strictly rising or falling. */
  readonly trend: number | null;
  readonly near: {
    /** So many of so many consecutive points, beyond this share of the way from the mean to the limit. */
    readonly of: number;
    readonly needed: number;
    readonly share: number;
    /** Whether a point beyond the limit counts as near it. */
    readonly beyondCounts: boolean;
  };
  /** Points strictly on one side of the mean. */
  readonly run: number;
};

export const PROFILES: Readonly<Record<RuleProfile, Profile>> = {
  nhs: { trend: 7, near: { of: 3, needed: 2, share: 2 / 3, beyondCounts: false }, run: 7 },
  wheeler: { trend: null, near: { of: 4, needed: 3, share: 1 / 2, beyondCounts: true }, run: 8 },
};

/** The first rule that flags a point names it. */
export const PRECEDENCE: readonly SignalRule[] = ['outside', 'trend', 'near-limit', 'run'];

export type FlagInput = {
  /** Week of index 0. */
  readonly from: WeekNumber;
  /** By week of one segment; null for a gap, which ends every run as it ends a moving range. */
  readonly values: ReadonlyArray<number | null>;
  readonly limits: ReadonlyArray<Limits | null>;
  readonly profile: RuleProfile;
  readonly better: Better;
  /** True for a look-back, whose neighbouring weeks share their cases: runs and trends are its nature, not news. */
  readonly overlapping?: boolean;
};

/** Below this share of the scale of the numbers a difference is rounding, not a difference. */
const ROUNDING = 1e-12;

/**
 * Everything that the profile's rules find in one segment, oldest first; signals may overlap (see `labelPoints`).
 * Rules (statistics.md, "Rules"): outside the limits; seven strictly rising or falling; two of three beyond the near
 * limit on one side; seven strictly on one side of the mean. Wheeler: outside; three of four beyond half-way; eight on
 * one side. A look-back is judged by the first rule alone. Strict throughout: a tie breaks a trend, a point on the mean breaks a run, a point on a limit is inside.
 */
export function findSignals(input: FlagInput): readonly Signal[] {
  const { values, limits, profile } = input;
  const rules = PROFILES[profile];
  const position = (index: number, reach: (at: Limits, high: boolean) => number): -1 | 0 | 1 => {
    const value = values[index] ?? null;
    const at = limits[index] ?? null;
    if (value === null || at === null) return 0;
    const slack = ROUNDING * Math.max(Math.abs(value), Math.abs(at.mean));
    if (value > reach(at, true) + slack) return 1;
    return value < reach(at, false) - slack ? -1 : 0;
  };
  const outside = (at: Limits, high: boolean) => (high ? at.upper : at.lower);
  const near = (at: Limits, high: boolean) => at.mean + ((high ? at.upper : at.lower) - at.mean) * rules.near.share;
  const found: Signal[] = [];
  const add = (rule: SignalRule, side: -1 | 1, indexes: readonly number[]) => {
    const signal = makeSignal(input, rule, side, indexes);
    if (signal) found.push(signal);
  };

  forRuns(
    values.length,
    1,
    (index) => position(index, outside),
    (side, run) => add('outside', side, run),
  );
  if (input.overlapping) return found;
  if (rules.trend !== null) trends(values, rules.trend, (side, run) => add('trend', side, run));
  const nearSide = (index: number) => {
    const side = position(index, near);
    return side !== 0 && !rules.near.beyondCounts && position(index, outside) !== 0 ? 0 : side;
  };
  for (const side of [-1, 1] as const) {
    for (const run of windows(values, rules.near.of, rules.near.needed, (index) => nearSide(index) === side)) {
      add('near-limit', side, run);
    }
  }
  forRuns(
    values.length,
    rules.run,
    (index) => position(index, (at) => at.mean),
    (side, run) => add('run', side, run),
  );
  return found.toSorted(
    (a, b) => a.from - b.from || PRECEDENCE.indexOf(a.rule) - PRECEDENCE.indexOf(b.rule) || a.to - b.to,
  );
}

/** The signal that marks each point, by precedence; null for an ordinary point. Index 0 is week `from`. */
export function labelPoints(
  signals: readonly Signal[],
  from: WeekNumber,
  length: number,
): ReadonlyArray<Signal | null> {
  const labels: Array<Signal | null> = Array.from({ length }, () => null);
  for (const rule of PRECEDENCE) {
    for (const signal of signals) {
      if (signal.rule !== rule) continue;
      for (const week of signal.weeks) if (labels[week - from] === null) labels[week - from] = signal;
    }
  }
  return labels;
}

function makeSignal(input: FlagInput, rule: SignalRule, side: -1 | 1, indexes: readonly number[]): Signal | null {
  const first = indexes[0];
  const last = indexes.at(-1);
  const limits = last === undefined ? null : (input.limits[last] ?? null);
  if (first === undefined || last === undefined || limits === null) return null;
  return {
    rule,
    direction: side > 0 ? 'high' : 'low',
    tone: toneOf(side, input.better),
    from: input.from + first,
    to: input.from + last,
    weeks: indexes.map((index) => input.from + index),
    limits,
  };
}

function toneOf(side: -1 | 1, better: Better): Tone {
  if (better === 'none') return 'neutral';
  return side > 0 === (better === 'higher') ? 'improving' : 'concerning';
}

/** Calls `emit` for every stretch of at least `least` neighbours on the same side. */
function forRuns(
  length: number,
  least: number,
  sideOf: (index: number) => -1 | 0 | 1,
  emit: (side: -1 | 1, run: readonly number[]) => void,
): void {
  let run: number[] = [];
  let runSide: -1 | 0 | 1 = 0;
  const close = () => {
    if (runSide !== 0 && run.length >= least) emit(runSide, run);
  };
  for (let index = 0; index < length; index += 1) {
    const side = sideOf(index);
    if (side !== runSide) {
      close();
      run = [];
      runSide = side;
    }
    if (side !== 0) run.push(index);
  }
  close();
}

/** Stretches of at least `least` points of which each is strictly above (or below) the one before. */
function trends(
  values: ReadonlyArray<number | null>,
  least: number,
  emit: (side: -1 | 1, run: readonly number[]) => void,
): void {
  const step = (index: number): -1 | 0 | 1 => {
    const now = values[index] ?? null;
    const before = values[index - 1] ?? null;
    if (now === null || before === null) return 0;
    const slack = ROUNDING * Math.max(Math.abs(now), Math.abs(before));
    return now > before + slack ? 1 : now < before - slack ? -1 : 0;
  };
  forRuns(values.length, least - 1, step, (side, run) => emit(side, [(run[0] ?? 1) - 1, ...run]));
}

/** Flagged points of every window of `size` neighbours of which `needed` are flagged; overlapping windows are one. */
function windows(
  values: ReadonlyArray<number | null>,
  size: number,
  needed: number,
  flagged: (index: number) => boolean,
): ReadonlyArray<readonly number[]> {
  const hits: boolean[] = [];
  for (let index = 0; index < values.length; index += 1) hits.push(flagged(index));
  const found: number[][] = [];
  let lastEnd = -1;
  for (let start = 0; start + size <= values.length; start += 1) {
    const inside: number[] = [];
    let whole = true;
    for (let index = start; index < start + size; index += 1) {
      if (values[index] === null) whole = false;
      else if (hits[index]) inside.push(index);
    }
    if (!whole || inside.length < needed) continue;
    const open = found.at(-1);
    if (open && start <= lastEnd && open.some((index) => inside.includes(index))) {
      for (const index of inside) if (!open.includes(index)) open.push(index);
    } else {
      found.push(inside);
    }
    lastEnd = start + size - 1;
  }
  return found;
}
