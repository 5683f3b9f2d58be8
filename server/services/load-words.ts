import { DIMENSIONS, type Better, type FigureUnit } from '../../src/domain/catalogue-types.ts';
import type { OwnIndicatorEntry } from '../../src/domain/catalogue-own.ts';
import type { Database } from '../db/database.ts';
import type { GoalTarget } from './data-index.ts';

const UNITS: readonly FigureUnit[] = ['percent', 'per-1000', 'ratio', 'count'];
const BETTER: readonly Better[] = ['higher', 'lower', 'none'];

const oneOf = <Word extends string>(words: readonly Word[], text: string, otherwise: Word): Word =>
  words.find((word) => word === text) ?? otherwise;

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

/** Targets from goals. Of two for the same indicator, team and week, the one recorded later stands. */
export const loadTargets = async (db: Database): Promise<readonly GoalTarget[]> => {
  const rows = await db.kysely
    .selectFrom('goals')
    .select(['indicator_id', 'team_id', 'from_week', 'target', 'owner'])
    .where('voided_at', 'is', null)
    .orderBy('indicator_id')
    .orderBy('from_week')
    .orderBy('recorded_at')
    .orderBy('goal_id')
    .execute();
  const standing = new Map<string, GoalTarget>();
  for (const row of rows) {
    const target = {
      indicator: row.indicator_id,
      teamId: row.team_id,
      from: row.from_week,
      value: row.target,
      owner: row.owner,
    };
    standing.set(JSON.stringify([target.indicator, target.teamId, target.from]), target);
  }
  return [...standing.values()];
};
