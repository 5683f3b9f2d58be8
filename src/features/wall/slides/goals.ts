import type { Goal } from '../../../contract/goals.ts';
import { capital } from '../../../domain/words.ts';
import { goalRow, type GoalRow } from '../../../reading/goal-row.ts';
import { aheadWords } from '../../../reading/goal-words.ts';
import { measureValue } from '../wall-measure.ts';
import type { BoardReading } from '../board-reading.ts';
import type { HeaderWords } from '../layout/header.ts';
import { figureInk, statusParts, text, type Kit } from '../layout/kit.ts';
import type { Item } from '../layout/items.ts';
import { listPages, type Entry } from './list-pages.ts';
import type { SlidePage } from './slide-page.ts';

/** Who needs help stands first. */
const NEED: Readonly<Record<GoalRow['status']['shape'], number>> = { act: 0, watch: 1, on: 2, few: 3, none: 4 };

type ToldGoal = {
  readonly row: GoalRow;
  /** "Depot North", "Whole organisation". */
  readonly team: string;
  /** "0.5 pp behind the plan"; empty where no plan is known. */
  readonly route: string;
  readonly notes: readonly string[];
  readonly status: GoalRow['status'];
  readonly value: GoalRow['value'];
};

/** The goals of the scope: what, where they are, where they shall be, and whether they are on their way. */
export function goalPages(told: BoardReading, kit: Kit): readonly SlidePage[] {
  const goals = told.goals
    .map((goal) => toldGoal(told, goal))
    .toSorted((a, b) => NEED[a.status.shape] - NEED[b.status.shape] || a.row.due - b.row.due);
  if (goals.length === 0) return [];
  return listPages(kit, headerOf(kit, told, goals), goals.map(entryOf));
}

function headerOf(kit: Kit, { formats }: BoardReading, goals: readonly ToldGoal[]): HeaderWords {
  const on = goals.filter(({ status }) => status.shape === 'on').length;
  const words = `${formats.count(on)} of ${formats.count(goals.length)} on route`;
  const gap = 36 * kit.sizes.s;
  return {
    title: 'Goals',
    extras: [{ id: 'goals on route', parts: [text(kit, words, 'floor', { ink: 'ink-2', gap })] }],
  };
}

function toldGoal(told: BoardReading, goal: Goal): ToldGoal {
  const { formats, board } = told;
  const row = goalRow(told.cardOf(goal.team), goal, formats);
  const team = board.teams.find(({ id }) => id === goal.team)?.name ?? goal.team ?? 'Whole organisation';
  const shared = { row, team };
  if (row.route.kind === 'unread') {
    return { ...shared, route: '', notes: [row.note], status: row.status, value: row.value };
  }
  const { measure } = row.route.reading;
  if (measure.state === 'gap' && told.isWithheld(goal.indicator, measure.week, { team: goal.team })) {
    return {
      ...shared,
      route: '',
      notes: [`Too few to show in ${formats.weekName(measure.week)}`],
      status: { shape: 'few', word: 'Not enough data', look: 'fresh' },
      value: { kind: 'words', words: 'Not shown' },
    };
  }
  const { ahead, indicator } = row.route.soFar;
  const route = ahead === null ? '' : aheadWords(indicator, ahead, formats);
  return {
    ...shared,
    route: route.startsWith('on ')
      ? capital(route)
      : route === ''
        ? ''
        : `${route} ${route.endsWith('ahead') ? 'of ' : ''}the plan`,
    notes: row.note === '' ? [] : [row.note],
    status: row.status,
    value: row.value,
  };
}

function entryOf(goal: ToldGoal): Entry {
  const { row, team, route, notes, status } = goal;
  const facts = [`${measureValue(goal)} now`, row.aim, status.word, route, ...notes].filter((fact) => fact !== '');
  return {
    id: `goal ${row.id}`,
    item: (kit) => itemOf(kit, goal),
    sentence: `${row.name}, ${team}: ${facts.join('; ')}.`,
  };
}

function itemOf(kit: Kit, { row, team, route, notes, status, value }: ToldGoal): Item {
  const { s } = kit.sizes;
  const gap = 24 * s;
  const ink = figureInk(kit, value.kind === 'figure' ? value.look : 'plain');
  return {
    id: `goal ${row.id}`,
    rows: [
      {
        kind: 'text',
        before: 0,
        parts: [text(kit, row.name, 'label', { weight: 600 }), text(kit, team, 'floor', { ink: 'ink-2', gap })],
      },
      {
        kind: 'text',
        before: 0,
        parts: [
          text(kit, measureValue({ value }), 'floor', { weight: 600, figures: 'tabular', ink }),
          text(kit, `now, ${row.aim}`, 'floor', { figures: 'tabular', ink: 'ink-2' }),
        ],
      },
      ...[route, ...notes]
        .filter((words) => words !== '')
        .map((words) => ({
          kind: 'text' as const,
          before: 0,
          parts: [text(kit, words, 'floor', { figures: 'tabular' })],
        })),
    ],
    end: statusParts(kit, status),
  };
}
