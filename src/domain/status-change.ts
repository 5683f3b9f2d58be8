import type { Indicator } from './catalogue-types.ts';
import type { Measure } from './measure-types.ts';
import type { JudgedStatus } from './status.ts';

/** What an indicator said in two readings: at the last review and now; null where it could not be read. */
export type StatusPair = {
  readonly indicator: Indicator;
  readonly before: Measure | null;
  readonly now: Measure | null;
};

export type StatusChange = { readonly indicator: Indicator; readonly from: JudgedStatus; readonly to: JudgedStatus };

/** From good to bad. A measure without a target is neither. */
const RANK: Readonly<Record<JudgedStatus, number | null>> = {
  'on-target': 0,
  watch: 1,
  act: 2,
  'no-target': null,
  'not-enough-data': null,
};

/**
 * Statuses that differ: what got worse first, then what got better, then what cannot be ranked (a target that was set);
 * each in the order given. A week without a figure has no status, so nothing changes by it.
 */
export function statusChanges(pairs: readonly StatusPair[]): readonly StatusChange[] {
  const changes = pairs.flatMap(({ indicator, before, now }) => {
    const from = statusIn(before);
    const to = statusIn(now);
    return from === null || to === null || from === to ? [] : [{ indicator, from, to }];
  });
  return changes.toSorted((a, b) => kindOf(a) - kindOf(b));
}

function statusIn(measure: Measure | null): JudgedStatus | null {
  if (measure?.state === 'too-few') return 'not-enough-data';
  return measure?.state === 'figure' ? measure.judged : null;
}

/** 0 worse, 1 better, 2 neither. */
function kindOf({ from, to }: StatusChange): number {
  const was = RANK[from];
  const is = RANK[to];
  if (was === null || is === null) return 2;
  return is > was ? 0 : 1;
}
