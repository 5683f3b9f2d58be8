import { toldAhead, type GoalAhead } from '../../reading/goal-ahead.ts';
import type { GoalRow } from '../../reading/goal-row.ts';
import { askForecast } from './forecast-thread.ts';
import type { GoalsModel } from './goals-model.ts';

/** What was simulated, by all that it hangs on: whoever comes back to a team sees it at once. The oldest ones go. */
const known = new Map<string, GoalAhead>();
const MOST = 400;

/** What is known of a goal's arrival; null while it is not simulated, or where there is nothing to simulate. */
export function aheadOf(model: GoalsModel, row: GoalRow): GoalAhead | null {
  return known.get(keyOf(model, row)) ?? null;
}

/** Has the goals of a page simulated that are not known yet, in this order. `told` is called after each. */
export function simulate(model: GoalsModel, rows: readonly GoalRow[], told: () => void): void {
  for (const row of rows) {
    if (aheadOf(model, row) !== null || row.route.kind !== 'read') continue;
    const { input, soFar } = row.route;
    const key = keyOf(model, row);
    askForecast({ key, input, soFar }, (ahead) => {
      keep(key, toldAhead(ahead, model.formats));
      told();
    });
  }
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
