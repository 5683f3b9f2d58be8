import type { Board } from '../../src/contract/board.ts';
import type { Observations } from '../../src/contract/observations.ts';
import { isoWeekLabel } from '../../src/domain/week.ts';
import type { ServiceContext } from '../context.ts';
import type { DisplaysTable } from '../db/schema-displays.ts';
import { boardDue, dueOf } from '../displays/board-due.ts';
import { boardFigures } from '../displays/board-figures.ts';
import { boardGoal, fewBefore, goalObservations, goalsOfScope } from '../displays/board-goals.ts';
import { wordsOf } from '../displays/display-rows.ts';
import type { KnownNames } from '../displays/known-names.ts';
import { hiddenWeeks, type HiddenWeeks, type SummedSeries } from '../displays/shown-differences.ts';
import { shownIndicator } from '../displays/shown-indicators.ts';
import type { DataIndex } from './data-index.ts';
import { getCatalogue } from './get-catalogue.ts';
import { getHealth } from './get-health.ts';
import { getObservations, spanOf, type WeekSpan } from './get-observations.ts';
import { listGoals } from './list-goals.ts';
import { withTeamsBelow } from './team-tree.ts';

const ALL = { team: [], indicator: [], by: 'scope' } as const;

/** A display whose teams are all gone from the records shows nothing, never the whole organisation instead. */
const nothingOf = (index: DataIndex, teams: readonly string[], { from, to }: WeekSpan): Observations => ({
  ...{ dataVersion: index.version, teams: [...teams], from: isoWeekLabel(from), weeks: to - from + 1 },
  ...{ series: [], restatements: [], targets: [], annotations: [] },
});

const catalogueFor = (ctx: ServiceContext, index: DataIndex): Board['catalogue'] => {
  const { available, missing, own, ...catalogue } = getCatalogue(ctx, index);
  const isShown = (id: string): boolean => shownIndicator(index, id) !== null;
  return {
    ...catalogue,
    available: available.filter(isShown),
    missing: missing.filter(({ indicator }) => isShown(indicator)),
    /* What it is in words is free text of an import, in which a name may stand; a wall has no room for it. */
    own: own.filter(({ id }) => isShown(id)).map((one) => ({ ...one, definition: '' })),
  };
};

const healthFor = (ctx: ServiceContext, index: DataIndex): Board['health'] => {
  const health = getHealth(ctx, index);
  const { dataVersion, dataTo, latestWeek, firstWeek, pipelineRanAt, expectedAt, cadenceSeconds, empty, sample } =
    health;
  return { dataVersion, dataTo, latestWeek, firstWeek, pipelineRanAt, expectedAt, cadenceSeconds, empty, sample };
};

/**
 * Which weeks a board withholds. Figures of the scope and of the goals in it are shown beside each other: what one withholds
 * must not follow from the others.
 */
const hiddenOf = (
  index: DataIndex,
  teams: readonly string[],
  seen: Observations,
  ofGoals: Observations | null,
): HiddenWeeks => {
  const setOf = (named: readonly string[]): ReadonlySet<string> | null =>
    named.length === 0 ? null : new Set(withTeamsBelow(index.teams, named));
  const whole = setOf(teams);
  const shown = [
    ...seen.series.map((series) => ({ series, teams: whole })),
    ...(ofGoals?.series ?? []).map((series) => ({ series, teams: setOf(series.team === null ? [] : [series.team]) })),
  ];
  const byIndicator = new Map<string, SummedSeries[]>();
  for (const one of shown) {
    const { indicator } = one.series;
    byIndicator.set(indicator, [...(byIndicator.get(indicator) ?? []), one]);
  }
  return new Map(
    [...byIndicator].flatMap(([id, beside]) => {
      const indicator = shownIndicator(index, id);
      return indicator === null ? [] : [...hiddenWeeks(indicator, beside)];
    }),
  );
};

/**
 * All that a display shows: what people see of its scope, without staff, without weeks that have too few cases, and without
 * names, be it of people or of customers. What it may not have is taken out here, whatever its page asks or leaves out.
 */
export const getBoard = async (
  ctx: ServiceContext,
  index: DataIndex,
  row: DisplaysTable,
  names: KnownNames,
): Promise<Board> => {
  const words = wordsOf(row);
  const teams = words.team.filter((id) => index.teamIds.has(id));
  const isLost = words.team.length > 0 && teams.length === 0;
  const span = spanOf(ctx, index, { ...ALL, team: [], indicator: [] });
  const seen = isLost
    ? nothingOf(index, words.team, span)
    : getObservations(ctx, index, { ...ALL, team: teams, indicator: [] }, span);
  const goals = isLost ? [] : goalsOfScope(index, (await listGoals(ctx, { state: 'running' })).goals, teams);
  const ofGoals = goalObservations(ctx, index, goals, span);
  const due = isLost ? [] : await dueOf(ctx, index, teams);
  const annotations = [...seen.annotations, ...(ofGoals?.annotations ?? [])];
  const naming = await names.within(
    index,
    [...annotations, ...due].map(({ text }) => text),
  );
  const without = { hidden: hiddenOf(index, teams, seen, ofGoals), naming };
  const wasFew = fewBefore(index, ofGoals?.restatements ?? []);
  const goalFigures = ofGoals === null ? null : boardFigures(index, ofGoals, without);
  return {
    display: { id: row.display_id, revision: row.revision, words },
    catalogue: catalogueFor(ctx, index),
    teams: index.teams.map(({ id, name, parent }) => ({ id, name, parent })),
    health: healthFor(ctx, index),
    observations: boardFigures(index, seen, without),
    goals: goalFigures === null ? [] : goals.map((goal) => boardGoal(goal, goalFigures, wasFew)),
    goalObservations: goalFigures,
    due: due.map((minute) => boardDue(minute, naming)),
  };
};
