import type { Assurance } from './assurance.ts';
import type { Better } from './catalogue-types.ts';
import { meetsTarget } from './target.ts';
import type { Tone } from './analysis-types.ts';

/** What the figure says of its target, whether or not the data is fresh enough to show it. */
export type JudgedStatus = 'on-target' | 'watch' | 'act' | 'no-target' | 'not-enough-data';
export type Status = JudgedStatus | 'stale';

export type StatusInput = {
  /** null: too few cases, or no figure. */
  readonly value: number | null;
  readonly target: number | null;
  readonly better: Better;
  /** Tones of the signals that flag the newest complete week. */
  readonly tones: readonly Tone[];
  /** From limits of at least 12 points; null otherwise. */
  readonly assurance: Assurance | null;
};

/**
 * Status of a complete week (indicators.md, "Status and signals are two things"):
 * - on target: the target in force is met;
 * - watch: missed, but within the natural variation of a process that can reach it;
 * - act: missed with a concerning signal, or by a process whose limits exclude the target.
 * An indicator without a better direction has no target to miss.
 */
export function statusOf(input: StatusInput): JudgedStatus {
  if (input.value === null || Number.isNaN(input.value)) return 'not-enough-data';
  if (input.target === null) return 'no-target';
  const met = meetsTarget(input.value, input.target, input.better);
  if (met === null) return 'no-target';
  if (met) return 'on-target';
  return input.tones.includes('concerning') || input.assurance === 'fails' ? 'act' : 'watch';
}

const RANK: Readonly<Record<JudgedStatus, number>> = {
  'not-enough-data': 0,
  'no-target': 1,
  'on-target': 2,
  watch: 3,
  act: 4,
};

/** The status of a whole: its worst part's, where any part is judged. Nothing is averaged away. */
export function worstStatus(statuses: readonly JudgedStatus[]): JudgedStatus {
  return statuses.reduce<JudgedStatus>(
    (worst, status) => (RANK[status] > RANK[worst] ? status : worst),
    'not-enough-data',
  );
}
