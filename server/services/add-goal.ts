import type { Goal, NewGoal } from '../../src/contract/goals.ts';
import { tellAudit } from '../auth/audit.ts';
import { concernedTeams } from '../auth/concerned-teams.ts';
import type { ServiceContext } from '../context.ts';
import type { Transaction } from '../db/database.ts';
import { earliestFrom } from '../goals/earliest-from.ts';
import { assertGoal, assertGoalNames } from '../goals/goal-checks.ts';
import { keepGoalVersion, loadGoalHistories, type GoalHistory, type GoalVersion } from '../goals/goal-history.ts';
import { draftOf, keptWords, spelledGoal, tidied } from '../goals/goal-words.ts';
import { standingGoals } from '../goals/standing-goals.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { writeEdit } from './write-edit.ts';

/** Whether the goal that stands under this id is the one that is sent: set by the same person, with the same first words. */
const isRepeat = ({ versions: [first] }: GoalHistory, { author, words }: NewGoal): boolean =>
  first.revision === 1 && first.by === author && spelledGoal(first.words) === spelledGoal(words);

/** Imported rows that were withdrawn by their source keep their id. */
const isTaken = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.kysely.selectFrom('goals').select('goal_id').where('goal_id', '=', id).executeTakeFirst()) !== undefined;

/**
 * Sets a goal. The id is the writer's own, so that what is sent twice is written once: the repeat answers the goal as it
 * stands. Its target enters force in a week whose status nobody has seen.
 * @throws ServiceFailure `bad-request` at `words.FIELD` in the words of `goalProblems`; `not-found` at `words.indicator` or
 *   `words.team`; `conflict` at `id` where another goal has it, at `indicator` where one of the same indicator and team runs;
 *   `forbidden` for other teams than one's own.
 */
export const addGoal = async (ctx: ServiceContext, given: NewGoal): Promise<Goal> => {
  const wanted = { ...given, words: tidied(given.words) };
  const { id, author, words } = wanted;
  ctx.assertMay('addGoal', concernedTeams(words.team));
  tellAudit({ about: id, detail: `${words.indicator}${words.team === null ? '' : ` of ${words.team}`}` });
  const draft = draftOf(words);
  return writeEdit(ctx, async (tx, index, now) => {
    const histories = await loadGoalHistories(tx.kysely);
    const goals = standingGoals(histories);
    const standing = goals.find(({ goal }) => goal.id === id);
    if (standing !== undefined && isRepeat(standing.history, wanted)) return { result: standing.goal, moves: false };
    if (standing !== undefined || (await isTaken(tx, id))) {
      throw new ServiceFailure('conflict', 'Another goal has this id. Send it with a new one.', 'id');
    }
    assertGoalNames(index, draft);
    const openWeek = earliestFrom(ctx, index);
    assertGoal(index, draft, openWeek);
    const runs = ({ goal }: (typeof goals)[number]): boolean =>
      goal.state === 'running' && goal.indicator === words.indicator && goal.team === words.team;
    if (goals.some(runs)) {
      const message = 'A goal for this indicator runs here already; change or end that one.';
      throw new ServiceFailure('conflict', message, 'indicator');
    }
    const version: GoalVersion = {
      revision: 1,
      at: now,
      by: author,
      what: 'set',
      reason: null,
      openWeek,
      words: keptWords(words),
    };
    await keepGoalVersion(tx.kysely, id, version);
    const [added] = standingGoals([...histories, { id, versions: [version] }]).filter(({ goal }) => goal.id === id);
    if (added === undefined) throw new Error('the goal that was set is not among those that stand');
    return { result: added.goal, moves: true };
  });
};
