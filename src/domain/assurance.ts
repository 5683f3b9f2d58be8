import type { Limits } from './analysis-types.ts';
import type { Better } from './catalogue-types.ts';

/** Whether a process that goes on as it does will meet its target: always, never, or by chance. */
export type Assurance = 'passes' | 'fails' | 'hit-and-miss';

/**
 * Compares the newest segment's limits with the target in force (statistics.md, "Assurance").
 * Better is higher: a target above the upper limit fails, one below the lower limit passes, else hit and miss;
 * mirrored for better is lower. null where there is no target or no direction.
 * A process of zero width compares directly with its target.
 */
export function assuranceOf(
  limits: Pick<Limits, 'lower' | 'upper'>,
  target: number | null,
  better: Better,
): Assurance | null {
  if (target === null || better === 'none') return null;
  if (limits.lower === limits.upper && target === limits.lower) return 'passes';
  if (target > limits.upper) return better === 'higher' ? 'fails' : 'passes';
  if (target < limits.lower) return better === 'higher' ? 'passes' : 'fails';
  return 'hit-and-miss';
}
