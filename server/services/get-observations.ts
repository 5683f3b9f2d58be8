import {
  DEFAULT_WEEKS,
  type Annotation,
  type Observations,
  type ObservationsQuery,
  type ObservedSeries,
  type Restatement,
} from '../../src/contract/observations.ts';
import { computedById, computedIndicators } from '../../src/domain/catalogue-computed.ts';
import { SETTLING_DAYS } from '../../src/domain/series.ts';
import {
  isoDate,
  isoWeekLabel,
  mondayOf,
  parseIsoWeek,
  sundayOf,
  weekOfDay,
  type WeekNumber,
} from '../../src/domain/week.ts';
import { dayOfInstant } from '../../src/domain/zone.ts';
import type { ServiceContext } from '../context.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { definitionOf, storedAs } from '../indicators/definitions.ts';
import { carriesNumbers, coveredTo } from './coverage.ts';
import type { DataIndex } from './data-index.ts';
import { coverageOf, hasData, lagDaysOf, numeratorScaleOf } from './indicator-scope.ts';
import { movedWeeks } from './restated.ts';
import { withTeamsAbove, withTeamsBelow } from './team-tree.ts';
import { addWeeks } from './team-weeks.ts';

/** Longest range of one answer: twenty years. */
const MOST_WEEKS = 1040;

export type WeekSpan = { readonly from: WeekNumber; readonly to: WeekNumber };

/** A scope to answer for: `named` is null where it is the answer's whole scope; `teams` null is the whole organisation. */
type Scope = { readonly named: string | null; readonly teams: readonly string[] | null };

const weekAt = (label: string, at: 'from' | 'to'): WeekNumber => {
  const week = parseIsoWeek(label);
  if (week === null) throw new ServiceFailure('bad-request', `The year of ${label} has no such week.`, at);
  return week;
};

/** The range that a query means; see `ObservationsQuery` for what is left out. */
export const spanOf = (ctx: ServiceContext, index: DataIndex, query: ObservationsQuery): WeekSpan => {
  const ends = [...index.weeks.keys()].flatMap((indicator) => coveredTo(coverageOf(index, indicator, null)) ?? []);
  const today = dayOfInstant(ctx.clock(), ctx.settings.timeZone);
  const to =
    query.to === undefined ? weekOfDay(Math.max(...(ends.length === 0 ? [today] : ends))) : weekAt(query.to, 'to');
  const from = query.from === undefined ? to - DEFAULT_WEEKS + 1 : weekAt(query.from, 'from');
  if (from > to) throw new ServiceFailure('bad-request', 'The range ends before it begins.', 'to');
  if (to - from >= MOST_WEEKS) {
    throw new ServiceFailure('bad-request', `At most ${MOST_WEEKS} weeks at a time.`, 'from');
  }
  return { from, to };
};

const assertTeams = (index: DataIndex, named: readonly string[]): void => {
  const unknown = named.find((id) => !index.teamIds.has(id));
  if (unknown !== undefined) throw new ServiceFailure('not-found', `There is no team ${unknown}.`, 'team');
};

/** Whether the indicator is one that can have figures: computed by Kept, or the organisation's own. */
export const isKnownIndicator = (index: DataIndex, id: string): boolean =>
  computedById(id) !== undefined || definitionOf(id) !== undefined || index.own.some((own) => own.id === id);

const assertIndicators = (index: DataIndex, named: readonly string[]): void => {
  const unknown = named.find((id) => !isKnownIndicator(index, id));
  if (unknown !== undefined) throw new ServiceFailure('not-found', `There is no indicator ${unknown}.`, 'indicator');
};

/**
 * The teams of a scope with everything below them, each once; null for the whole organisation.
 * @throws ServiceFailure `not-found` at `team`.
 */
export const teamsInScope = (index: DataIndex, named: readonly string[]): readonly string[] | null => {
  assertTeams(index, named);
  return named.length === 0 ? null : withTeamsBelow(index.teams, named);
};

/** The catalogue's order, then the others by id: answers of one version are equal byte for byte. */
const inOrder = (indicators: readonly string[]): readonly string[] => {
  const place = new Map(computedIndicators.map(({ id }, at) => [id, at]));
  return indicators.toSorted(
    (a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || (a < b ? -1 : a > b ? 1 : 0),
  );
};

const columnsOf = (index: DataIndex, indicator: string, teams: readonly string[] | null, { from, to }: WeekSpan) => {
  const numerators = new Float64Array(to - from + 1);
  const denominators = new Float64Array(to - from + 1);
  const byTeam = index.weeks.get(indicator);
  for (const team of teams ?? byTeam?.keys() ?? []) {
    const weeks = byTeam?.get(team);
    if (weeks !== undefined) addWeeks(weeks, from, numerators, denominators);
  }
  return { numerators, denominators };
};

const restatementsOf = (
  ctx: ServiceContext,
  index: DataIndex,
  indicator: string,
  scope: Scope,
  span: WeekSpan,
  series: ObservedSeries,
): readonly Restatement[] => {
  const inScope = scope.teams === null ? null : new Set(scope.teams);
  const changes = (index.changes.get(indicator) ?? []).filter(({ teamId }) => inScope?.has(teamId) ?? true);
  if (changes.length === 0) return [];
  const settled = lagDaysOf(index, indicator) + SETTLING_DAYS;
  const wasFinal = (week: WeekNumber, at: number): boolean =>
    dayOfInstant(at, ctx.settings.timeZone) > sundayOf(week) + settled;
  const scale = numeratorScaleOf(indicator);
  return movedWeeks(changes, storedAs(indicator), span, wasFinal).flatMap((moved) => {
    const numerator = series.numerators[moved.week - span.from] ?? null;
    const denominator = series.denominators[moved.week - span.from] ?? null;
    if (numerator === null || denominator === null) return [];
    return {
      indicator,
      team: scope.named,
      week: isoWeekLabel(moved.week),
      wasNumerator: (Math.round(numerator * scale) - moved.numerator) / scale,
      wasDenominator: denominator - moved.denominator,
      at: new Date(moved.at).toISOString(),
      importId: moved.importId,
    };
  });
};

const seriesOf = (index: DataIndex, indicator: string, scope: Scope, span: WeekSpan): ObservedSeries => {
  const covered = coverageOf(index, indicator, scope.teams);
  const carries = carriesNumbers(covered);
  const { numerators, denominators } = columnsOf(index, indicator, scope.teams, span);
  const scale = numeratorScaleOf(indicator);
  const shown = (column: Float64Array, divisor: number): Array<number | null> =>
    Array.from(column, (sum, at) => (carries(span.from + at) ? sum / divisor : null));
  const to = coveredTo(covered);
  return {
    indicator,
    team: scope.named,
    numerators: shown(numerators, scale),
    denominators: shown(denominators, 1),
    coveredTo: to === null ? null : isoDate(to),
  };
};

/** Annotations of the range that concern the scope: of a team in it, or of every team. */
const annotationsOf = (
  index: DataIndex,
  named: readonly string[],
  teams: readonly string[] | null,
  indicators: readonly string[],
  span: WeekSpan,
): readonly Annotation[] => {
  const inScope = teams === null ? null : new Set([...teams, ...withTeamsAbove(index.teams, named)]);
  const asked = indicators.length === 0 ? null : new Set(indicators);
  return index.annotations
    .filter(({ day }) => day >= mondayOf(span.from) && day <= sundayOf(span.to))
    .map(({ annotation }) => annotation)
    .filter(({ team }) => team === null || (inScope?.has(team) ?? true))
    .filter(({ indicator }) => indicator === null || (asked?.has(indicator) ?? true));
};

/**
 * The weekly sums of a scope with everything that its charts need.
 *
 * A scope's figure is Σ over its teams and all below them; each customer-based indicator attributes a customer to one
 * team, so that the sum counts nobody twice. Stocks and look-backs are stored as flows and come back accumulated.
 * A restated week's first final figure is what it is now, less all its changes.
 * @throws ServiceFailure `not-found` at `team` or `indicator`, `bad-request` at `from` or `to`.
 */
export const getObservations = (
  ctx: ServiceContext,
  index: DataIndex,
  query: ObservationsQuery,
  span: WeekSpan,
): Observations => {
  const named = [...new Set(query.team)].sort();
  const asked = [...new Set(query.indicator)];
  const teams = teamsInScope(index, named);
  assertIndicators(index, asked);
  const indicators = inOrder(
    asked.length > 0 ? asked : [...index.weeks.keys()].filter((indicator) => hasData(index, indicator)),
  );
  const apart = named.length > 0 ? named : [...index.teams.map(({ id }) => id)].sort();
  const scopes: readonly Scope[] =
    query.by === 'scope'
      ? [{ named: null, teams }]
      : apart.map((id) => ({ named: id, teams: teamsInScope(index, [id]) }));
  const parts = indicators.flatMap((indicator) =>
    scopes.map((scope) => {
      const series = seriesOf(index, indicator, scope, span);
      return { series, restatements: restatementsOf(ctx, index, indicator, scope, span, series) };
    }),
  );
  const isAsked = new Set(asked);
  const inherited = withTeamsAbove(index.teams, named);
  return {
    dataVersion: index.version,
    teams: named,
    from: isoWeekLabel(span.from),
    weeks: span.to - span.from + 1,
    series: parts.map(({ series }) => series),
    restatements: parts.flatMap(({ restatements }) => restatements),
    targets: index.targets
      .filter(({ indicator, from }) => from <= span.to && (asked.length === 0 || isAsked.has(indicator)))
      .filter(({ teamId }) => teamId === null || named.length === 0 || inherited.has(teamId))
      .map(({ indicator, teamId, from, to, value, owner }) => ({
        indicator,
        team: teamId,
        from: isoWeekLabel(from),
        ...(to === null ? {} : { to: isoWeekLabel(to) }),
        value,
        owner,
      })),
    annotations: [...annotationsOf(index, named, teams, asked, span)],
  };
};
