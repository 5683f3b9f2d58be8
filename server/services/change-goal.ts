import type { Goal, GoalChange, GoalEnding, GoalWords } from '../../src/contract/goals.ts';
import { concernedTeams } from '../auth/concerned-teams.ts';
import type { ServiceContext } from '../context.ts';
import type { Transaction } from '../db/database.ts';
import { earliestFrom } from '../goals/earliest-from.ts';
import { assertGoal } from '../goals/goal-checks.ts';
import { keepGoalVersion, loadGoalHistories, newestOf, type GoalVersion } from '../goals/goal-history.ts';
import { draftOf, keptWords, tidied } from '../goals/goal-words.ts';
import { standingGoals, type StandingGoal } from '../goals/standing-goals.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { writeEdit } from './write-edit.ts';

const goalById = async (tx: Transaction, id: string): Promise<StandingGoal> => {
  const found = standingGoals(await loadGoalHistories(tx.kysely)).find(({ goal }) => goal.id === id);
  if (found === undefined) throw new ServiceFailure('not-found', 'There is no such goal.', 'id');
  return found;
};

/**
 * The goal, where it runs at the revision that somebody wrote on.
 * @throws ServiceFailure `not-found` at `id`, `conflict` at `revision` or `state`.
 */
const runningGoal = async (tx: Transaction, id: string, revision: number): Promise<StandingGoal> => {
  const standing = await goalById(tx, id);
  const { goal } = standing;
  if (goal.revision !== revision) {
    const message = `${goal.changedBy ?? 'Its source'} has changed this goal meanwhile.`;
    throw new ServiceFailure('conflict', message, 'revision');
  }
  if (goal.state === 'ended') throw new ServiceFailure('conflict', 'This goal has ended.', 'state');
  return standing;
};

/** Keeps one more version; before the first one of an imported goal, what its import gave. */
const keepNext = async (
  tx: Transaction,
  { history }: StandingGoal,
  next: Omit<GoalVersion, 'revision'>,
): Promise<Goal> => {
  const before = newestOf(history);
  if (before.revision === 0) await keepGoalVersion(tx.kysely, history.id, before);
  await keepGoalVersion(tx.kysely, history.id, { ...next, revision: before.revision + 1 });
  return (await goalById(tx, history.id)).goal;
};

/** @throws ServiceFailure `conflict` at `words.indicator` or `words.team`. */
const assertSameAim = (goal: Goal, words: GoalWords): void => {
  const at = goal.indicator !== words.indicator ? 'indicator' : goal.team !== words.team ? 'team' : null;
  if (at === null) return;
  const message = `A goal keeps its ${at}: for another one, end this goal and set a new one.`;
  throw new ServiceFailure('conflict', message, `words.${at}`);
};

/**
 * Changes a goal; every version is kept, and past weeks stay judged against the target that was in force then.
 * @throws ServiceFailure `not-found` at `id`; `conflict` at `revision`, `state`, `words.indicator` or `words.team`;
 *   `bad-request` at `words.FIELD` in the words of `goalProblems`; `forbidden` for other teams than one's own.
 */
export const changeGoal = async (ctx: ServiceContext, id: string, change: GoalChange): Promise<Goal> => {
  const words = tidied(change.words);
  const draft = draftOf(words);
  return writeEdit(ctx, async (tx, index, now) => {
    const standing = await runningGoal(tx, id, change.revision);
    ctx.assertMay('changeGoal', concernedTeams(standing.goal.team));
    assertSameAim(standing.goal, words);
    const openWeek = earliestFrom(ctx, index);
    const moves = words.target !== standing.goal.target || words.from !== standing.goal.from;
    assertGoal(index, draft, moves ? openWeek : null);
    const { author: by, reason } = change;
    const result = await keepNext(tx, standing, {
      at: now,
      by,
      what: 'changed',
      reason,
      openWeek,
      words: keptWords(words),
    });
    return { result, moves: true };
  });
};

/**
 * Ends a goal: its target holds up to the latest complete week, and for no week after it.
 * @throws ServiceFailure `not-found` at `id`; `conflict` at `revision` or `state`; `forbidden` for other teams than
 *   one's own.
 */
export const endGoal = async (ctx: ServiceContext, id: string, ending: GoalEnding): Promise<Goal> =>
  writeEdit(ctx, async (tx, index, now) => {
    const standing = await runningGoal(tx, id, ending.revision);
    ctx.assertMay('endGoal', concernedTeams(standing.goal.team));
    const { author: by, reason } = ending;
    const openWeek = earliestFrom(ctx, index);
    const { words } = newestOf(standing.history);
    const result = await keepNext(tx, standing, { at: now, by, what: 'ended', reason, openWeek, words });
    return { result, moves: true };
  });
