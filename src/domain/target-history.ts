import { targetInForce, targetTurns, type Target } from './target.ts';
import type { WeekNumber } from './week.ts';

/** A target while it was in force; `to` is inclusive, null where it still is. */
export type TargetEra = {
  readonly from: WeekNumber;
  readonly to: WeekNumber | null;
  readonly value: number;
  /** Whose target it was: null is the organisation's. */
  readonly team: string | null;
};

/**
 * Every target that held for the scope, oldest first, from the first that is known. `lineage` is the team in view and
 * those above it, nearest first. Weeks without a target are in no era; a target set anew to the same value is one era.
 */
export function targetHistory(
  targets: readonly Target[],
  indicator: string,
  lineage: readonly string[],
): readonly TargetEra[] {
  const own = targets.filter((target) => target.indicator === indicator);
  const starts = targetTurns(own);
  const eras: TargetEra[] = [];
  for (const [index, from] of starts.entries()) {
    const next = starts[index + 1];
    const to = next === undefined ? null : next - 1;
    const target = targetInForce(own, indicator, lineage, from);
    if (target === null) continue;
    const last = eras.at(-1);
    if (last?.to === from - 1 && last.value === target.value && last.team === target.team) {
      eras[eras.length - 1] = { ...last, to };
    } else {
      eras.push({ from, to, value: target.value, team: target.team });
    }
  }
  return eras;
}
