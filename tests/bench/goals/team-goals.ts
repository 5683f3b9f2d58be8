import { isoDate, isoWeekLabel, sundayOf, weekOfDay } from '../../../src/domain/week.ts';

const DAY = 86_400_000;
const WEEKS_TRAVELLED = 20;
const WEEKS_TO_TRAVEL = 26;

/** Where each of eight goals starts and shall arrive, in the unit that is shown. */
const ROUTES = [
  ['on-time', 90, 97],
  ['in-full', 92, 98],
  ['right-first-time', 93, 98],
  ['price-as-promised', 96, 99.5],
  ['answered-in-promise', 80, 95],
  ['resolved-in-promise', 75, 92],
  ['promise-kept', 75, 90],
  ['repeated-claims', 20, 8],
] as const;

export const GOALS_PER_TEAM = ROUTES.length;

/** A goals file: eight goals for each of the teams, some on their way, some out of reach. */
export const teamGoals = (teams: readonly string[], now: number): string => {
  const last = weekOfDay(Math.floor(now / DAY)) - 1;
  const begin = isoWeekLabel(last - WEEKS_TRAVELLED);
  const due = isoDate(sundayOf(last + WEEKS_TO_TRAVEL));
  const rows = teams.flatMap((team) =>
    ROUTES.map(([indicator, baseline, target]) =>
      [`bench-${team}-${indicator}`, indicator, team, baseline, begin, target, begin, due, 'A. Lead'].join(','),
    ),
  );
  return ['goal_id,indicator_id,team_id,baseline,baseline_week,target,from,due,owner', ...rows].join('\n');
};
