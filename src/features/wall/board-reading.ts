import type { Board } from '../../contract/board.ts';
import type { Goal } from '../../contract/goals.ts';
import { formats, type Formats } from '../../domain/format.ts';
import { isoWeekLabel, type DayNumber, type WeekNumber } from '../../domain/week.ts';
import { dayOfInstant } from '../../domain/zone.ts';
import { readScorecard, type Scorecard, type ScorecardInput } from '../../reading/read-scorecard.ts';

/** A board read by the same functions as the pages, so that wall and desk cannot say two things. */
export type BoardReading = {
  readonly board: Board;
  readonly formats: Formats;
  readonly card: Scorecard;
  /** The same a week earlier: what flags now and did not then is fresh. */
  readonly before: Scorecard;
  /** In the display's zone. */
  readonly today: DayNumber;
  /** The scorecard of a goal's own team; null is the whole organisation. */
  readonly cardOf: (team: string | null) => Scorecard;
  readonly goals: readonly Goal[];
  /** Whether the service kept the week's figures back because they are of too few cases; of the scope, or of a goal's team. */
  readonly isWithheld: (indicator: string, week: WeekNumber, of: 'scope' | { readonly team: string | null }) => boolean;
};

type Answer = Board['observations'];

/** What the service leaves out for a display is null for the readers of the pages. */
function observationsOf({ targets, annotations, ...rest }: Answer): ScorecardInput['observations'] {
  return {
    ...rest,
    restatements: [],
    targets,
    annotations: annotations.map((annotation) => ({ ...annotation, author: null, reason: null })),
  };
}

/** The series of one team as those of a scope, which is how the readers take them. */
function ofTeam(answer: Answer, team: string | null): Answer {
  return {
    ...answer,
    teams: team === null ? [] : [team],
    series: answer.series.filter((series) => series.team === team).map((series) => ({ ...series, team: null })),
  };
}

function inputOf(board: Board, answer: Answer, now: number, week: string): ScorecardInput {
  const { cadenceSeconds, latestWeek } = board.health;
  return {
    observations: observationsOf(answer),
    catalogue: board.catalogue,
    teams: board.teams,
    health: { now: new Date(now).toISOString(), cadenceSeconds, latestWeek },
    fallbackNow: now,
    week,
    compare: 'previous-week',
  };
}

/** Lateness is told in hours: a board is read anew once a minute at most. */
const FRESH_FOR = 60_000;
const known = new WeakMap<Board, { readonly minute: number; readonly reading: BoardReading }>();

/** Reads a board at a moment of the service's clock, epoch milliseconds. The same board and minute give the same object. */
export function readBoard(board: Board, now: number): BoardReading {
  const minute = Math.floor(now / FRESH_FOR);
  const found = known.get(board);
  if (found?.minute === minute) return found.reading;
  const reading = made(board, now);
  known.set(board, { minute, reading });
  return reading;
}

function made(board: Board, now: number): BoardReading {
  const card = readScorecard(inputOf(board, board.observations, now, 'latest'));
  const cards = new Map<string | null, Scorecard>();
  const withheld = { scope: weeksOf(board.observations), goals: weeksOf(board.goalObservations) };
  return {
    board,
    card,
    formats: formats(board.catalogue.organisation.locale),
    before: readScorecard(inputOf(board, board.observations, now, isoWeekLabel(card.week - 1))),
    today: dayOfInstant(now, board.display.words.timeZone),
    cardOf: (team) => {
      const found = cards.get(team);
      if (found !== undefined) return found;
      const answer = board.goalObservations ?? { ...board.observations, series: [] };
      const read = readScorecard(inputOf(board, ofTeam(answer, team), now, 'latest'));
      cards.set(team, read);
      return read;
    },
    goals: board.goals.map((goal) => ({ ...goal, owner: null, changedBy: null, changedAt: null })),
    isWithheld: (indicator, week, of) =>
      of === 'scope'
        ? withheld.scope.has(weekKey(indicator, null, isoWeekLabel(week)))
        : withheld.goals.has(weekKey(indicator, of.team, isoWeekLabel(week))),
  };
}

function weekKey(indicator: string, team: string | null, week: string): string {
  return `${indicator} ${team ?? ''} ${week}`;
}

/** Weeks that are withheld, by indicator and team. */
function weeksOf(answer: Answer | null): ReadonlySet<string> {
  return new Set(
    (answer?.withheld ?? []).flatMap(({ indicator, team, weeks }) =>
      weeks.map((week) => weekKey(indicator, team, week)),
    ),
  );
}
