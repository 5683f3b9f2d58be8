import { Goal, Goals, GoalVersions, type GoalWords, type NewGoal } from '../../src/contract/goals.ts';
import { Teams } from '../../src/contract/teams.ts';
import { targetInForce } from '../../src/domain/target.ts';
import { isoDate, parseIsoWeek, sundayOf, type WeekNumber } from '../../src/domain/week.ts';
import { askFor, observations, type Running } from './implementation.ts';
import { earlier, json, newId } from './write-requests.ts';

/** Indicators that both companies count and that take a goal. */
const AIMS = [
  'on-time',
  'in-full',
  'right-first-time',
  'promise-kept',
  'price-as-promised',
  'price-realisation',
  'answered-in-promise',
  'resolved-in-promise',
] as const;

export type Aim = { readonly indicator: string; readonly team: string | null };

/** Indicators and teams on which no test has set a goal yet: only one runs on each. */
export async function freeAims(running: Running): Promise<() => Aim> {
  const { teams } = await askFor(running, Teams, '/api/teams');
  const scopes = [null, ...teams.map(({ id }) => id)];
  const aims = AIMS.flatMap((indicator) => scopes.map((team) => ({ indicator, team })));
  let taken = 0;
  return () => {
    const aim = aims[taken];
    taken += 1;
    if (aim === undefined) throw new Error('More goals than the company has places for');
    return aim;
  };
}

export const goals = async (running: Running, state: 'running' | 'all' = 'running'): Promise<Goals> =>
  askFor(running, Goals, `/api/goals?state=${state}`);

/** Words of a goal that begins ten weeks before the first week that nobody has seen, and is due twenty after it. */
export const wordsFrom = (earliest: string, aim: Aim, more: Partial<GoalWords> = {}): GoalWords => ({
  ...aim,
  baseline: { week: earlier(earliest, 10), value: 80 },
  target: 95,
  from: earliest,
  due: isoDate(sundayOf(weekOf(earliest) + 20)),
  owner: 'Ana Ruiz',
  milestones: [{ week: earlier(earliest, -4), value: 88 }],
  ...more,
});

export const weekOf = (label: string): WeekNumber => parseIsoWeek(label) ?? Number.NaN;

export const newGoal = (words: GoalWords, more: Partial<NewGoal> = {}): NewGoal => ({
  id: newId(),
  author: 'Ana Ruiz',
  words,
  ...more,
});

export const set = async (running: Running, wanted: NewGoal): Promise<Goal> =>
  askFor(running, Goal, '/api/goals', json('POST', wanted), 201);

export const wordsOf = ({ indicator, team, baseline, target, from, due, owner, milestones }: Goal): GoalWords => ({
  ...{ indicator, team, baseline, target, from, due, owner, milestones },
});

/** The whole goal, changed in part, as a page sends it. */
export const goalChange = (goal: Goal, words: Partial<GoalWords> = {}, author = 'Tom'): object => ({
  revision: goal.revision,
  author,
  reason: 'The carrier changed',
  words: { ...wordsOf(goal), ...words },
});

export const goalPath = (id: string, below = ''): string => `/api/goals/${encodeURIComponent(id)}${below}`;

export const changeGoal = async (running: Running, goal: Goal, words: Partial<GoalWords>): Promise<Goal> =>
  askFor(running, Goal, goalPath(goal.id), json('PUT', goalChange(goal, words)));

export const ending = ({ revision }: Goal): object => ({ revision, author: 'Tom', reason: 'Reached' });

export const endGoal = async (running: Running, goal: Goal): Promise<Goal> =>
  askFor(running, Goal, goalPath(goal.id, '/ending'), json('POST', ending(goal)));

export const goalVersions = async (running: Running, id: string): Promise<GoalVersions['versions']> =>
  (await askFor(running, GoalVersions, goalPath(id, '/versions'))).versions;

/** What each week of a span is judged against by a goal of its own scope, as a page reads it; null: no such target. */
export async function targetsInForce(
  running: Running,
  { indicator, team }: Aim,
  span: { readonly from: string; readonly weeks: number },
): Promise<ReadonlyArray<number | null>> {
  const scope = team === null ? '' : `&team=${encodeURIComponent(team)}`;
  const to = earlier(span.from, 1 - span.weeks);
  const { targets } = await observations(running, `?indicator=${indicator}${scope}&to=${to}`);
  const own = targets.filter((target) => target.team === team);
  const known = own.map((target) => ({
    ...target,
    from: weekOf(target.from),
    to: target.to == null ? null : weekOf(target.to),
  }));
  const lineage = team === null ? [] : [team];
  return Array.from(
    { length: span.weeks },
    (_, index) => targetInForce(known, indicator, lineage, weekOf(span.from) + index)?.value ?? null,
  );
}

/** A file with one goal, whose target is in force since the week that it names. */
export const goalsFile = (id: string, { indicator, team }: Aim, from: string, more = ',,,'): string =>
  [
    'goal_id,indicator_id,team_id,target,from,due,baseline,baseline_week,owner',
    `${id},${indicator},${team ?? ''},90,${from},${isoDate(sundayOf(weekOf(from) + 60))}${more}`,
    '',
  ].join('\n');
