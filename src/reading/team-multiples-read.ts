import type { Observations, ObservedSeries } from '../contract/observations.ts';
import type { Team } from '../contract/teams.ts';
import { readMeasure } from '../domain/measure.ts';
import type { Sums } from '../domain/rollup.ts';
import { isJudged } from '../domain/series.ts';
import { targetInForce } from '../domain/target.ts';
import { isoWeekLabel, parseIsoWeek, type WeekNumber } from '../domain/week.ts';
import { shownWeek, type Reading, type Scorecard } from './read-scorecard.ts';
import { readScope } from './scope.ts';
import { lineageOf } from './team-tree.ts';

type Read = Extract<Reading, { kind: 'read' }>;

/** One team's figure of an indicator, with the scorecard that its words are read from. */
export type TeamReading = { readonly team: Team; readonly card: Scorecard; readonly reading: Read };

/** What a figure cannot be read without: `scope.ts` withholds repeats in weeks whose claims name too few causes. */
const COMPANIONS: Readonly<Partial<Record<string, readonly string[]>>> = { 'repeated-claims': ['claims-with-cause'] };

/** The indicators that an answer by team must hold. */
export function indicatorsByTeam(indicator: string): readonly string[] {
  return [indicator, ...(COMPANIONS[indicator] ?? [])];
}

/**
 * The teams directly below a scope, by name and never by rank: the top-level teams of the whole organisation, the children
 * of one team, or the teams themselves where several are chosen. A level with one team alone compares nothing: the one
 * below it is taken. Empty for a team without teams below.
 */
export function teamsBelow(teams: readonly Team[], chosen: readonly string[], locale: string): readonly Team[] {
  const byName = new Intl.Collator(locale, { numeric: true });
  const sorted = (all: readonly Team[]) => all.toSorted((a, b) => byName.compare(a.name, b.name));
  if (chosen.length > 1) return sorted(teams.filter(({ id }) => chosen.includes(id)));
  const [only] = chosen;
  let below = only === undefined ? topTeams(teams) : childrenOf(teams, only);
  // Each level is another team's children, so this ends, also in a ring of parents.
  for (let steps = 0; below.length === 1 && steps < teams.length; steps += 1) {
    const next = childrenOf(teams, below[0]?.id ?? '');
    if (next.length === 0) break;
    below = next;
  }
  return sorted(below);
}

/** The teams at the ends of the hierarchy below a scope, by name: those that a funnel compares. */
export function leafTeams(teams: readonly Team[], chosen: readonly string[], locale: string): readonly Team[] {
  const parents = new Set(teams.map(({ parent }) => parent));
  const byName = new Intl.Collator(locale, { numeric: true });
  return teams
    .filter(({ id }) => !parents.has(id))
    .filter(({ id }) => chosen.length === 0 || lineageOf(teams, id).some((above) => chosen.includes(above)))
    .toSorted((a, b) => byName.compare(a.name, b.name));
}

/** One team's judged sums in one week: all that a funnel needs, at a hundredth of the work of a reading. */
export type TeamWeek = {
  readonly team: Team;
  /** null: a gap, a week that does not count yet, or withheld. */
  readonly sums: Sums | null;
  /** The target in force for the team in that week. */
  readonly target: number | null;
};

/** The sums of each team in one week, by the same functions that read them of the whole scope. */
export function readTeamWeeks(
  card: Scorecard,
  indicatorId: string,
  answer: Observations,
  teams: readonly Team[],
  wanted: readonly Team[],
  week: WeekNumber,
): readonly TeamWeek[] {
  const indicator = card.indicators.get(indicatorId);
  const at = week - (parseIsoWeek(answer.from) ?? week);
  if (indicator === undefined || at < 0 || at >= answer.weeks) return [];
  const one = { ...answer, from: isoWeekLabel(week), weeks: 1, annotations: [], restatements: [] };
  const { targets } = readScope({ ...one, series: [] }, card.indicators, card.today);
  const byTeam = seriesByTeam(answer);
  return wanted.flatMap((team): readonly TeamWeek[] => {
    const own = byTeam.get(team.id);
    if (own === undefined) return [];
    const series = own.map((each) => ({
      ...each,
      team: null,
      numerators: each.numerators.slice(at, at + 1),
      denominators: each.denominators.slice(at, at + 1),
    }));
    const scope = readScope({ ...one, targets: [], series }, card.indicators, card.today);
    const point = scope.series.get(indicatorId)?.[0];
    const target = indicator.takesTarget ? targetInForce(targets, indicatorId, lineageOf(teams, team.id), week) : null;
    const sums =
      point !== undefined && isJudged(point) ? { numerator: point.numerator, denominator: point.denominator } : null;
    return [{ team, sums, target: target?.value ?? null }];
  });
}

function seriesByTeam(answer: Observations): ReadonlyMap<string | null, readonly ObservedSeries[]> {
  const byTeam = new Map<string | null, ObservedSeries[]>();
  for (const series of answer.series) byTeam.set(series.team, [...(byTeam.get(series.team) ?? []), series]);
  return byTeam;
}

function topTeams(teams: readonly Team[]): readonly Team[] {
  const ids = new Set(teams.map(({ id }) => id));
  return teams.filter(({ parent }) => parent === null || !ids.has(parent));
}

function childrenOf(teams: readonly Team[], id: string): readonly Team[] {
  return teams.filter(({ parent }) => parent === id);
}

/**
 * Reads one indicator of each team from an answer by team, by the same functions that read it of the whole scope: a team's
 * figure here and on its own page is one computation. Teams that the answer does not hold are left out.
 */
export function readTeams(
  card: Scorecard,
  indicatorId: string,
  answer: Observations,
  teams: readonly Team[],
  wanted: readonly Team[],
): readonly TeamReading[] {
  const indicator = card.indicators.get(indicatorId);
  if (indicator === undefined) return [];
  const whole = card.reading(indicatorId);
  const lateness = whole?.kind === 'read' ? whole.lateness : ({ kind: 'in-time' } as const);
  const byTeam = seriesByTeam(answer);
  return wanted.flatMap((team): readonly TeamReading[] => {
    const own = byTeam.get(team.id);
    if (own === undefined) return [];
    const scope = readScope(
      {
        ...answer,
        teams: [team.id],
        series: own.map((series) => ({ ...series, team: null })),
        restatements: answer.restatements.filter((each) => each.team === team.id),
      },
      card.indicators,
      card.today,
    );
    const series = scope.series.get(indicatorId) ?? [];
    const lineage = lineageOf(teams, team.id);
    const measure = readMeasure({
      indicator,
      series,
      week: shownWeek(series, card.week),
      targets: scope.targets,
      lineage,
      annotations: scope.annotations,
      restatements: scope.restatements,
      ruleProfile: card.catalogue.organisation.ruleProfile,
      comparison: card.compare,
      staleness: lateness.kind === 'late' ? 'stale' : 'fresh',
      missing: null,
    });
    const coveredTo = scope.coveredTo.get(indicatorId) ?? null;
    const reading: Read = { kind: 'read', indicator, series, measure, lateness, coveredTo };
    return [{ team, card: { ...card, scope, lineage, reading: () => reading }, reading }];
  });
}
