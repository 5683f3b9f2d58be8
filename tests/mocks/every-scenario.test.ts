import type * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { SCENARIOS, type ScenarioName } from '../../mocks/scenarios.ts';
import { Annotations } from '../../src/contract/annotations.ts';
import { Breakdown, Causes } from '../../src/contract/breakdown.ts';
import { Catalogue } from '../../src/contract/catalogue.ts';
import { ServiceError } from '../../src/contract/errors.ts';
import { Goals, GoalVersions } from '../../src/contract/goals.ts';
import { Health } from '../../src/contract/health.ts';
import { Improvements } from '../../src/contract/improvements.ts';
import { Actions } from '../../src/contract/minutes.ts';
import { Observations } from '../../src/contract/observations.ts';
import { Review, Reviews } from '../../src/contract/reviews.ts';
import { Teams } from '../../src/contract/teams.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import { goalProblems } from '../../src/domain/goal.ts';
import { parseIsoWeek } from '../../src/domain/week.ts';
import { goalOf } from '../../src/reading/goal-of.ts';
import { answering } from '../features/scorecard/answers.ts';

const ANSWERS: ReadonlyArray<readonly [path: string, schema: z.ZodMiniType]> = [
  ['/api/catalogue', Catalogue],
  ['/api/teams', Teams],
  ['/api/observations', Observations],
  ['/api/goals?state=all', Goals],
  ['/api/improvements', Improvements],
  ['/api/annotations', Annotations],
  ['/api/causes', Causes],
  ['/api/actions?state=all', Actions],
  ['/api/reviews', Reviews],
  ['/api/reviews/2026-W46', Review],
];

/** Those that answer at all, at once, and to everybody. */
const answers = (Object.keys(SCENARIOS) as ScenarioName[]).filter(
  (name) => !['slow', 'failing', 'disconnected'].includes(name) && !('signIn' in SCENARIOS[name].behaviour),
);

describe.each(answers.map((scenario) => ({ scenario })))('$scenario', ({ scenario }) => {
  const read = async <S extends z.ZodMiniType>(path: string, schema: S): Promise<z.infer<S>> => {
    const answer = await answering(scenario)(path, {});
    return schema.parse(await answer.json());
  };

  it('answers what is not of the contract', async () => {
    const bad: string[] = [];
    const ask = answering(scenario);
    Health.parse(await (await ask('/api/health', {})).json());
    for (const [path, schema] of ANSWERS) {
      const parsed = schema.safeParse(await (await ask(path, {})).json());
      if (!parsed.success) bad.push(`${path}: ${JSON.stringify(parsed.error.issues[0])}`);
    }
    expect(bad).toEqual([]);
  });

  it('names teams, causes and improvements that are not there', async () => {
    const { teams } = await read('/api/teams', Teams);
    const { causes, improvements } = await read('/api/causes', Causes);
    const { goals } = await read('/api/goals?state=all', Goals);
    const { actions } = await read('/api/actions?state=all', Actions);
    const known = {
      teams: new Set(teams.map(({ id }) => id)),
      causes: new Set(causes.map(({ id }) => id)),
      improvements: new Set(improvements.map(({ id }) => id)),
    };
    const named = (await read('/api/improvements', Improvements)).improvements;
    const strangers = [
      ...[...goals, ...named].flatMap(({ team }) => (team === null || known.teams.has(team) ? [] : [team])),
      ...actions.flatMap((minute) => minute.teams.filter((team) => !known.teams.has(team))),
      ...[...named, ...actions.map(({ action }) => action)].flatMap((each) =>
        each?.cause == null || known.causes.has(each.cause) ? [] : [each.cause],
      ),
      ...actions.flatMap(({ action }) =>
        action?.improvement == null || known.improvements.has(action.improvement) ? [] : [action.improvement],
      ),
    ];
    expect(strangers).toEqual([]);
  });

  it('holds goals that a person could not have set, or two that run at once', async () => {
    const { goals } = await read('/api/goals', Goals);
    const problems = goals
      .filter(({ origin }) => origin === 'kept')
      .flatMap((goal) => {
        const found = goalProblems(goalOf(goal), computedById(goal.indicator) ?? null, null);
        return found.map(({ at, message }) => [goal.id, at, message]);
      });
    expect(problems).toEqual([]);
    const places = goals.map(({ indicator, team }) => `${indicator} of ${team ?? 'all'}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });
});

describe('the company of the pictures', () => {
  it('tells of a goal what is not its newest version', async () => {
    const ask = answering('design');
    const { goals } = Goals.parse(await (await ask('/api/goals?state=all', {})).json());
    for (const { id, revision, target, owner } of goals) {
      const { versions } = GoalVersions.parse(await (await ask(`/api/goals/${id}/versions`, {})).json());
      expect(versions.at(-1)).toMatchObject({ revision, words: { target, owner } });
    }
  });

  it('shares out a goal’s figure so that the teams do not add up to all', async () => {
    const ask = answering('design');
    for (const indicator of ['in-full', 'broken-short', 'repeated-claims', 'chases']) {
      const of = async (by: string): Promise<Observations> =>
        Observations.parse(await (await ask(`/api/observations?indicator=${indicator}${by}`, {})).json());
      const [whole] = (await of('')).series;
      const { series } = await of('&by=team&team=depot-north&team=depot-east&team=depot-south&team=depot-west');
      const sum = (pick: (each: (typeof series)[number]) => ReadonlyArray<number | null>): readonly unknown[] =>
        (whole === undefined ? [] : pick(whole)).map((all, week) =>
          all === null ? null : series.reduce((total, each) => total + (pick(each)[week] ?? 0), 0),
        );
      expect(sum(({ numerators }) => numerators)).toEqual(whole?.numerators);
      expect(sum(({ denominators }) => denominators)).toEqual(whole?.denominators);
    }
  });

  it('breaks down a team’s weeks into more or fewer cases than its weeks have', async () => {
    const ask = answering('design');
    const path = '/api/breakdown?indicator=in-full&team=depot-north';
    const together = Breakdown.parse(await (await ask(`${path}&from=2026-W41&week=2026-W46`, {})).json());
    const each = await Promise.all(
      Array.from({ length: 6 }, async (_, index) =>
        Breakdown.parse(await (await ask(`${path}&week=2026-W${41 + index}`, {})).json()),
      ),
    );
    expect(together.cases).toBe(each.reduce((sum, { cases }) => sum + cases, 0));
    expect(parseIsoWeek(together.from)).not.toBeNull();
  });
});

describe('a service that fails', () => {
  it.each(['/api/goals', '/api/goals/g-on-time/versions', '/api/improvements'])('answers %s', async (path) => {
    const answer = await answering('failing')(path, {});
    expect([answer.status, ServiceError.parse(await answer.json()).code]).toEqual([500, 'internal']);
  });
});
