import { sundayOf, type WeekNumber } from '../../src/domain/week.ts';
import type { Planted } from './planted.ts';
import type { GoalRow } from './row-types.ts';

type Aim = {
  readonly indicator: string;
  readonly target: number;
  readonly owner: string;
  /** Where the way to it starts: a value, and weeks before the last of the sample. */
  readonly baseline: readonly [value: number, weeksBefore: number];
};

const aim = (indicator: string, target: number, owner: string, value: number, weeksBefore: number): Aim => ({
  ...{ indicator, target, owner },
  baseline: [value, weeksBefore],
});

/** The organisation's targets, in force from the first week; the ways to them are those of the last year. */
const ORGANISATION: readonly Aim[] = [
  aim('promise-kept', 85, 'A. Lindqvist', 82.9, 26),
  aim('right-first-time', 96, 'L. Hofer', 95.3, 50),
  aim('service-grade', 7.5, 'A. Lindqvist', 7.35, 26),
  aim('attention-gap', 0.5, 'J. Bakker', 0.95, 26),
  aim('in-full', 95, 'M. Voss', 93.8, 26),
  aim('claims-per-1000', 16, 'J. Bakker', 20.5, 26),
  aim('on-time', 95, 'R. Okafor', 93.8, 26),
  aim('resolved-in-promise', 90, 'J. Bakker', 84, 50),
  aim('answered-in-promise', 90, 'J. Bakker', 86, 50),
  aim('price-as-promised', 98.5, 'P. Nair', 98.3, 50),
  aim('price-realisation', 94, 'P. Nair', 93.7, 50),
  aim('cost-of-poor-service', 2, 'P. Nair', 2.25, 26),
  aim('retention-12-week', 70, 'A. Lindqvist', 67, 26),
  aim('retention-12-month', 86, 'A. Lindqvist', 84.5, 40),
  aim('repeated-claims', 10, 'J. Bakker', 16, 20),
];

/**
 * The teams' goals of this period. What they come to is planted: of the teams with the new carrier on time moves away; in
 * full recovers in Depot South; the grade of Depot Valley has risen; that of Depot North would need another process; and of
 * the island desk too few answer to say.
 */
const TEAM_AIMS: Readonly<Record<string, readonly Aim[]>> = {
  'depot-north': [
    aim('on-time', 95, 'T. Adeyemi', 93.8, 20),
    aim('in-full', 95, 'P. Nair', 94.1, 24),
    aim('service-grade', 8, 'T. Adeyemi', 7.35, 26),
    aim('claims-per-1000', 14, 'J. Bakker', 20, 24),
  ],
  'depot-harbour': [
    aim('on-time', 95, 'S. Marchetti', 93.8, 20),
    aim('promise-kept', 85, 'S. Marchetti', 83, 24),
    aim('right-first-time', 97, 'L. Hofer', 96, 24),
    aim('retention-12-week', 70, 'S. Marchetti', 67, 22),
  ],
  'depot-hills': [
    aim('on-time', 95, 'K. Brandt', 93.9, 20),
    aim('price-as-promised', 98.5, 'P. Nair', 98.2, 30),
    aim('claims-per-1000', 18, 'J. Bakker', 22, 24),
  ],
  'depot-south': [
    aim('in-full', 96, 'M. Voss', 91, 30),
    aim('on-time', 95, 'E. Castell', 93.6, 24),
    aim('promise-kept', 85, 'E. Castell', 80, 30),
    aim('cost-of-poor-service', 2, 'E. Castell', 2.3, 24),
  ],
  'depot-valley': [
    aim('service-grade', 7.6, 'I. Dahl', 7.35, 28),
    aim('attention-gap', 0.5, 'I. Dahl', 0.95, 28),
    aim('in-full', 95, 'M. Voss', 94.1, 24),
    aim('retention-12-week', 69, 'I. Dahl', 67, 24),
  ],
  'island-desk': [aim('on-time', 95, 'N. Quint', 92, 24), aim('service-grade', 7.6, 'N. Quint', 7.3, 24)],
  'region-north': [aim('on-time', 95, 'R. Okafor', 93.8, 20)],
};

/** Weeks after the last one in which the goals are due: the organisation's in half a year, the teams' in spring. */
const DUE_WEEKS = { organisation: 26, teams: 18 } as const;

const goalOf = (
  { indicator, target, owner, baseline: [value, weeksBefore] }: Aim,
  last: WeekNumber,
  of: Pick<GoalRow, 'goal_id' | 'team_id' | 'from_week' | 'due_day'>,
): GoalRow => ({
  ...of,
  ...{ indicator_id: indicator, target, owner, baseline: value, baseline_week: last - weeksBefore },
});

export const goalsOf = ({ weeks }: Planted): readonly GoalRow[] => [
  ...ORGANISATION.map((each) =>
    goalOf(each, weeks.to, {
      goal_id: `goal-${each.indicator}`,
      team_id: null,
      from_week: weeks.from,
      due_day: sundayOf(weeks.to + DUE_WEEKS.organisation),
    }),
  ),
  ...Object.entries(TEAM_AIMS).flatMap(([team, aims]) =>
    aims.map((each) =>
      goalOf(each, weeks.to, {
        goal_id: `goal-${team}-${each.indicator}`,
        team_id: team,
        /* In force the week after its way starts. */
        from_week: weeks.to - each.baseline[1] + 1,
        due_day: sundayOf(weeks.to + DUE_WEEKS.teams),
      }),
    ),
  ),
];
