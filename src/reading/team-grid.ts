import type { Goal as Answered } from '../contract/goals.ts';
import type { Observations, ObservedSeries } from '../contract/observations.ts';
import type { Team } from '../contract/teams.ts';
import type { Indicator } from '../domain/catalogue-types.ts';
import type { Formats } from '../domain/format.ts';
import { stateNote } from '../domain/sentence.ts';
import { targetInForce, type Target } from '../domain/target.ts';
import { capital } from '../domain/words.ts';
import type { StatusShape } from '../ui/mark-shapes.ts';
import { goalRow } from './goal-row.ts';
import { aheadWords, distanceWords } from './goal-words.ts';
import type { Reading, Scorecard } from './read-scorecard.ts';
import { indicatorsByTeam, readTeams } from './team-multiples-read.ts';
import { lineageOf, type TeamRow } from './team-tree.ts';
import { tileModel, valueText } from './tile-model.ts';

/** Who is judged: a team, or with null the whole organisation. */
export type GridTeam = { readonly id: string | null; readonly name: string; readonly above: readonly string[] };

/** One team and indicator. A union: a cell without a goal is no good cell. */
export type GridCell =
  /** `goal`: its own, judged by its route, with its id. `target`: one that it inherits, judged as on the scorecard. */
  | {
      readonly kind: 'judged';
      readonly against: 'goal' | 'target';
      readonly goal: string | null;
      readonly value: string;
      readonly status: { readonly shape: StatusShape; readonly word: string; readonly look: 'fresh' | 'hollow' };
      /** "0.5 pp behind plan", "1.2 pp short of target": both say by what it is judged. */
      readonly gap: string;
      /** Distance from plan or target over that value's size: positive is behind. For the order alone. */
      readonly behind: number;
    }
  /** A goal or target stands, and no figure can be held against it; `words` say why. */
  | { readonly kind: 'unjudged'; readonly goal: string | null; readonly words: string }
  | { readonly kind: 'no-goal' };

export type GridRow = { readonly team: GridTeam; readonly cells: readonly GridCell[] };

export type GridContext = {
  /** Of the whole organisation. */
  readonly card: Scorecard;
  readonly teams: readonly Team[];
  /** That run. */
  readonly goals: readonly Answered[];
  /** By team, of the same weeks as the card: limits are locked to the first weeks that are read. */
  readonly byTeam: ReadonlyMap<string, readonly ObservedSeries[]>;
  readonly answer: Observations;
  /** Of all teams. */
  readonly targets: readonly Target[];
  readonly columns: readonly Indicator[];
  readonly formats: Formats;
};

/** Indicators that have a goal somewhere, or a target in force, in the order of the catalogue. */
export function gridColumns(card: Scorecard, goals: readonly Answered[]): readonly Indicator[] {
  const named = new Set(goals.map(({ indicator }) => indicator));
  return [...card.indicators.values()].filter(
    ({ id, takesTarget }) =>
      named.has(id) || (takesTarget && targetInForce(card.scope.targets, id, [], card.week) !== null),
  );
}

/** Columns whose data came too late, and by how much. */
export function lateColumns(
  card: Scorecard,
  columns: readonly Indicator[],
): ReadonlyArray<{ readonly name: string; readonly by: number }> {
  return columns.flatMap(({ id, name }) => {
    const reading = card.reading(id);
    return reading?.kind === 'read' && reading.lateness.kind === 'late' ? [{ name, by: reading.lateness.by }] : [];
  });
}

/** Indicators that the answer by team must hold for these columns. */
export function gridIndicators(columns: readonly Indicator[]): readonly string[] {
  return [...new Set(columns.flatMap(({ id }) => indicatorsByTeam(id)))];
}

/** The organisation, then its teams as a list shows them. */
export function gridTeams(rows: readonly TeamRow[], organisation: string): readonly GridTeam[] {
  return [{ id: null, name: organisation, above: [] }, ...rows.map(({ id, name, above }) => ({ id, name, above }))];
}

/** Series of an answer by the team that they are of. */
export function seriesOfTeams(answer: Observations): ReadonlyMap<string, readonly ObservedSeries[]> {
  const found = new Map<string, ObservedSeries[]>();
  for (const series of answer.series) {
    if (series.team === null) continue;
    const known = found.get(series.team);
    if (known === undefined) found.set(series.team, [series]);
    else known.push(series);
  }
  return found;
}

/** What a team's row says. Some milliseconds, so that whoever asks for hundreds lets the browser breathe between them. */
export function gridRow(context: GridContext, team: GridTeam): GridRow {
  return { team, cells: context.columns.map((indicator) => cellOf(context, team, indicator)) };
}

function cellOf(context: GridContext, team: GridTeam, indicator: Indicator): GridCell {
  const { card, goals, teams } = context;
  const goal = goals.find((each) => each.indicator === indicator.id && each.team === team.id) ?? null;
  const lineage = team.id === null ? [] : lineageOf(teams, team.id);
  const inherits = indicator.takesTarget && targetInForce(context.targets, indicator.id, lineage, card.week) !== null;
  if (goal === null && !inherits) return { kind: 'no-goal' };
  const scoped = cardOf(context, team, indicator);
  if (scoped === null) return { kind: 'unjudged', goal: goal?.id ?? null, words: 'No data yet' };
  return goal === null ? againstTarget(scoped, indicator, context) : againstGoal(scoped, goal, context);
}

/** The scorecard of the team, holding this one indicator; null where the answer has no figure of it. */
function cardOf(
  { card, answer, byTeam, teams }: GridContext,
  { id }: GridTeam,
  indicator: Indicator,
): Scorecard | null {
  if (id === null) return card.reading(indicator.id) === null ? null : card;
  const wanted = indicatorsByTeam(indicator.id);
  const series = (byTeam.get(id) ?? []).filter((each) => wanted.includes(each.indicator));
  const team = teams.find((each) => each.id === id);
  if (series.length === 0 || team === undefined) return null;
  // Hundreds of goals make as many targets, which would be read again for each cell.
  const targets = answer.targets.filter((each) => each.indicator === indicator.id);
  return readTeams(card, indicator.id, { ...answer, series, targets }, teams, [team])[0]?.card ?? null;
}

function againstGoal(card: Scorecard, goal: Answered, context: GridContext): GridCell {
  const { formats } = context;
  const row = goalRow(card, goal, formats);
  const { route } = row;
  if (route.kind === 'unread') return { kind: 'unjudged', goal: goal.id, words: route.why };
  const { soFar, indicator } = route;
  if (row.value.kind === 'words') return { kind: 'unjudged', goal: goal.id, words: whyNot(route.reading, formats) };
  if (soFar.ahead === null || soFar.planned === null) {
    // Without a start there is no plan to be behind of; the target itself is in force all the same.
    const plain = againstTarget(card, indicator, context);
    return plain.kind === 'judged'
      ? { ...plain, goal: goal.id }
      : { kind: 'unjudged', goal: goal.id, words: 'No plan' };
  }
  return {
    kind: 'judged',
    against: 'goal',
    goal: goal.id,
    value: row.value.number + row.value.unit,
    status: row.status,
    gap: planWords(indicator, soFar.ahead, formats),
    behind: -soFar.ahead / sizeOf(soFar.planned),
  };
}

function againstTarget(card: Scorecard, indicator: Indicator, { formats }: GridContext): GridCell {
  const reading: Reading | null = card.reading(indicator.id);
  if (reading === null) return { kind: 'unjudged', goal: null, words: 'No data yet' };
  if (reading.kind === 'failed' || reading.measure.state !== 'figure')
    return { kind: 'unjudged', goal: null, words: whyNot(reading, formats) };
  const tile = tileModel(card, reading, formats);
  const { measure } = reading;
  if (measure.gap === null || measure.target === null) return { kind: 'no-goal' };
  const short = indicator.better === 'lower' ? measure.gap : -measure.gap;
  return {
    kind: 'judged',
    against: 'target',
    goal: null,
    value: valueText(tile),
    status: tile.status,
    gap: targetWords(indicator, short, formats),
    behind: short / sizeOf(measure.target.value),
  };
}

/** "0.5 pp behind plan", "on the plan". */
function planWords(indicator: Indicator, ahead: number, formats: Formats): string {
  const words = aheadWords(indicator, ahead, formats);
  if (words.endsWith('behind')) return `${words} plan`;
  return words.endsWith('ahead') ? `${words} of plan` : words;
}

/** "1.2 pp short of target", whichever direction is better. */
function targetWords(indicator: Indicator, short: number, formats: Formats): string {
  if (formats.difference(indicator, short).startsWith('±')) return 'at the target';
  return `${distanceWords(indicator, short, formats)} ${short > 0 ? 'short of' : 'ahead of'} target`;
}

/** "Too few to show (n = 4)": why nothing is judged. */
function whyNot(reading: Reading, formats: Formats): string {
  if (reading.kind === 'failed') return 'Not read';
  if (reading.measure.state === 'figure') return 'Not judged';
  // Cells are narrow: the number of cases stays in one piece.
  return capital(stateNote(reading.measure, formats)).replace('n = ', 'n\u00a0=\u00a0');
}

/** What a distance is held against; never zero. */
function sizeOf(value: number): number {
  return Math.max(Math.abs(value), 1e-9);
}
