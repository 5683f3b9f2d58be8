import type { Goal as Answered } from '../contract/goals.ts';
import type { Formats } from '../domain/format.ts';
import { parseIsoWeek, type WeekNumber } from '../domain/week.ts';
import type { StatusShape } from '../ui/mark-shapes.ts';
import { goalRow, type GoalRow } from './goal-row.ts';
import { aimWords } from './goal-words.ts';
import type { Scorecard } from './read-scorecard.ts';

export type EndedGoal = { readonly goal: Answered; readonly name: string; readonly words: string };

export type GoalList = {
  /** Those that run: who needs help first, then as the scorecard orders its indicators. */
  readonly rows: readonly GoalRow[];
  /** The latest to end first. */
  readonly ended: readonly EndedGoal[];
  /** Says in words where the scorecard judges otherwise; null where it does not. */
  readonly differs: string | null;
};

const NEED: Readonly<Record<StatusShape, number>> = { act: 0, watch: 1, on: 2, few: 3, none: 4 };

/** The goals of one team, or with null those of the whole organisation. */
export function goalList(card: Scorecard, goals: readonly Answered[], team: string | null, formats: Formats): GoalList {
  const own = goals.filter((goal) => goal.team === team);
  const order = new Map([...card.indicators.keys()].map((id, index) => [id, index]));
  const place = ({ goal }: GoalRow): number => order.get(goal.indicator) ?? order.size;
  const rows = own
    .filter(({ state }) => state === 'running')
    .map((goal) => goalRow(card, goal, formats))
    .toSorted((a, b) => NEED[a.status.shape] - NEED[b.status.shape] || place(a) - place(b));
  const differing = rows.flatMap(({ differs }) => (differs === null ? [] : [differs]));
  return {
    rows,
    ended: own
      .filter(({ state }) => state === 'ended')
      .toSorted((a, b) => endOf(b) - endOf(a))
      .map((goal) => endedOf(card, goal, formats)),
    differs:
      differing.length === 0
        ? null
        : `The scorecard judges by the target in force: ${differing.join('; ')}. Here a goal is judged by where its plan is in the week of its figure.`,
  };
}

function endOf({ endedWeek }: Answered): WeekNumber {
  return parseIsoWeek(endedWeek ?? '') ?? 0;
}

function endedOf(card: Scorecard, goal: Answered, formats: Formats): EndedGoal {
  const indicator = card.indicators.get(goal.indicator) ?? null;
  const week = parseIsoWeek(goal.endedWeek ?? '');
  const ended = week === null ? 'ended' : `ended in ${formats.weekName(week)} of ${(goal.endedWeek ?? '').slice(0, 4)}`;
  return {
    goal,
    name: indicator?.name ?? goal.indicator,
    words: `${aimWords(indicator, goal.target, goal.due, formats)}, ${ended}`,
  };
}
