import { arrivalSpan, type ArrivalSpan } from '../../charts/arrival-geometry.ts';
import type { Goal } from '../../contract/goals.ts';
import { formats, type Formats } from '../../domain/format.ts';
import { goalList, type GoalList } from '../../reading/goal-list.ts';
import { lateSentence } from '../../reading/lateness.ts';
import { readScorecard, type Scorecard, type ScorecardInput } from '../../reading/read-scorecard.ts';

export type GoalsModel = {
  readonly card: Scorecard;
  readonly formats: Formats;
  /** Whose goals they are; null: the whole organisation's. */
  readonly team: string | null;
  readonly list: GoalList;
  /** Months that arrivals and route share. */
  readonly span: ArrivalSpan;
  /** One sentence on what is late; null where nothing is. */
  readonly late: string | null;
  /** All that a simulation depends on beside the goal: with it a result can be kept. */
  readonly version: string;
};

/** Everything that the page of goals says before anything is simulated, as plain data. */
export function goalsModel(input: ScorecardInput, goals: readonly Goal[]): GoalsModel {
  const card = readScorecard(input);
  const words = formats(input.catalogue.organisation.locale);
  const [team = null] = input.observations.teams;
  const list = goalList(card, goals, team, words);
  return {
    card,
    formats: words,
    team,
    list,
    span: arrivalSpan(
      card.week,
      list.rows.map(({ due }) => due),
    ),
    late: lateSentence(lateRows(list), words),
    version: [input.observations.dataVersion, input.observations.from, card.week, card.today].join(' '),
  };
}

function lateRows({ rows }: GoalList): ReadonlyArray<{ readonly name: string; readonly by: number }> {
  return rows.flatMap(({ route, name }) =>
    route.kind === 'read' && route.reading.lateness.kind === 'late' ? [{ name, by: route.reading.lateness.by }] : [],
  );
}
