import type { Goal } from '../../../contract/goals.ts';
import { capital } from '../../../domain/words.ts';
import { goalRow, type GoalRow } from '../../../reading/goal-row.ts';
import { aheadWords } from '../../../reading/goal-words.ts';
import { measureValue } from '../wall-measure.ts';
import type { BoardReading } from '../board-reading.ts';
import type { HeaderWords } from '../layout/header.ts';
import { figureInk, statusParts, text, type Kit } from '../layout/kit.ts';
import type { Row } from '../layout/items.ts';
import type { Part } from '../layout/parts.ts';
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
  const id = `goal ${row.id}`;
  return {
    id,
    item: (kit) => {
      const name = text(kit, row.name, 'label', { weight: 600 });
      const whose = text(kit, team, 'floor', { ink: 'ink-2', gap: 24 * kit.sizes.s });
      return {
        id,
        rows: [rowOf([name, whose]), ...factRows(kit, goal)],
        narrow: [rowOf([name]), rowOf([whose]), ...factRows(kit, goal)],
        end: statusParts(kit, status),
      };
    },
    alone: {
      title: row.name,
      item: (kit) => ({
        id,
        rows: [
          rowOf(statusParts(kit, status)),
          rowOf([text(kit, team, 'floor', { ink: 'ink-2' })]),
          ...factRows(kit, goal),
        ],
      }),
    },
    sentence: `${row.name}, ${team}: ${facts.join('; ')}.`,
  };
}

function rowOf(parts: readonly Part[]): Row {
  return { kind: 'text', before: 0, parts };
}

/** Where it is and where it shall be, then its way. */
function factRows(kit: Kit, { row, route, notes, value }: ToldGoal): readonly Row[] {
  const ink = figureInk(kit, value.kind === 'figure' ? value.look : 'plain');
  return [
    rowOf([
      text(kit, measureValue({ value }), 'floor', { weight: 600, figures: 'tabular', ink }),
      text(kit, `now, ${unbrokenDate(row.aim)}`, 'floor', { figures: 'tabular', ink: 'ink-2' }),
    ]),
    ...[route, ...notes]
      .filter((words) => words !== '')
      .map((words) => rowOf([text(kit, words, 'floor', { figures: 'tabular' })])),
  ];
}

/** "28 Mar 2027" stays on one line. */
function unbrokenDate(words: string): string {
  return words.replace(/(\d{1,2}) (\p{L}+) (\d{4})$/u, '$1\u00a0$2\u00a0$3');
}
