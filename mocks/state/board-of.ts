import { Board, type BoardObservations } from '../../src/contract/board.ts';
import type { Display } from '../../src/contract/displays.ts';
import { DEFAULT_WEEKS, type Observations } from '../../src/contract/observations.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import { ownIndicator } from '../../src/domain/catalogue-own.ts';
import type { Indicator } from '../../src/domain/catalogue-types.ts';
import { sampleSize } from '../../src/domain/small-numbers.ts';
import { isoWeekLabel, parseIsoWeek } from '../../src/domain/week.ts';
import type { Dataset } from '../fixtures/dataset.ts';
import { goalsOf } from '../fixtures/goal-history.ts';
import { teamsInScope } from '../fixtures/scope.ts';
import { catalogueOf } from './catalogue-of.ts';
import { healthOfData } from './health-of.ts';
import { lastWeekOf, observationsOf } from './observations-of.ts';

const indicatorOf = ({ own }: Dataset, id: string): Indicator | null => {
  const entry = own.find((each) => each.id === id);
  return computedById(id) ?? (entry === undefined ? null : ownIndicator(entry));
};

/** Figures without weeks of too few cases; owners and authors fall away where the board is parsed. */
function boardObservations(dataset: Dataset, answer: Observations): BoardObservations {
  const from = parseIsoWeek(answer.from) ?? 0;
  const withheld: BoardObservations['withheld'] = [];
  const series = answer.series.flatMap((each) => {
    const indicator = indicatorOf(dataset, each.indicator);
    if (indicator === null || indicator.group === 'staff') return [];
    const small = each.denominators.map((cases) => cases !== null && sampleSize(indicator, cases) === 'too-few');
    const weeks = small.flatMap((isSmall, index) => (isSmall ? [isoWeekLabel(from + index)] : []));
    if (weeks.length > 0) withheld.push({ indicator: each.indicator, team: each.team, weeks });
    const kept = (sums: ReadonlyArray<number | null>): Array<number | null> =>
      sums.map((sum, index) => (small[index] === true ? null : sum));
    return [{ ...each, numerators: kept(each.numerators), denominators: kept(each.denominators) }];
  });
  return { ...answer, series, withheld };
}

/** Decisions of the latest review, and open actions by their date, without whoever took or owns them. */
function dueOf({ minutes }: Dataset, teams: readonly string[]): Board['due'] {
  const isOfScope = (of: readonly string[]): boolean =>
    teams.length === 0 ? of.length === 0 : of.some((id) => teams.includes(id));
  const here = minutes.filter((minute) => isOfScope(minute.teams));
  const latest = here
    .map(({ week }) => week)
    .sort()
    .at(-1);
  const decisions = here.filter(({ kind, week }) => kind === 'decision' && week === latest);
  const actions = here
    .filter(({ action }) => action?.state === 'open')
    .sort((a, b) => (a.action?.due ?? '').localeCompare(b.action?.due ?? ''));
  return [...decisions, ...actions].map(({ kind, indicator, text, action, week }) => ({
    kind: kind === 'decision' ? 'decision' : 'action',
    indicator,
    text,
    due: action?.due ?? null,
    week,
  }));
}

/** All that a display shows of a dataset. Parsed by the contract: what a display may not know has no field there and falls away. */
export function boardOf(
  dataset: Dataset,
  dataVersion: number,
  { id, revision, words }: Pick<Display, 'id' | 'revision' | 'words'>,
): Board {
  const last = lastWeekOf(dataset);
  const span = { from: last - DEFAULT_WEEKS + 1, to: last };
  const { team } = words;
  const asked = (indicator: string[], by: 'scope' | 'team', teams: string[]): BoardObservations =>
    boardObservations(dataset, observationsOf(dataset, dataVersion, { team: teams, indicator, by }, span, null));
  const scope = teamsInScope(dataset, team);
  const near = new Set([
    ...team,
    ...dataset.teams.flatMap((each) => (team.includes(each.parent ?? '') ? [each.id] : [])),
  ]);
  const goals = goalsOf(dataset.goals).filter(
    (goal) => goal.state === 'running' && (team.length === 0 || (goal.team !== null && near.has(goal.team))),
  );
  const ofTeams = [...new Set(goals.flatMap((goal) => goal.team ?? []))];
  const indicators = [...new Set(goals.map(({ indicator }) => indicator))];
  const goalWhole = goals.length === 0 ? null : asked(indicators, 'scope', []);
  const goalTeams = ofTeams.length === 0 ? null : asked(indicators, 'team', ofTeams);
  return Board.parse({
    display: { id, revision, words },
    catalogue: catalogueOf(dataset),
    teams: dataset.teams.filter((each) => scope.has(each.id)),
    health: { dataVersion, ...healthOfData(dataset) },
    observations: asked([], 'scope', team),
    goals,
    goalObservations: goalWhole && {
      ...goalWhole,
      series: [...goalWhole.series, ...(goalTeams?.series ?? [])],
      withheld: [...goalWhole.withheld, ...(goalTeams?.withheld ?? [])],
    },
    due: dueOf(dataset, team),
  });
}
