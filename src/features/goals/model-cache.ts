import type { QueryClient } from '@tanstack/react-query';
import { goalsQuery } from '../../api/goal-queries.ts';
import { catalogueQuery, healthQuery, observationsQuery, teamsQuery } from '../../api/queries.ts';
import type { Goals } from '../../contract/goals.ts';
import type { Observations } from '../../contract/observations.ts';
import { LOADED_AT, NO_TEAMS } from '../../parts/use-answers.ts';
import type { ScorecardInput } from '../../reading/read-scorecard.ts';
import { currentView } from '../../state/use-view.ts';
import { GOALS } from '../../state/view.ts';
import { goalsModel, type GoalsModel } from './goals-model.ts';

const HOUR = 3_600_000;

type Kept = { readonly key: string; readonly input: ScorecardInput; readonly goals: Goals; readonly model: GoalsModel };

/** Models by the answer they were read from: they go when the answer goes. Few views of one answer are kept. */
const kept = new WeakMap<Observations, Kept[]>();
const VIEWS_KEPT = 4;

/** The model of a view, read once. The service's clock counts by the hour: a poll alone changes nothing on the page. */
export function modelOf(input: ScorecardInput, goals: Goals): GoalsModel {
  const { observations, health } = input;
  const hour = Math.floor((health === null ? input.fallbackNow : Date.parse(health.now)) / HOUR);
  const key = [input.week, input.compare, hour, health?.latestWeek, health?.cadenceSeconds].join('|');
  const models = kept.get(observations) ?? [];
  const known = models.find(
    (each) =>
      each.key === key &&
      each.goals === goals &&
      each.input.catalogue === input.catalogue &&
      each.input.teams === input.teams,
  );
  if (known !== undefined) return known.model;
  const model = goalsModel(input, goals.goals);
  kept.set(observations, [{ key, input, goals, model }, ...models].slice(0, VIEWS_KEPT));
  return model;
}

/** Reads the goals of teams whose figures are in the cache already, so that a switch to them has only to draw. */
export function warmGoals(client: QueryClient, teams: readonly string[]): void {
  const observations = client.getQueryData(observationsQuery({ teams, span: 'latest' }).queryKey);
  const catalogue = client.getQueryData(catalogueQuery().queryKey);
  const goals = client.getQueryData(goalsQuery('all').queryKey);
  if (observations === undefined || catalogue === undefined || goals === undefined) return;
  const view = currentView();
  const { week, compare } = view.page === 'goals' ? view : GOALS;
  const health = client.getQueryData(healthQuery().queryKey) ?? null;
  modelOf(
    {
      observations,
      catalogue,
      teams: client.getQueryData(teamsQuery().queryKey)?.teams ?? NO_TEAMS,
      health,
      fallbackNow: LOADED_AT,
      week,
      compare,
    },
    goals,
  );
}
