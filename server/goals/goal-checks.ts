import { computedById } from '../../src/domain/catalogue-computed.ts';
import { ownIndicator } from '../../src/domain/catalogue-own.ts';
import type { Indicator } from '../../src/domain/catalogue-types.ts';
import { indicatorById } from '../../src/domain/catalogue.ts';
import { goalProblems, refusesTarget, type GoalDraft } from '../../src/domain/goal.ts';
import type { WeekNumber } from '../../src/domain/week.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import type { DataIndex } from '../services/data-index.ts';

const indicatorOf = (index: DataIndex, id: string): Indicator | null => {
  const own = index.own.find((entry) => entry.id === id);
  return computedById(id) ?? (own === undefined ? null : ownIndicator(own));
};

/**
 * Whether what a goal names exists. An indicator that is only planned says why it takes no goal, where it never will.
 * @throws ServiceFailure `not-found` at `words.indicator` or `words.team`, `bad-request` at `words.indicator`.
 */
export const assertGoalNames = (index: DataIndex, { indicator: id, team }: GoalDraft): void => {
  if (id !== null && indicatorOf(index, id) === null) {
    const planned = indicatorById(id);
    const refusal = planned === undefined ? null : refusesTarget(planned);
    if (refusal !== null) throw new ServiceFailure('bad-request', refusal, 'words.indicator');
    throw new ServiceFailure('not-found', `There is no indicator ${id}.`, 'words.indicator');
  }
  if (team !== null && !index.teamIds.has(team)) {
    throw new ServiceFailure('not-found', `There is no team ${team}.`, 'words.team');
  }
};

/**
 * Whether a draft is a goal: specific and measurable. `earliest` null: its target stands already.
 * @throws ServiceFailure `bad-request` at `words.FIELD`, with the first of the domain's `goalProblems`.
 */
export const assertGoal = (index: DataIndex, draft: GoalDraft, earliest: WeekNumber | null): void => {
  const indicator = draft.indicator === null ? null : indicatorOf(index, draft.indicator);
  const [problem] = goalProblems(draft, indicator, earliest);
  if (problem !== undefined) throw new ServiceFailure('bad-request', problem.message, `words.${problem.at}`);
};
