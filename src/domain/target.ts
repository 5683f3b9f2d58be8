import type { Better } from './catalogue-types.ts';
import type { WeekNumber } from './week.ts';

/** A target in force from a week on, until a later one of the same indicator and team. */
export type Target = {
  readonly indicator: string;
  /** null: the organisation's, inherited by every team without one of its own. */
  readonly team: string | null;
  readonly from: WeekNumber;
  /** Last week in which it holds, inclusive, where its goal was ended; null or left out: until a later one. */
  readonly to?: WeekNumber | null | undefined;
  readonly value: number;
  /** Who answers for it, where that was said. */
  readonly owner?: string | null | undefined;
};

/** `to` is inclusive. */
export type TargetSpan = { readonly from: WeekNumber; readonly to: WeekNumber; readonly value: number };

/**
 * The target in force in a week. `lineage` is the team in view and those above it, nearest first; empty for the whole
 * organisation. The nearest team that has a target in force wins; the organisation's comes last. Of several of one team
 * the newest counts, and one that was ended is followed by none: an older one does not come back. null: no target then.
 */
export function targetInForce(
  targets: readonly Target[],
  indicator: string,
  lineage: readonly string[],
  week: WeekNumber,
): Target | null {
  const newest: Array<Target | undefined> = [];
  for (const target of targets) {
    if (target.indicator !== indicator || target.from > week) continue;
    const rank = target.team === null ? lineage.length : lineage.indexOf(target.team);
    if (rank < 0) continue;
    const known = newest[rank];
    if (known === undefined || target.from > known.from) newest[rank] = target;
  }
  return newest.find((target) => target !== undefined && holdsIn(target, week)) ?? null;
}

function holdsIn({ to }: Target, week: WeekNumber): boolean {
  return to === null || to === undefined || week <= to;
}

/** The weeks in which another target may enter force: where one begins, and the first after one was ended. Ascending. */
export function targetTurns(targets: readonly Target[]): readonly WeekNumber[] {
  const turns = targets.flatMap(({ from, to }) => (to === null || to === undefined ? [from] : [from, to + 1]));
  return [...new Set(turns)].toSorted((a, b) => a - b);
}

/** The target of every week from `from` to `to` (inclusive) as steps; weeks without one are in none. */
export function targetSpans(
  targets: readonly Target[],
  indicator: string,
  lineage: readonly string[],
  from: WeekNumber,
  to: WeekNumber,
): readonly TargetSpan[] {
  const own = targets.filter((target) => target.indicator === indicator);
  const starts = [from, ...targetTurns(own).filter((week) => week > from && week <= to)];
  const spans: TargetSpan[] = [];
  for (const [index, start] of starts.entries()) {
    const end = (starts[index + 1] ?? to + 1) - 1;
    const target = targetInForce(own, indicator, lineage, start);
    if (!target) continue;
    const last = spans.at(-1);
    if (last?.value === target.value && last.to === start - 1) spans[spans.length - 1] = { ...last, to: end };
    else spans.push({ from: start, to: end, value: target.value });
  }
  return spans;
}

/** True where the value is at least (or, lower being better, at most) the target. Without a direction: null. */
export function meetsTarget(value: number, target: number, better: Better): boolean | null {
  if (better === 'none') return null;
  return better === 'higher' ? value >= target : value <= target;
}
