import type { RouteBarModel } from '../charts/route-bar-geometry.ts';
import type { Goal as Answered } from '../contract/goals.ts';
import type { Formats } from '../domain/format.ts';
import { dueWeek } from '../domain/goal.ts';
import type { RouteSoFar } from '../domain/route-types.ts';
import { meetsTarget } from '../domain/target.ts';
import { parseIsoDate, weekOfDay, type WeekNumber } from '../domain/week.ts';
import { goalRoute, type GoalRoute, type ReadIndicator } from './goal-route.ts';
import { aimWords, gainWords } from './goal-words.ts';
import type { Scorecard } from './read-scorecard.ts';
import { shapeOf, statusWord } from './status-words.ts';
import { tileModel, valueText, type TileModel } from './tile-model.ts';

/** A counter-indicator, what must not suffer from going for the goal: "Repeated claims 11.1 %, Watch". */
export type BesideGoal = { readonly id: string; readonly words: string };

/** A goal's row without its arrival: all that needs no simulation. */
export type GoalRow = {
  readonly id: string;
  readonly goal: Answered;
  readonly route: GoalRoute;
  readonly name: string;
  /** "at least 95 % by 28 Mar 2027". */
  readonly aim: string;
  readonly beside: readonly BesideGoal[];
  readonly value: TileModel['value'];
  readonly status: TileModel['status'];
  /** Why there is no figure, or none of the week in view; empty where there is one. */
  readonly note: string;
  /** null: no figure to draw; the note stands in its place. */
  readonly bar: { readonly model: RouteBarModel; readonly label: string } | null;
  readonly due: WeekNumber;
  /** "+0.17 pp" that must change a week, and "now +0.11 pp". */
  readonly need: { readonly main: string; readonly sub: string };
  /** How the scorecard judges the figure where it differs: "Repeated claims is Watch there (at most 10 %)". */
  readonly differs: string | null;
};

const NOT_READ: Pick<GoalRow, 'value' | 'status' | 'bar' | 'need' | 'differs'> = {
  value: { kind: 'words', words: 'No figure' },
  status: { shape: 'none', word: 'Nothing to rate', look: 'fresh' },
  bar: null,
  need: { main: '', sub: '' },
  differs: null,
};

/** All that a row says of a goal in the week and scope in view. */
export function goalRow(card: Scorecard, goal: Answered, formats: Formats): GoalRow {
  const route = goalRoute(card, goal);
  const { indicator } = route;
  const shared = {
    id: goal.id,
    goal,
    route,
    name: indicator?.name ?? goal.indicator,
    aim: aimWords(indicator, goal.target, goal.due, formats),
    beside: besideOf(card, indicator?.pairedWith ?? [], formats),
    due: weekOfDay(parseIsoDate(goal.due) ?? 0),
  };
  if (route.kind === 'unread') return { ...shared, ...NOT_READ, note: route.why };
  const { reading, soFar } = route;
  return {
    ...shared,
    ...figureOf(card, reading, soFar, formats),
    bar: barOf(soFar, formats),
    need: needOf(soFar, formats),
    differs: differsOf(reading, soFar, formats),
  };
}

function besideOf(card: Scorecard, ids: readonly string[], formats: Formats): readonly BesideGoal[] {
  return ids.flatMap((id) => {
    const reading = card.reading(id);
    if (reading === null) return [];
    const tile = tileModel(card, reading, formats);
    // In place of a figure the words say all, and one that has no target has none to miss.
    const status = tile.value.kind === 'figure' && tile.status.shape !== 'none' ? `, ${tile.status.word}` : '';
    return [
      {
        id,
        words: `${tile.name} ${tile.value.kind === 'figure' ? valueText(tile) : valueText(tile).toLowerCase()}${status}`,
      },
    ];
  });
}

/** The figure as the scorecard shows it, judged by where the plan is. */
function figureOf(
  card: Scorecard,
  reading: ReadIndicator,
  soFar: RouteSoFar,
  formats: Formats,
): Pick<GoalRow, 'value' | 'status' | 'note'> {
  const tile = tileModel(card, reading, formats);
  const { measure, lateness } = reading;
  const { now } = soFar;
  // Without a start there is no plan to be behind of; the target itself is in force all the same.
  if (soFar.planned === null && measure.state === 'figure' && lateness.kind === 'in-time')
    return { value: tile.value, status: tile.status, note: noStart(soFar) };
  const judged = { shape: shapeOf(soFar.status), word: statusWord(soFar.status) };
  if (measure.state === 'figure' && lateness.kind === 'in-time')
    return { value: tile.value, status: { ...judged, look: 'fresh' }, note: noStart(soFar) };
  const words = [tile.gap, tile.change].map(({ strong, text }) => strong + text);
  const note = (tile.status.look === 'hollow' ? words.slice(1) : words).filter((text) => text !== '').join(' · ');
  if (tile.status.look === 'hollow' && now !== null)
    return {
      value: tile.value,
      status: { ...judged, word: `${judged.word}, ${formats.weekName(now.week)}`, look: 'hollow' },
      note,
    };
  return { value: tile.value, status: tile.status, note };
}

function noStart({ goal }: RouteSoFar): string {
  return goal.baseline === null ? 'No start is given: judged by its target, without a route' : '';
}

function barOf({ goal, indicator, now, planned }: RouteSoFar, formats: Formats): GoalRow['bar'] {
  if (goal.baseline === null || now === null) return null;
  const start = goal.baseline.value;
  const figure = (value: number): string => formats.figure(indicator, value);
  return {
    model: {
      start,
      goal: goal.target,
      now: now.value,
      planned,
      format: (value) => formats.number(value, indicator.decimals),
    },
    label: [
      `From ${figure(start)} to ${figure(goal.target)}`,
      `now ${figure(now.value)} in ${formats.weekName(now.week)}`,
      ...(planned === null ? [] : [`planned ${figure(planned)}`]),
    ].join(', '),
  };
}

function needOf({ goal, indicator, week, now, required, pace }: RouteSoFar, formats: Formats): GoalRow['need'] {
  if (now === null) return { main: '', sub: '' };
  const sub = pace === null ? 'pace not known yet' : `now ${gainWords(indicator, pace, formats)}`;
  if (required !== null) return { main: gainWords(indicator, required, formats), sub };
  if (meetsTarget(now.value, goal.target, indicator.better) === true) return { main: 'Only hold', sub };
  return { main: week > dueWeek(goal) ? 'Date has passed' : 'Date is here', sub };
}

function differsOf({ measure }: ReadIndicator, soFar: RouteSoFar, formats: Formats): string | null {
  if (measure.state !== 'figure' || measure.target === null || soFar.planned === null) return null;
  if (measure.judged === soFar.status) return null;
  const target = formats.target(measure.indicator, measure.target.value);
  return `${measure.indicator.name} is ${statusWord(measure.judged)} there (${target})`;
}
