import type { Board, BoardDue } from '../../src/contract/board.ts';
import type { Observations } from '../../src/contract/observations.ts';
import { indicatorById } from '../../src/domain/catalogue.ts';
import { sampleSize } from '../../src/domain/small-numbers.ts';
import { isoDate, isoWeekLabel, parseIsoWeek, sundayOf } from '../../src/domain/week.ts';
import type { Dataset } from '../fixtures/dataset.ts';
import { goalsOf } from '../fixtures/goal-history.ts';
import { catalogueOf } from './catalogue-of.ts';
import { lastWeekOf, observationsOf, type WeekSpan } from './observations-of.ts';

/** Weeks of a board: four years and the week itself, as a page gets them. */
const WEEKS = 209;

type BoardObservations = Board['observations'];

export type BoardWishes = {
  readonly display: Board['display'];
  readonly dataVersion: number;
  /** Names that Kept knows: what one stands in does not reach a display. */
  readonly names: readonly string[];
};

/** What the mocked service answers of a dataset to a display: aggregates of enough cases, and nobody's name. Pure. */
export function boardOf(dataset: Dataset, wishes: BoardWishes): Board {
  const { display, dataVersion, names } = wishes;
  const { team } = display.words;
  const to = lastWeekOf(dataset);
  const span: WeekSpan = { from: Math.max(dataset.firstWeek, to - WEEKS + 1), to };
  const ask = (teams: readonly string[], by: 'scope' | 'team', indicator: readonly string[] = []) =>
    aggregates(
      dataset,
      observationsOf(dataset, dataVersion, { team: [...teams], indicator: [...indicator], by }, span, null),
      names,
    );
  const goals = goalsOf(dataset.goals).filter(
    (goal) => goal.state === 'running' && isOfScope(dataset, team, goal.team),
  );
  const catalogue = catalogueOf(dataset);
  const empty = dataset.series.length === 0;
  return {
    display,
    catalogue: { ...catalogue, own: catalogue.own.map((one) => ({ ...one, definition: '' })) },
    teams: dataset.teams.map(({ id, name, parent }) => ({ id, name, parent })),
    health: {
      dataVersion,
      dataTo: empty ? null : isoDate(sundayOf(dataset.lastWholeWeek)),
      latestWeek: empty ? null : isoWeekLabel(dataset.lastWholeWeek),
      firstWeek: empty ? null : isoWeekLabel(dataset.firstWeek),
      pipelineRanAt: empty ? null : dataset.pipelineRanAt,
      expectedAt:
        empty || dataset.pipelineRanAt === null
          ? null
          : new Date(Date.parse(dataset.pipelineRanAt) + dataset.cadenceSeconds * 1000).toISOString(),
      cadenceSeconds: dataset.cadenceSeconds,
      empty,
      sample: dataset.sample,
    },
    observations: ask(team, 'scope'),
    goals: goals.map((goal) => without(goal, ['owner', 'changedBy', 'changedAt'])),
    goalObservations: goals.length === 0 ? null : goalObservations(goals, ask),
    due: dueOf(dataset, team, names),
  };
}

/** One series for each goal's indicator and team, and the targets and annotations of both. */
function goalObservations(
  goals: ReadonlyArray<Pick<Board['goals'][number], 'indicator' | 'team'>>,
  ask: (teams: readonly string[], by: 'scope' | 'team', indicator: readonly string[]) => BoardObservations,
): BoardObservations {
  const wanted = new Set(goals.map(({ indicator, team }) => `${indicator} ${team ?? ''}`));
  const indicators = [...new Set(goals.map(({ indicator }) => indicator))];
  const teams = [...new Set(goals.flatMap(({ team }) => team ?? []))];
  const whole = ask([], 'scope', indicators);
  const each = teams.length === 0 ? null : ask(teams, 'team', indicators);
  const isWanted = ({ indicator, team }: { readonly indicator: string; readonly team: string | null }): boolean =>
    wanted.has(`${indicator} ${team ?? ''}`);
  return {
    ...whole,
    series: [...whole.series, ...(each?.series ?? [])].filter(isWanted),
    withheld: [...whole.withheld, ...(each?.withheld ?? [])].filter(isWanted),
  };
}

/** Goals of the scope's own teams and of those directly below; every team's for the whole organisation. */
function isOfScope(dataset: Dataset, scope: readonly string[], team: string | null): boolean {
  if (scope.length === 0) return true;
  if (team === null) return false;
  const parent = dataset.teams.find(({ id }) => id === team)?.parent ?? null;
  return scope.includes(team) || (parent !== null && scope.includes(parent));
}

/** An object without some of its fields: what a display may not know is no part of the answer. */
function without<Whole extends object, Field extends keyof Whole>(
  whole: Whole,
  fields: readonly Field[],
): Omit<Whole, Field> {
  const hidden: readonly PropertyKey[] = fields;
  return Object.fromEntries(Object.entries(whole).filter(([field]) => !hidden.includes(field))) as Omit<Whole, Field>;
}

function hasName(text: string, names: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return names.some((name) => lower.includes(name.toLowerCase()));
}

/** Weeks of too few cases become gaps that are named; owners and authors are left out. */
function aggregates(dataset: Dataset, answer: Observations, names: readonly string[]): BoardObservations {
  const shown = without(answer, ['restatements']);
  const from = parseIsoWeek(answer.from) ?? 0;
  const own = new Map(dataset.own.map((indicator) => [indicator.id, { unit: indicator.unit, countedIn: 'cases' }]));
  const withheld: Array<BoardObservations['withheld'][number]> = [];
  const series = answer.series.map((each) => {
    const indicator = indicatorById(each.indicator) ?? own.get(each.indicator);
    const few = each.denominators.map(
      (cases) => cases !== null && indicator !== undefined && sampleSize(indicator, cases) === 'too-few',
    );
    const weeks = few.flatMap((isFew, index) => (isFew ? [isoWeekLabel(from + index)] : []));
    if (weeks.length > 0) withheld.push({ indicator: each.indicator, team: each.team, weeks });
    const enough = (sums: ReadonlyArray<number | null>): Array<number | null> =>
      sums.map((sum, index) => (few[index] === true ? null : sum));
    return { ...each, numerators: enough(each.numerators), denominators: enough(each.denominators) };
  });
  return {
    ...shown,
    series,
    targets: answer.targets.map((target) => without(target, ['owner'])),
    annotations: answer.annotations
      .filter(({ text }) => !hasName(text, names))
      .map((annotation) => without(annotation, ['author', 'reason'])),
    withheld,
  };
}

/** Decisions of the latest review and open actions, in the order in which they are due. */
function dueOf(dataset: Dataset, scope: readonly string[], names: readonly string[]): BoardDue[] {
  const isOf = (teams: readonly string[]): boolean =>
    scope.length === 0 ? teams.length === 0 : teams.some((team) => scope.includes(team));
  const minutes = dataset.minutes.filter(({ teams }) => isOf(teams));
  const latest = minutes
    .map(({ week }) => week)
    .sort()
    .at(-1);
  return minutes
    .filter(({ kind, week, action }) => (kind === 'decision' ? week === latest : action?.state === 'open'))
    .map(({ kind, indicator, text, action, week }): BoardDue => ({
      kind: kind === 'decision' ? 'decision' : 'action',
      indicator,
      text: hasName(text, names) ? null : text,
      due: action?.due ?? null,
      week,
    }))
    .toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
}
