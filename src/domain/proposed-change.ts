import type { Analysis, Signal } from './analysis-types.ts';
import type { WeekNumber } from './week.ts';

/** New limits that the figures ask for: those from `from` on stand on one side of the mean of the limits in force. */
export type ProposedChange = {
  readonly from: WeekNumber;
  readonly direction: Signal['direction'];
  readonly signal: Signal;
};

/**
 * A sustained shift: a run on one side of the mean in the newest segment that still holds at its newest figure.
 * Limits are never moved by it alone; a person confirms, with a reason (statistics.md, "Natural limits").
 * null without such a run, and where the run is the whole segment: its limits start there already.
 */
export function proposedChange(analysis: Analysis): ProposedChange | null {
  const newest = analysis.segments.at(-1);
  if (newest === undefined) return null;
  const run = analysis.signals.findLast(
    (signal) => signal.rule === 'run' && signal.from > newest.from && signal.to === newest.to,
  );
  return run === undefined ? null : { from: run.from, direction: run.direction, signal: run };
}
