import { beforeAll, describe, expect, test } from 'vitest';
import { observationsPath } from '../../../src/api/paths.ts';
import { TolerantObservations } from '../../../src/api/read-observations.ts';
import type { Observations } from '../../../src/contract/observations.ts';
import type { Team } from '../../../src/contract/teams.ts';
import { formats } from '../../../src/domain/format.ts';
import { buildSeries } from '../../../src/domain/series.ts';
import { sundayOf } from '../../../src/domain/week.ts';
import { funnelPicture, funnelTeams } from '../../../src/reading/funnel-model.ts';
import { readScorecard, type Reading, type Scorecard } from '../../../src/reading/read-scorecard.ts';
import { sharedScale, teamMultiple } from '../../../src/reading/team-multiples.ts';
import { mixModel } from '../../../src/reading/team-multiples-mix.ts';
import {
  indicatorsByTeam,
  leafTeams,
  readTeams,
  readTeamWeeks,
  teamsBelow,
  type TeamReading,
  type TeamWeek,
} from '../../../src/reading/team-multiples-read.ts';
import { answering, scorecardInput } from '../scorecard/answers.ts';

const FORMATS = formats('en-GB');
type Read = Extract<Reading, { kind: 'read' }>;

const team = (id: string, parent: string | null = null): Team => ({ id, name: id, parent });

async function byTeam(ids: readonly string[], indicator: string): Promise<Observations> {
  const path = observationsPath({ teams: ids, indicators: indicatorsByTeam(indicator), by: 'team', span: 'latest' });
  return TolerantObservations.parse(await (await answering('design')(path, {})).json());
}

let card: Scorecard;
let teams: readonly Team[];
let all: readonly TeamReading[];
let whole: Read;
let answer: Observations;
beforeAll(async () => {
  const input = await scorecardInput('design');
  card = readScorecard(input);
  teams = input.teams;
  const below = teamsBelow(teams, [], 'en-GB');
  answer = await byTeam(
    below.map(({ id }) => id),
    'on-time',
  );
  all = readTeams(card, 'on-time', answer, teams, below);
  const reading = card.reading('on-time');
  if (reading?.kind !== 'read') throw new Error('on-time was not read');
  whole = reading;
});

describe('which teams stand side by side', () => {
  const tree = [team('b'), team('a'), team('a1', 'a'), team('a2', 'a'), team('a1x', 'a1')];

  test.each([
    { chosen: [], below: ['a', 'b'], leaves: ['a1x', 'a2', 'b'] },
    { chosen: ['a'], below: ['a1', 'a2'], leaves: ['a1x', 'a2'] },
    { chosen: ['b', 'a1'], below: ['a1', 'b'], leaves: ['a1x', 'b'] },
    { chosen: ['b'], below: [], leaves: ['b'] },
    // One alone compares nothing.
    { chosen: ['a1'], below: ['a1x'], leaves: ['a1x'] },
  ])('below $chosen: $below, at the ends $leaves; by name, not by rank', ({ chosen, below, leaves }) => {
    expect(teamsBelow(tree, chosen, 'en-GB').map(({ id }) => id)).toEqual(below);
    expect(leafTeams(tree, chosen, 'en-GB').map(({ id }) => id)).toEqual(leaves);
  });

  test('one team above all is not compared with nobody: those below it are taken', () => {
    const company = [team('company'), team('x', 'company'), team('y', 'company')];
    expect(teamsBelow(company, [], 'en-GB').map(({ id }) => id)).toEqual(['x', 'y']);
  });

  test('a ring of parents ends', () => {
    expect(teamsBelow([team('x', 'y'), team('y', 'x')], ['x'], 'en-GB')).toHaveLength(1);
  });
});

describe('small multiples', () => {
  test("a team's figure is the one of its own page", async () => {
    const [first] = all;
    if (first === undefined) throw new Error('no team');
    const own = readScorecard(await scorecardInput('design', { teams: [first.team.id] })).reading('on-time');
    expect(own?.kind === 'read' && own.measure).toEqual(first.reading.measure);
  });

  test('the teams add up to the whole', () => {
    const sums = all.map(({ reading }) => reading.measure);
    const n = sums.reduce((sum, measure) => sum + (measure.state === 'figure' ? measure.denominator : 0), 0);
    expect(whole.measure.state === 'figure' && whole.measure.denominator).toBe(n);
  });

  test('each says value, gap, cases and its signal in words', () => {
    const north = all.find(({ team: { id } }) => id === 'depot-north');
    if (north === undefined) throw new Error('no depot north');
    expect(teamMultiple(north, FORMATS)).toMatchObject({
      name: 'Depot North',
      gap: '−5.2\u00a0pp',
      cases: '917 of 1,021 lines',
      signal: { tone: 'concerning' },
      status: { word: 'Act' },
    });
  });

  test('one scale holds every figure, target and limit that is drawn', () => {
    const scale = sharedScale(all, 104);
    for (const each of all) {
      const { picture } = teamMultiple(each, FORMATS);
      if (picture === null || picture === 'hatch') throw new Error('nothing drawn');
      const values = [
        ...picture.points.flatMap((point) => (point.kind === 'gap' ? [] : [point.value])),
        ...picture.limits.flatMap(({ lower, upper }) => [lower, Math.min(100, upper)]),
        ...picture.targets.map(({ value }) => value),
      ];
      expect(Math.min(...values)).toBeGreaterThanOrEqual(scale.low);
      expect(Math.max(...values)).toBeLessThanOrEqual(scale.high);
    }
  });
});

/** A team with given sums in the week in view and in the one before. */
function withSums(name: string, before: readonly [number, number], now: readonly [number, number]): TeamReading {
  const { week } = whole.measure;
  const series = buildSeries({
    from: week - 1,
    numerators: [before[0], now[0]],
    denominators: [before[1], now[1]],
    coveredTo: sundayOf(week),
    lagDays: 0,
    today: sundayOf(week) + 30,
  });
  return { team: team(name), card, reading: { ...whole, series } };
}

describe('crude and standardised', () => {
  test('where the mix turns the sign round, the warning says so with both figures', () => {
    // Kidney stones (Charig 1986): both strata rise, the whole falls.
    const mix = mixModel(
      card,
      whole,
      [withSums('small', [234, 270], [81, 87]), withSums('large', [55, 80], [192, 263])],
      FORMATS,
    );
    expect(mix?.crude).toEqual({ value: '78.0\u00a0%', change: '−4.6\u00a0pp' });
    expect(mix?.standardised).toEqual({ value: '88.5\u00a0%', change: '+5.9\u00a0pp' });
    expect(mix?.warning).toContain('opposite directions (−4.6\u00a0pp and +5.9\u00a0pp)');
  });

  test('without such a turn there is no warning', () => {
    expect(mixModel(card, whole, all, FORMATS)?.warning).toBeNull();
  });

  test('a team without cases in either week is left out and counted', () => {
    const found = mixModel(
      card,
      whole,
      [withSums('a', [80, 100], [90, 100]), withSums('b', [80, 100], [90, 100]), withSums('c', [0, 0], [5, 10])],
      FORMATS,
    );
    expect(found?.note).toContain('1 team without cases in either week left out');
  });

  test('too few cases, one team alone and counts have no standardised rate', () => {
    expect(mixModel(card, whole, [withSums('a', [1, 2], [1, 2]), withSums('b', [1, 2], [1, 2])], FORMATS)).toBeNull();
    expect(mixModel(card, whole, [withSums('a', [80, 100], [90, 100])], FORMATS)).toBeNull();
    const open = card.reading('open-claims');
    expect(open?.kind === 'read' && mixModel(card, open, all, FORMATS)).toBeNull();
  });
});

describe('funnel', () => {
  const now = () => whole.measure.week;
  const inWeek = (name: string, numerator: number, denominator: number): TeamWeek => ({
    team: team(name),
    sums: { numerator, denominator },
    target: 95,
  });
  const of = (given: ReadonlyArray<readonly [string, number, number]>) =>
    funnelPicture(
      whole.indicator,
      now(),
      given.map(([name, k, n]) => inWeek(name, k, n)),
      FORMATS,
    );

  test('who stands outside is named, in the sentence that a reader hears as in the text', () => {
    const picture = of([
      ['North', 900, 1000],
      ['East', 950, 1000],
      ['South', 850, 1000],
      ['West', 990, 1000],
    ]);
    if (picture.kind !== 'data') throw new Error('no funnel');
    expect(picture.said).toContain('Outside what chance explains (99.8\u00a0%): East, South and West.');
    expect(picture.model.sentence).toContain(picture.said);
    expect(picture.notes.join(' ')).toContain('differ more than chance explains');
  });

  test('teams under 10 cases are not shown, and said to be missing', () => {
    const picture = of([
      ['a', 90, 100],
      ['b', 91, 100],
      ['c', 92, 100],
      ['tiny', 0, 9],
    ]);
    if (picture.kind !== 'data') throw new Error('no funnel');
    expect(picture.model.teams.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(picture.notes).toContain('1 of 4 teams have under 10 cases and are not shown.');
  });

  test('two teams are no funnel, and a count is none at all', () => {
    expect(
      of([
        ['a', 90, 100],
        ['b', 90, 100],
      ]),
    ).toMatchObject({ kind: 'too-little' });
    const open = card.indicators.get('open-claims');
    expect(open !== undefined && funnelPicture(open, now(), [], FORMATS)).toEqual({ kind: 'no-rate' });
  });

  test('the ends of the hierarchy are compared only where they hold the cases of those above them', () => {
    const below = [inWeek('a', 90, 100), inWeek('b', 90, 100)];
    expect(funnelTeams([inWeek('a1', 9, 10)], below)).toBe(below);
    expect(funnelTeams(below, below.slice(0, 1))).toBe(below);
  });

  test('the sums of a week are those of the readings', () => {
    const weeks = readTeamWeeks(
      card,
      'on-time',
      answer,
      teams,
      all.map((each) => each.team),
      now(),
    );
    expect(weeks.map(({ sums, target }) => [sums, target])).toEqual(
      all.map(({ reading: { measure } }) =>
        measure.state === 'figure'
          ? [{ numerator: measure.numerator, denominator: measure.denominator }, measure.target?.value ?? null]
          : null,
      ),
    );
  });
});
