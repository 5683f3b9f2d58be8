import { http, type RequestHandler } from 'msw';
import {
  DEFAULT_WEEKS,
  ObservationsQuery,
  type Observations,
  type ObservedSeries,
} from '../../src/contract/observations.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import { isoDate, isoWeekLabel, type WeekNumber } from '../../src/domain/week.ts';
import type { Dataset, OrganisationSeries } from '../fixtures/dataset.ts';
import { numeratorScaleOf, sumsOfScope, teamsInScope } from '../fixtures/scope.ts';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseQuery, parseWeek, unknownName } from './query.ts';
import { tagged } from './tagged.ts';

type Span = { readonly from: WeekNumber; readonly to: WeekNumber };
const MOST_WEEKS = 1040;

/** An indicator that was asked for and has no week. */
const withoutData = (indicator: string): OrganisationSeries => ({ indicator, weeks: [], coveredTo: 0 });

function observed(
  dataset: Dataset,
  series: OrganisationSeries,
  team: string | null,
  scope: ReadonlySet<string>,
  span: Span,
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

function observationsOf(state: MockState, query: ObservationsQuery, span: Span): Observations {
  const dataset = state.dataset();
  const { failing } = state.behaviour;
  const asked =
    query.indicator.length === 0
      ? dataset.series
      : [...new Set(query.indicator)].map(
          (indicator) => dataset.series.find((series) => series.indicator === indicator) ?? withoutData(indicator),
        );
  const scope = teamsInScope(dataset, query.team);
  const concerns = (entry: { readonly team: string | null; readonly indicator: string | null }): boolean =>
    (entry.team === null || query.team.length === 0 || query.team.includes(entry.team)) &&
    (entry.indicator === null || query.indicator.length === 0 || query.indicator.includes(entry.indicator));
  const teams = query.by === 'team' ? (query.team.length > 0 ? query.team : dataset.teams.map(({ id }) => id)) : [null];
  return {
    dataVersion: state.dataVersion(),
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
    restatements: dataset.restatements.filter((entry) => query.team.length === 0 && concerns(entry)),
    targets: dataset.targets.filter(concerns),
    annotations: dataset.annotations.filter(concerns),
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

function spanOf(dataset: Dataset, query: ObservationsQuery): Span | Response {
  const lastWeek = Math.max(
    ...(dataset.series.length === 0 ? [dataset.lastWholeWeek] : []),
    ...dataset.series.map(({ weeks }) => dataset.firstWeek + weeks.length - 1),
  );
  const to = query.to === undefined ? lastWeek : parseWeek(query.to, 'to');
  if (typeof to !== 'number') return to;
  const from = query.from === undefined ? to - DEFAULT_WEEKS + 1 : parseWeek(query.from, 'from');
  if (typeof from !== 'number') return from;
  if (from > to) return errorResponse('bad-request', 'The range ends before it begins.', 'to');
  if (to - from >= MOST_WEEKS) return errorResponse('bad-request', 'At most 20 years at a time.', 'from');
  return { from, to };
}

export function observationsHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/observations', async ({ request }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const parsed = parseQuery(ObservationsQuery, new URL(request.url));
      if ('refusal' in parsed) return parsed.refusal;
      const { query } = parsed;
      const { own, series } = state.dataset();
      const isKnown = (id: string): boolean =>
        computedById(id) !== undefined ||
        own.some((indicator) => indicator.id === id) ||
        series.some(({ indicator }) => indicator === id);
      const unknown = unknownName(state, query.team, query.indicator, isKnown);
      if (unknown !== null) return unknown;
      const span = spanOf(state.dataset(), query);
      if (span instanceof Response) return span;
      return tagged(request, state.dataVersion(), observationsOf(state, query, span));
    }),
  ];
}
