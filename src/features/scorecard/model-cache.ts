import type { QueryClient } from '@tanstack/react-query';
import { catalogueQuery, healthQuery, observationsQuery, teamsQuery } from '../../api/queries.ts';
import type { Observations } from '../../contract/observations.ts';
import { LOADED_AT, NO_TEAMS } from '../../parts/use-answers.ts';
import type { PanelSize } from './panel-model.ts';
import type { ScorecardInput } from '../../reading/read-scorecard.ts';
import { scorecardModel, type ScorecardModel } from './view-model.ts';

const HOUR = 3_600_000;

type Kept = { readonly key: string; readonly input: ScorecardInput; readonly model: ScorecardModel };

/** Models by the answer they were read from: they go when the answer goes. Few views of one answer are kept. */
const kept = new WeakMap<Observations, Kept[]>();
const VIEWS_KEPT = 4;

/**
 * The model of a view, read once. The service's clock counts by the hour: a poll alone changes nothing on the page,
 * and lateness is told in hours.
 */
export function modelOf(input: ScorecardInput, size: PanelSize): ScorecardModel {
  const { observations, health } = input;
  const hour = Math.floor((health === null ? input.fallbackNow : Date.parse(health.now)) / HOUR);
  const key = [input.week, input.compare, size, hour, health?.latestWeek, health?.cadenceSeconds].join('|');
  const models = kept.get(observations) ?? [];
  const known = models.find(
    (each) => each.key === key && each.input.catalogue === input.catalogue && each.input.teams === input.teams,
  );
  if (known !== undefined) return known.model;
  const model = scorecardModel(input, size);
  kept.set(observations, [{ key, input, model }, ...models].slice(0, VIEWS_KEPT));
  return model;
}

export type Wanted = { readonly week: string; readonly compare: ScorecardInput['compare']; readonly size: PanelSize };

/** Reads the model of teams whose figures are in the cache already, so that a switch to them has only to draw. */
export function warmModel(client: QueryClient, teams: readonly string[], wanted: Wanted): void {
  const observations = client.getQueryData(observationsQuery({ teams, span: 'latest' }).queryKey);
  const catalogue = client.getQueryData(catalogueQuery().queryKey);
  if (observations === undefined || catalogue === undefined) return;
  modelOf(
    {
      observations,
      catalogue,
      teams: client.getQueryData(teamsQuery().queryKey)?.teams ?? NO_TEAMS,
      health: client.getQueryData(healthQuery().queryKey) ?? null,
      fallbackNow: LOADED_AT,
      week: wanted.week,
      compare: wanted.compare,
    },
    wanted.size,
  );
}
