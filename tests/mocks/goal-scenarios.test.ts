import { describe, expect, it } from 'vitest';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { Breakdown } from '../../src/contract/breakdown.ts';
import { Goals, type Goal } from '../../src/contract/goals.ts';
import { Improvements } from '../../src/contract/improvements.ts';
import { Actions } from '../../src/contract/minutes.ts';
import { Teams } from '../../src/contract/teams.ts';
import { formats } from '../../src/domain/format.ts';
import { routeForecast } from '../../src/domain/route-forecast.ts';
import type { RouteForecast, RouteInput, RouteSoFar } from '../../src/domain/route-types.ts';
import { routeVerdict } from '../../src/domain/route-verdict.ts';
import { routeSoFar } from '../../src/domain/route.ts';
import { isoDate, sundayOf } from '../../src/domain/week.ts';
import { causePareto, componentBars } from '../../src/reading/goal-causes.ts';
import { goalOf } from '../../src/reading/goal-of.ts';
import { readScorecard, type Scorecard } from '../../src/reading/read-scorecard.ts';
import { answering, scorecardInput } from '../features/scorecard/answers.ts';

const words = formats('en-GB');
type Asked = ReturnType<typeof answering>;
const json = async (ask: Asked, path: string): Promise<unknown> => (await ask(path, {})).json();

async function goalsOf(scenario: ScenarioName, state = 'running'): Promise<readonly Goal[]> {
  return Goals.parse(await json(answering(scenario), `/api/goals?state=${state}`)).goals;
}

async function cardOf(scenario: ScenarioName, team: string | null): Promise<Scorecard> {
  return readScorecard(await scorecardInput(scenario, { teams: team === null ? [] : [team], week: '2026-W46' }));
}

type Route = { readonly soFar: RouteSoFar; readonly forecast: RouteForecast; readonly verdict: string };

function routeOf(card: Scorecard, goal: Goal): Route {
  const reading = card.reading(goal.indicator);
  if (reading?.kind !== 'read' || reading.measure.state === 'no-data') throw new Error(`${goal.id} is not read`);
  const { indicator, week, analysis } = reading.measure;
  const input: RouteInput = { goal: goalOf(goal), indicator, series: reading.series, analysis, week };
  const soFar = routeSoFar(input);
  const forecast = routeForecast(soFar, input);
  return { soFar, forecast, verdict: routeVerdict(soFar, forecast, input).kind };
}

async function routes(scenario: ScenarioName, team: string | null): Promise<ReadonlyMap<string, Route>> {
  const card = await cardOf(scenario, team);
  const own = (await goalsOf(scenario)).filter((goal) => goal.team === team);
  return new Map(own.map((goal) => [goal.indicator, routeOf(card, goal)]));
}

describe('the goals of Depot North', () => {
  it('stand otherwise than on the picture', async () => {
    const goals = (await goalsOf('design')).filter(({ team }) => team === 'depot-north');
    expect(goals.map(({ indicator, baseline, target, due }) => [indicator, baseline, target, due])).toEqual([
      ['chases', { week: '2026-W27', value: 0.66 }, 0.3, '2027-03-28'],
      ['in-full', { week: '2026-W23', value: 90.6 }, 95, '2027-01-31'],
      ['on-time', { week: '2026-W27', value: 93 }, 95, '2027-03-28'],
      ['repeated-claims', { week: '2026-W36', value: 19.4 }, 10, '2027-03-28'],
    ]);
    const { teams } = Teams.parse(await json(answering('design'), '/api/teams'));
    expect(teams.find(({ id }) => id === 'depot-north')?.lead).toBe('Tom Adeyemi');
  });

  it.each([
    { indicator: 'on-time', now: '89.8', plan: '94.0', status: 'act', required: '0.27', verdict: 'away' },
    { indicator: 'in-full', now: '93.1', plan: '93.6', status: 'watch', required: '0.17', verdict: 'arrives' },
    {
      indicator: 'repeated-claims',
      now: '11.1',
      plan: '16.2',
      status: 'on-target',
      required: '-0.06',
      verdict: 'arrives',
    },
    { indicator: 'chases', now: '0.47', plan: '0.48', status: 'on-target', required: '-0.01', verdict: 'arrives' },
  ])('$indicator is elsewhere than on the picture', async ({ indicator, now, plan, status, required, verdict }) => {
    const route = (await routes('design', 'depot-north')).get(indicator);
    const { soFar } = route ?? {};
    const decimals = soFar?.indicator.decimals ?? 1;
    expect([soFar?.now?.value.toFixed(decimals), soFar?.planned?.toFixed(decimals)]).toEqual([now, plan]);
    expect([soFar?.status, soFar?.required?.toFixed(2), route?.verdict]).toEqual([status, required, verdict]);
  });

  it.each([
    { indicator: 'on-time', pace: -0.3, within: 0.05, from: null, to: null },
    { indicator: 'in-full', pace: 0.11, within: 0.02, from: '2027-02-07', to: '2027-05-09' },
    { indicator: 'repeated-claims', pace: -0.22, within: 0.02, from: '2026-11-29', to: '2027-02-07' },
    { indicator: 'chases', pace: -0.01, within: 0.002, from: '2027-01-24', to: '2027-05-09' },
  ])('$indicator goes at another pace, or arrives outside the range that the picture gives', async (pictured) => {
    const route = (await routes('design', 'depot-north')).get(pictured.indicator);
    expect(Math.abs((route?.soFar.pace ?? Number.NaN) - pictured.pace)).toBeLessThan(pictured.within);
    const forecast = route?.forecast;
    const arrival = forecast?.kind === 'given' && forecast.arrival.kind === 'arrives' ? forecast.arrival.week : null;
    const day = arrival === null ? null : isoDate(sundayOf(arrival));
    expect([day === null, pictured.from === null]).toEqual([day === null, day === null]);
    expect(day ?? '').toSatisfy((each: string) => each >= (pictured.from ?? '') && each <= (pictured.to ?? ''));
  });

  it('lack in full for other causes than the picture’s', async () => {
    const path = '/api/breakdown?indicator=in-full&team=depot-north&from=2026-W41&week=2026-W46';
    const breakdown = Breakdown.parse(await json(answering('design'), path));
    expect(breakdown).toMatchObject({ from: '2026-W41', week: '2026-W46', casesWords: 'short orders' });
    expect(causePareto(breakdown, words).map(({ label, shareText }) => [label, shareText])).toEqual([
      ['Stock count wrong', '27\u00a0%'],
      ['Partial pick released', '50\u00a0%'],
      ['Substitute not offered', '64\u00a0%'],
      ['Damaged in picking', '75\u00a0%'],
      ['Supplier short', '84\u00a0%'],
      ['Nine other causes', '100\u00a0%'],
    ]);
    expect(componentBars(breakdown, words).map(({ label }) => label)).toEqual([
      'Systems and equipment',
      'Procedures',
      'People',
      'Information',
      'Product',
      'Facilities',
    ]);
    const [systems, procedures] = breakdown.components;
    const share = ((systems?.count ?? 0) + (procedures?.count ?? 0)) / breakdown.cases;
    expect(words.percent(share * 100, 0)).toBe('64\u00a0%');
  });

  it('are worked on by other actions than the picture’s', async () => {
    const { actions } = Actions.parse(await json(answering('design'), '/api/actions'));
    const own = actions.filter(({ teams }) => teams.join('+') === 'depot-north');
    expect(own.map(({ text, indicator, action }) => [text, indicator, action?.expected, action?.progress])).toEqual([
      ['Offer the substitute at picking', 'in-full', 0.3, null],
      ['Slot data from carrier, daily', 'on-time', null, null],
      ['Count the 40 fastest movers every night', 'in-full', 0.6, 'Running, 2 of 3 weeks'],
      ['Do not release a partial pick without a call', 'in-full', 0.4, 'Agreed'],
      ['Second carrier for Thursday routes', 'on-time', 1.1, 'Contract out'],
    ]);
  });
});

describe('what other goals can come to', () => {
  it.each([
    { what: 'one is there and holding', team: 'depot-east', indicator: 'price-as-promised', verdict: 'there' },
    { what: 'one says not where it starts', team: 'depot-west', indicator: 'on-time', verdict: 'no-start' },
    { what: 'one has too few weeks', team: 'depot-west', indicator: 'service-grade', verdict: 'too-few' },
    { what: 'one needs a change', team: 'depot-south', indicator: 'claims-per-1000', verdict: 'not-without-change' },
    { what: 'one is out of sight', team: 'depot-south', indicator: 'on-time', verdict: 'out-of-sight' },
    { what: 'one has no figure', team: 'repairs', indicator: 'on-time', verdict: 'no-figure' },
    { what: 'one moves away, past its date', team: 'depot-east', indicator: 'on-time', verdict: 'away' },
  ])('nobody can look at how it is that $what', async ({ team, indicator, verdict }) => {
    expect((await routes('design', team)).get(indicator)?.verdict).toBe(verdict);
  });

  it('no goal has ended, or goes by milestones, or is past its date', async () => {
    const all = await goalsOf('design', 'all');
    const ended = all.filter(({ state }) => state === 'ended');
    expect(ended.map(({ id, endedWeek }) => [id, endedWeek])).toEqual([
      ['g-on-time', '2026-W01'],
      ['g-north-resolved-2025', '2026-W14'],
    ]);
    expect(all.filter(({ milestones }) => milestones.length > 0).map(({ id }) => id)).toEqual(['g-south-on-time']);
    const past = all.filter(({ state, due }) => state === 'running' && due < '2026-11-30');
    expect(past.map(({ id }) => id)).toEqual(['g-east-on-time']);
  });

  it('an organisation of nine weeks says more of its goals than it can', async () => {
    const found = [...(await routes('goals-few-weeks', 'depot-north')).values()];
    expect(found.map(({ verdict }) => verdict)).toEqual(['too-few', 'too-few', 'too-few', 'too-few']);
  });

  it('there is a goal, an improvement or a target where none was set', async () => {
    const ask = answering('goals-none');
    expect(Goals.parse(await json(ask, '/api/goals?state=all'))).toEqual({ goals: [], earliestFrom: '2026-W47' });
    expect(Improvements.parse(await json(ask, '/api/improvements')).improvements).toEqual([]);
    const { measure } = (await cardOf('goals-none', null)).reading('on-time') as { measure: { target: unknown } };
    expect(measure.target).toBeNull();
  });

  it('fewer than two hundred teams have goals, or none has eight', async () => {
    const goals = (await goalsOf('many-goals')).filter(({ team }) => team !== null);
    const counts = new Map<string, number>();
    for (const { team } of goals) counts.set(team ?? '', (counts.get(team ?? '') ?? 0) + 1);
    expect(counts.size).toBe(200);
    expect([...new Set(counts.values())].sort()).toEqual([3, 8]);
  });
});
