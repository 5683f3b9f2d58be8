import type { Formats } from '../../domain/format.ts';
import { breathe } from '../../parts/breathe.ts';
import { goalAhead, type GoalAhead } from '../../reading/goal-ahead.ts';
import type { GoalRow } from '../../reading/goal-row.ts';
import type { GoalsModel } from './goals-model.ts';

/** What was simulated, by all that it hangs on: whoever comes back to a team sees it at once. The oldest ones go. */
const known = new Map<string, GoalAhead>();
const MOST = 400;

/** What is known of a goal's arrival; null while it is not simulated, or where there is nothing to simulate. */
export function aheadOf(model: GoalsModel, row: GoalRow): GoalAhead | null {
  return known.get(keyOf(model, row)) ?? null;
}

/**
 * Simulates the goals of a page that are not known yet, one after the other, the one in focus first. Between two of them the
 * browser draws and answers keys. `told` is called after each; `wanted` false ends it.
 */
export async function simulate(
  model: GoalsModel,
  rows: readonly GoalRow[],
  does: { readonly wanted: () => boolean; readonly told: () => void },
): Promise<void> {
  for (const row of rows) {
    if (aheadOf(model, row) !== null || row.route.kind !== 'read') continue;
    await breathe();
    if (!does.wanted()) return;
    keep(keyOf(model, row), ahead(row.route, model.formats));
    does.told();
  }
}

function ahead({ input, soFar }: Extract<GoalRow['route'], { kind: 'read' }>, formats: Formats): GoalAhead {
  return goalAhead(input, soFar, formats);
}

function keep(key: string, result: GoalAhead): void {
  known.set(key, result);
  for (const oldest of known.keys()) {
    if (known.size <= MOST) return;
    known.delete(oldest);
  }
}

function keyOf({ version, formats }: GoalsModel, { goal }: GoalRow): string {
  return [goal.id, goal.revision, formats.locale, version].join('|');
}
