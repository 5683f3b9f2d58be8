import type { Goal, GoalChange, GoalEnding, NewGoal } from '../../src/contract/goals.ts';
import type { WeekNumber } from '../../src/domain/week.ts';
import { goalsOf, newestOf, type GoalHistory, type GoalVersion, type SetWords } from '../fixtures/goal-history.ts';
import type { MockClock } from './mock-clock.ts';

export type MockGoals = {
  /** Those of the dataset, with what the page wrote over them. */
  readonly histories: () => readonly GoalHistory[];
  /** Every goal as it stands. */
  readonly all: () => readonly Goal[];
  readonly find: (id: string) => GoalHistory | undefined;
  /** Sets a goal that is specific and measurable. */
  readonly add: (given: NewGoal, openWeek: WeekNumber) => Goal;
  readonly change: (history: GoalHistory, change: GoalChange, openWeek: WeekNumber) => Goal;
  readonly end: (history: GoalHistory, ending: GoalEnding, openWeek: WeekNumber) => Goal;
};

/** Words that were found to be a goal. */
function setWords(words: NewGoal['words']): SetWords {
  const { target, from, due } = words;
  if (target === null || from === null || due === null) throw new Error('No goal: target, week or date is missing.');
  return { ...words, target, from, due };
}

/** Goals of one mocked service; `moved` is called when the data version moves. It refuses nothing. */
export function createGoals(ofDataset: () => readonly GoalHistory[], clock: MockClock, moved: () => void): MockGoals {
  const written = new Map<string, GoalHistory>();
  const histories = (): readonly GoalHistory[] => {
    const given = ofDataset();
    const known = new Set(given.map(({ id }) => id));
    return [
      ...given.map((history) => written.get(history.id) ?? history),
      ...[...written.values()].filter(({ id }) => !known.has(id)),
    ];
  };
  const keep = (history: GoalHistory): Goal => {
    written.set(history.id, history);
    moved();
    const goal = goalsOf(histories()).find(({ id }) => id === history.id);
    if (goal === undefined) throw new Error(`No goal ${history.id}`);
    return goal;
  };
  const append = (history: GoalHistory, next: Omit<GoalVersion, 'revision' | 'at'>): Goal => {
    const [first, ...later] = history.versions;
    const version = { ...next, revision: newestOf(history).revision + 1, at: clock.next() };
    return keep({ ...history, versions: [first, ...later, version] });
  };
  return {
    histories,
    all: () => goalsOf(histories()),
    find: (id) => histories().find((history) => history.id === id),
    add: ({ id, author, words }, openWeek) =>
      keep({
        id,
        versions: [
          {
            ...{ revision: 1, at: clock.next(), by: author, what: 'set', reason: null },
            openWeek,
            words: setWords(words),
          },
        ],
      }),
    change: (history, { author, reason, words }, openWeek) =>
      append(history, { by: author, what: 'changed', reason, openWeek, words: setWords(words) }),
    end: (history, { author, reason }, openWeek) =>
      append(history, { by: author, what: 'ended', reason, openWeek, words: newestOf(history).words }),
  };
}
