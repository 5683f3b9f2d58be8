import { useQuery } from '@tanstack/react-query';
import { goalsQuery } from '../../api/goal-queries.ts';
import type { Goals } from '../../contract/goals.ts';
import type { Team } from '../../contract/teams.ts';
import type { WeekNumber } from '../../domain/week.ts';
import { useAnswers } from '../../parts/use-answers.ts';
import type { GoalsView } from '../../state/view.ts';
import type { GoalsModel } from './goals-model.ts';
import { modelOf } from './model-cache.ts';

export type GoalsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'ready';
      readonly model: GoalsModel;
      readonly goals: Goals;
      readonly teams: readonly Team[];
      readonly firstWeek: WeekNumber;
      /** Goals of the team in the address; or still those of the one before, which stay until the new ones are here. */
      readonly shown: 'asked-for' | 'before';
      readonly retry: () => void;
    };

/** Asks for figures and goals of the team in the address (of all teams: the organisation) and reads them together. */
export function useGoals(view: GoalsView): GoalsState {
  const answers = useAnswers(view);
  const goals = useQuery(goalsQuery('all'));
  if (answers.kind === 'empty' || answers.kind === 'failed') return answers;
  if (goals.data === undefined && goals.isError)
    return { kind: 'failed', error: goals.error, retry: () => void goals.refetch() };
  if (answers.kind === 'loading' || goals.data === undefined) return { kind: 'loading' };
  const { input, teams, firstWeek, shown, retry } = answers;
  return { kind: 'ready', model: modelOf(input, goals.data), goals: goals.data, teams, firstWeek, shown, retry };
}
