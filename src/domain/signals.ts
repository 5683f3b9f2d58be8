import type { Limits, RuleProfile, Signal, SignalRule, Tone } from './analysis-types.ts';
import type { Better } from './catalogue-types.ts';
import { forRuns, forTrends, forWindows, roundingOf, type Side } from './runs.ts';
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

/**
 * Everything that the profile's rules find in one segment, oldest first; signals may overlap (see `labelPoints`).
 * Rules (statistics.md, "Rules"): outside the limits; seven strictly rising or falling; two of three beyond the near
 * limit on one side; seven strictly on one side of the mean. Wheeler: outside; three of four beyond half-way; eight on
 * one side. A look-back is judged by the first rule alone. Strict throughout: a tie breaks a trend, a point on the mean breaks a run, a point on a limit is inside.
 */
export function findSignals(input: FlagInput): readonly Signal[] {
  const { values } = input;
  const rules = PROFILES[input.profile];
  const { outside, near, mean } = sidesOf(input);
  const found: Signal[] = [];
  const add = (rule: SignalRule) => (side: -1 | 1, indexes: readonly number[]) => {
    const signal = makeSignal(input, rule, side, indexes);
    if (signal) found.push(signal);
  };
  forRuns(outside, 1, add('outside'));
  if (input.overlapping) return found;
  if (rules.trend !== null) forTrends(values, rules.trend, add('trend'));
  forWindows(values, near, rules.near, add('near-limit'));
  forRuns(mean, rules.run, add('run'));
  return found.toSorted(
    (a, b) => a.from - b.from || PRECEDENCE.indexOf(a.rule) - PRECEDENCE.indexOf(b.rule) || a.to - b.to,
  );
}

/** On which side of the limits, of the line that counts as near one, and of the mean each point lies. */
function sidesOf(input: FlagInput): {
  readonly outside: readonly Side[];
  readonly near: readonly Side[];
  readonly mean: readonly Side[];
} {
  const { share, beyondCounts } = PROFILES[input.profile].near;
  const outside: Side[] = [];
  const near: Side[] = [];
  const mean: Side[] = [];
  for (const [index, value] of input.values.entries()) {
    const at = input.limits[index] ?? null;
    if (value === null || at === null) {
      outside.push(0);
      near.push(0);
      mean.push(0);
      continue;
    }
    const slack = roundingOf(value, at.mean);
    const beyond = sideOf(value, at.lower, at.upper, slack);
    const closer = sideOf(value, at.mean + (at.lower - at.mean) * share, at.mean + (at.upper - at.mean) * share, slack);
    outside.push(beyond);
    near.push(beyond !== 0 && !beyondCounts ? 0 : closer);
    mean.push(sideOf(value, at.mean, at.mean, slack));
  }
  return { outside, near, mean };
}

function sideOf(value: number, lower: number, upper: number, slack: number): Side {
  if (value > upper + slack) return 1;
  return value < lower - slack ? -1 : 0;
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
