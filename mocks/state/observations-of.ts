import type { Observations, ObservationsQuery, ObservedSeries } from '../../src/contract/observations.ts';
import { isoDate, isoWeekLabel, type WeekNumber } from '../../src/domain/week.ts';
import type { Dataset, OrganisationSeries } from '../fixtures/dataset.ts';
import { targetsOf } from '../fixtures/goal-history.ts';
import { numeratorScaleOf, sumsOfScope, teamsAbove, teamsInScope } from '../fixtures/scope.ts';

/** Both ends inclusive. */
export type WeekSpan = { readonly from: WeekNumber; readonly to: WeekNumber };

/** An indicator that was asked for and has no week. */
const withoutData = (indicator: string): OrganisationSeries => ({ indicator, weeks: [], coveredTo: 0 });

function observed(
  dataset: Dataset,
  series: OrganisationSeries,
  team: string | null,
  scope: ReadonlySet<string>,
  span: WeekSpan,
): ObservedSeries {
  const scale = numeratorScaleOf(series.indicator);
  const weeks = Array.from({ length: span.to - span.from + 1 }, (_, index) =>
    sumsOfScope(dataset, series, scope, span.from + index),
  );
  return {
    indicator: series.indicator,
    team,
    numerators: weeks.map((sums) => (sums === null ? null : sums.numerator / scale)),
    denominators: weeks.map((sums) => sums?.denominator ?? null),
    coveredTo: series.weeks.length === 0 ? null : isoDate(series.coveredTo),
  };
}

/** The last week that has data of any indicator, a running one included. */
export function lastWeekOf(dataset: Dataset): WeekNumber {
  return Math.max(
    ...(dataset.series.length === 0 ? [dataset.lastWholeWeek] : []),
    ...dataset.series.map(({ weeks }) => dataset.firstWeek + weeks.length - 1),
  );
}

/** What the mocked service answers of a dataset for a scope and span. `failing`: an indicator that cannot be read. */
export function observationsOf(
  dataset: Dataset,
  dataVersion: number,
  query: ObservationsQuery,
  span: WeekSpan,
  failing: string | null,
): Observations {
  const asked =
    query.indicator.length === 0
      ? dataset.series
      : [...new Set(query.indicator)].map(
          (indicator) => dataset.series.find((series) => series.indicator === indicator) ?? withoutData(indicator),
        );
  const scope = teamsInScope(dataset, query.team);
  const line = teamsAbove(dataset, query.team);
  const isAsked = (entry: { readonly indicator: string | null }): boolean =>
    entry.indicator === null || query.indicator.length === 0 || query.indicator.includes(entry.indicator);
  const isOfLine = ({ team }: { readonly team: string | null }): boolean =>
    team === null || query.team.length === 0 || line.has(team);
  const isOfScope = ({ team }: { readonly team: string | null }): boolean =>
    team === null || query.team.length === 0 || line.has(team) || scope.has(team);
  const teams = query.by === 'team' ? (query.team.length > 0 ? query.team : dataset.teams.map(({ id }) => id)) : [null];
  return {
    dataVersion,
    teams: query.team,
    from: isoWeekLabel(span.from),
    weeks: span.to - span.from + 1,
    series: asked
      .filter(({ indicator }) => indicator !== failing)
      .flatMap((series) =>
        teams.map((team) =>
          observed(dataset, series, team, team === null ? scope : teamsInScope(dataset, [team]), span),
        ),
      ),
    restatements: dataset.restatements.filter((entry) => query.team.length === 0 && isAsked(entry)),
    targets: targetsOf(dataset.goals).filter(
      (entry) => isAsked(entry) && isOfLine(entry) && entry.from <= isoWeekLabel(span.to),
    ),
    annotations: dataset.annotations.filter((entry) => isAsked(entry) && isOfScope(entry)),
    ...(asked.some(({ indicator }) => indicator === failing) && failing !== null
      ? {
          failures: [
            {
              indicator: failing,
              error: { code: 'internal' as const, message: 'Could not read invoices.', reference: 'E42' },
            },
          ],
        }
      : {}),
  };
}
