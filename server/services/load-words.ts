import { DIMENSIONS, type Better, type FigureUnit } from '../../src/domain/catalogue-types.ts';
import type { OwnIndicatorEntry } from '../../src/domain/catalogue-own.ts';
import type { Database } from '../db/database.ts';
import { loadGoalHistories } from '../goals/goal-history.ts';
import { bySay, standingGoals } from '../goals/standing-goals.ts';
import type { GoalTarget } from './data-index.ts';

const UNITS: readonly FigureUnit[] = ['percent', 'per-1000', 'ratio', 'count'];
const BETTER: readonly Better[] = ['higher', 'lower', 'none'];

const oneOf = <Word extends string>(words: readonly Word[], text: string, otherwise: Word): Word =>
  words.find((word) => word === text) ?? otherwise;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The organisation's own indicators. Enumerated words were checked at import. */
export const loadOwnIndicators = async (db: Database): Promise<readonly OwnIndicatorEntry[]> => {
  const rows = await db.kysely
    .selectFrom('indicators')
    .selectAll()
    .where('voided_at', 'is', null)
    .orderBy('indicator_id')
    .execute();
  return rows.map((row) => ({
    id: row.indicator_id,
    name: row.name,
    dimension: oneOf(DIMENSIONS, row.dimension, 'quality'),
    unit: oneOf(UNITS, row.unit, 'ratio'),
    better: oneOf(BETTER, row.better, 'none'),
    decimals: row.decimals,
    marks:
      row.floor === null || row.pass === null || row.delight === null
        ? null
        : { floor: row.floor, pass: row.pass, delight: row.delight },
    lagDays: row.lag_days,
    definition: row.definition,
  }));
};

/**
 * Every target that a goal put in force. Of two for the same indicator, team and week, what a person set stands, else the
 * one recorded later.
 */
export const loadTargets = async (db: Database): Promise<readonly GoalTarget[]> => {
  const goals = standingGoals(await loadGoalHistories(db.kysely)).toSorted((a, b) => bySay(a.history, b.history));
  const standing = new Map<string, GoalTarget>();
  for (const { goal, steps } of goals) {
    for (const step of steps) {
      const target = { indicator: goal.indicator, teamId: goal.team, ...step };
      standing.set(JSON.stringify([target.indicator, target.teamId, target.from]), target);
    }
  }
  return [...standing.values()].sort((a, b) => compare(a.indicator, b.indicator) || a.from - b.from);
};
