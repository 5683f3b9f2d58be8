import type { Kysely } from 'kysely';
import type { WeekNumber } from '../../src/domain/week.ts';
import type { GoalsTable, Schema } from '../db/schema.ts';
import type { GoalVersionsTable } from '../db/schema-goals.ts';
import { importedWords, type KeptGoalWords } from './goal-words.ts';

export type GoalVersion = {
  readonly revision: number;
  readonly at: number;
  readonly by: string;
  readonly what: 'set' | 'changed' | 'ended';
  readonly reason: string | null;
  /** The first week whose status nobody had seen when it was written. */
  readonly openWeek: WeekNumber;
  readonly words: KeptGoalWords;
};

/** A goal with all that was done to it, oldest first: one version at least. */
export type GoalHistory = { readonly id: string; readonly versions: readonly [GoalVersion, ...GoalVersion[]] };

const WHATS: ReadonlyArray<GoalVersion['what']> = ['set', 'changed', 'ended'];

const versionOf = (row: GoalVersionsTable): GoalVersion => ({
  revision: row.revision,
  at: row.at,
  by: row.by_whom,
  what: WHATS.find((what) => what === row.what) ?? 'changed',
  reason: row.reason,
  openWeek: row.open_week,
  words: JSON.parse(row.entry) as KeptGoalWords,
});

/** Revision 0: what an import gave. */
const imported = (row: GoalsTable): GoalVersion => ({
  revision: 0,
  at: row.recorded_at,
  by: row.source_system,
  what: 'set',
  reason: null,
  openWeek: row.from_week,
  words: importedWords(row),
});

export const newestOf = ({ versions: [first, ...rest] }: GoalHistory): GoalVersion => rest.at(-1) ?? first;

/** Every goal: those that people set or changed by their versions, the others as their import gave them. By id. */
export const loadGoalHistories = async (kysely: Kysely<Schema>): Promise<readonly GoalHistory[]> => {
  const rows = await kysely.selectFrom('goal_versions').selectAll().orderBy('goal_id').orderBy('revision').execute();
  const goals = await kysely.selectFrom('goals').selectAll().where('voided_at', 'is', null).execute();
  const histories = new Map<string, GoalHistory>();
  for (const row of rows) {
    const before = histories.get(row.goal_id)?.versions;
    const version = versionOf(row);
    histories.set(row.goal_id, { id: row.goal_id, versions: before ? [...before, version] : [version] });
  }
  for (const row of goals) {
    if (!histories.has(row.goal_id)) histories.set(row.goal_id, { id: row.goal_id, versions: [imported(row)] });
  }
  return [...histories.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** Keeps a version. The primary key refuses a second one of the same revision. */
export const keepGoalVersion = async (kysely: Kysely<Schema>, id: string, version: GoalVersion): Promise<void> => {
  await kysely
    .insertInto('goal_versions')
    .values({
      goal_id: id,
      revision: version.revision,
      at: version.at,
      by_whom: version.by,
      what: version.what,
      reason: version.reason,
      open_week: version.openWeek,
      entry: JSON.stringify(version.words),
    })
    .execute();
};
