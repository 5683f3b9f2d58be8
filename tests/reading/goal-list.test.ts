import { describe, expect, it } from 'vitest';
import { formats } from '../../src/domain/format.ts';
import { routeAhead } from '../../src/domain/route-ahead.ts';
import { toldAhead } from '../../src/reading/goal-ahead.ts';
import { goalFacts } from '../../src/reading/goal-facts.ts';
import { goalList } from '../../src/reading/goal-list.ts';
import { readScorecard } from '../../src/reading/read-scorecard.ts';
import { routeModel } from '../../src/reading/route-model.ts';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { goal } from '../features/goals/goals-answers.ts';
import { scorecardInput } from '../features/scorecard/answers.ts';

const words = formats('en-GB');

async function listOf(
  scenario: ScenarioName,
  goals: ReadonlyArray<ReturnType<typeof goal>>,
  team: string | null = 'depot-north',
) {
  const input = await scorecardInput(scenario, { teams: team === null ? [] : [team] });
  const card = readScorecard(input);
  return { card, list: goalList(card, goals, team, words) };
}

describe('goals of a team as rows', () => {
  it('are its own alone, who needs help first, then in the scorecard’s order', async () => {
    const { list } = await listOf('design', [
      goal('in-full', 80, 99, { due: '2030-12-29' }),
      goal('right-first-time', 50, 99, { due: '2030-12-29' }),
      goal('on-time', 93, 95),
      goal('on-time', 93, 95, { id: 'south', team: 'depot-south' }),
      goal('on-time', 93, 95, { id: 'all', team: null }),
    ]);
    expect(list.rows.map(({ name, status }) => `${name}: ${status.word}`)).toEqual([
      'On time: Act',
      'Right first time: On target',
      'In full: On target',
    ]);
  });

  it('say what must change a week, one decimal finer than the figure', async () => {
    const { list } = await listOf('design', [goal('on-time', 93, 95)]);
    expect(list.rows[0]?.need.main).toMatch(/^\+0\.\d\d\u00a0pp$/);
    expect(list.rows[0]?.need.sub).toMatch(/^now [−+]\d\.\d\d\u00a0pp$/);
  });

  it('ask for nothing where the goal is reached, and say where its date has passed', async () => {
    const { list } = await listOf('design', [goal('in-full', 50, 60), goal('on-time', 93, 99, { due: '2026-10-25' })]);
    expect(list.rows.map(({ need }) => need.main).toSorted()).toEqual(['Date has passed', 'Only hold']);
  });

  it('say why there is no figure: unknown, planned, failing, too few', async () => {
    const unknown = await listOf('design', [goal('nobody-knows', 1, 2), goal('broken-promise-share', 9, 2)]);
    expect(unknown.list.rows.map(({ name, note }) => `${name}: ${note}`)).toEqual([
      'nobody-knows: Kept knows no indicator of that name',
      'Claims about broken promises: Stands in the catalogue and is not computed yet: no figure to go by',
    ]);
    const failing = await listOf('failing-measure', [goal('price-realisation', 90, 95)]);
    expect(failing.list.rows[0]).toMatchObject({ bar: null, value: { kind: 'words', words: 'No figure' } });
    expect(failing.list.rows[0]?.note).toMatch(/^Not read: .* Reference /);
    const few = await listOf('small-numbers', [goal('on-time', 93, 95, { team: null })], null);
    expect(few.list.rows[0]?.status.word).toBe('Not enough data');
    expect(few.list.rows[0]?.note).toMatch(/^Too few to show \(n = \d\)/);
    const none = await listOf('partial', [goal('repeated-claims', 20, 10)]);
    expect(none.list.rows[0]?.bar).toBeNull();
    expect(none.list.rows[0]?.note).not.toBe('');
  });

  it('show the last known figure hollow, with its week, while the data is late', async () => {
    const { list } = await listOf('stale', [goal('on-time', 93, 95)]);
    expect(list.rows[0]?.status).toMatchObject({ look: 'hollow' });
    expect(list.rows[0]?.status.word).toMatch(/, week 46$/);
    expect(list.rows[0]?.note).toMatch(/late/);
  });

  it('judge a goal without a start by its target, and say that no way can be measured', async () => {
    const { list } = await listOf('design', [goal('on-time', 93, 95, { baseline: null })]);
    expect(list.rows[0]).toMatchObject({
      bar: null,
      note: 'No start is given: judged by its target, without a route',
      status: { word: 'Act' },
    });
    expect(list.differs).toBeNull();
  });

  it('say in one sentence where the scorecard judges otherwise', async () => {
    const { list } = await listOf('design', [goal('on-time', 50, 89, { due: '2030-12-29' })]);
    expect(list.differs).toMatch(/^The scorecard judges by the target in force: On time is Act there \(at least/);
  });
});

describe('the goal in focus', () => {
  it('has its chart before its forecast, on the same axes', async () => {
    const { card, list } = await listOf('design', [goal('on-time', 93, 95)]);
    const route = list.rows[0]?.route;
    if (route?.kind !== 'read') throw new Error('not read');
    const wish = { span: { from: card.week, to: card.week + 30 }, scopeName: 'Depot North' };
    const before = routeModel(card, route, null, wish, words);
    const ahead = toldAhead(routeAhead(route.soFar, route.input), words);
    const after = routeModel(card, route, ahead, wish, words);
    expect(before.forecast).toEqual([]);
    expect(after.forecast.length).toBeGreaterThan(0);
    expect([after.from, after.to, after.travelled]).toEqual([before.from, before.to, before.travelled]);
    expect(after.travelled.at(-1)?.week).toBe(card.week);
    expect(goalFacts(card, route, ahead, words).map(({ name }) => name)).toContain(
      'Chance of being at the goal on 28 Mar',
    );
  });
});
