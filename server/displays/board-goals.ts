import type { Board, BoardObservations } from '../../src/contract/board.ts';
import type { Goal } from '../../src/contract/goals.ts';
import type { Observations } from '../../src/contract/observations.ts';
import { sampleSize } from '../../src/domain/small-numbers.ts';
import { parseIsoWeek } from '../../src/domain/week.ts';
import type { ServiceContext } from '../context.ts';
import type { DataIndex } from '../services/data-index.ts';
import { getObservations, type WeekSpan } from '../services/get-observations.ts';
import { shownIndicator } from './shown-indicators.ts';

/** Goals that concern a scope: of its teams and those directly below; of the whole organisation (no team) every one. */
export const goalsOfScope = (index: DataIndex, goals: readonly Goal[], teams: readonly string[]): readonly Goal[] => {
  const own = new Set(teams);
  const below = new Set(index.teams.filter(({ parent }) => parent !== null && own.has(parent)).map(({ id }) => id));
  return goals.filter(
    ({ indicator, team, state }) =>
      state === 'running' &&
      shownIndicator(index, indicator) !== null &&
      (team === null ? teams.length === 0 : index.teamIds.has(team)) &&
      (teams.length === 0 || (team !== null && (own.has(team) || below.has(team)))),
  );
};

const pairOf = (indicator: string, team: string | null): string => JSON.stringify([indicator, team]);

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** One series for each goal's indicator and team, with what their charts need; null without goals. */
export const goalObservations = (
  ctx: ServiceContext,
  index: DataIndex,
  goals: readonly Goal[],
  span: WeekSpan,
): Observations | null => {
  if (goals.length === 0) return null;
  const indicator = distinct(goals.map((goal) => goal.indicator));
  const team = distinct(goals.flatMap((goal) => goal.team ?? []));
  const pairs = new Set(goals.map((goal) => pairOf(goal.indicator, goal.team)));
  const ask = (query: { readonly team: string[]; readonly by: 'scope' | 'team' }): Observations =>
    getObservations(ctx, index, { indicator, ...query }, span);
  const whole = goals.some((goal) => goal.team === null) ? ask({ team: [], by: 'scope' }) : null;
  const apart = team.length > 0 ? ask({ team, by: 'team' }) : null;
  const answers = [whole, apart].filter((answer) => answer !== null);
  const [widest] = answers;
  if (widest === undefined) return null;
  const isOfGoal = (one: { readonly indicator: string; readonly team: string | null }): boolean =>
    pairs.has(pairOf(one.indicator, one.team));
  return {
    ...widest,
    teams: team,
    series: answers.flatMap(({ series }) => series).filter(isOfGoal),
    restatements: answers.flatMap(({ restatements }) => restatements).filter(isOfGoal),
  };
};

/** Of which weeks, by indicator and team, an earlier answer had too few cases. */
export type FewBefore = (indicator: string, team: string | null, week: string) => boolean;

export const fewBefore = (index: DataIndex, restatements: Observations['restatements']): FewBefore => {
  const places = new Set(
    restatements
      .filter(({ indicator: id, wasDenominator }) => {
        const indicator = shownIndicator(index, id);
        return indicator === null || sampleSize(indicator, wasDenominator) === 'too-few';
      })
      .map(({ indicator, team, week }) => JSON.stringify([indicator, team, week])),
  );
  return (indicator, team, week) => places.has(JSON.stringify([indicator, team, week]));
};

/** Whether the week of a goal's baseline is one that its series shows, or a gap in it, and was one when it was taken. */
const showsBaseline = ({ indicator, team, baseline }: Goal, figures: BoardObservations, wasFew: FewBefore): boolean => {
  if (baseline === null) return false;
  const week = parseIsoWeek(baseline.week) ?? Number.NEGATIVE_INFINITY;
  const first = parseIsoWeek(figures.from) ?? Number.POSITIVE_INFINITY;
  const withheld = figures.withheld.some(
    (one) => one.indicator === indicator && one.team === team && one.weeks.includes(baseline.week),
  );
  return week >= first && week < first + figures.weeks && !withheld && !wasFew(indicator, team, baseline.week);
};

/**
 * A goal as a display may have it, written field by field. A baseline is a figure too, and goes with the week that it was
 * taken from, as that is now or was then.
 */
export const boardGoal = (goal: Goal, figures: BoardObservations, wasFew: FewBefore): Board['goals'][number] => {
  const { id, indicator, team, target, from, due, milestones, state, endedWeek, origin, revision } = goal;
  const baseline = showsBaseline(goal, figures, wasFew) ? goal.baseline : null;
  return {
    ...{ id, indicator, team, baseline, target, from, due },
    ...{ milestones, state, endedWeek, origin, revision },
  };
};
