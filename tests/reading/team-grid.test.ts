import { describe, expect, it } from 'vitest';
import { formats } from '../../src/domain/format.ts';
import { byNeed, columnGroups, columnsOf, filteredRows, gridWords } from '../../src/reading/team-grid-order.ts';
import { gridColumns, gridIndicators, gridRow, gridTeams, seriesOfTeams } from '../../src/reading/team-grid.ts';
import type { GridCell, GridRow } from '../../src/reading/team-grid.ts';
import { Observations } from '../../src/contract/observations.ts';
import { goalRoute } from '../../src/reading/goal-route.ts';
import { readScorecard } from '../../src/reading/read-scorecard.ts';
import { readScope } from '../../src/reading/scope.ts';
import { teamRows } from '../../src/reading/team-tree.ts';
import { observationsPath } from '../../src/api/paths.ts';
import { isoWeekLabel } from '../../src/domain/week.ts';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { goal } from '../features/goals/goals-answers.ts';
import { answering, scorecardInput } from '../features/scorecard/answers.ts';

const words = formats('en-GB');

async function gridOf(scenario: ScenarioName, goals: ReadonlyArray<ReturnType<typeof goal>>) {
  const input = await scorecardInput(scenario);
  const card = readScorecard(input);
  const columns = gridColumns(card, goals);
  const path = observationsPath({
    teams: [],
    by: 'team',
    indicators: gridIndicators(columns),
    span: { from: isoWeekLabel(card.scope.from), to: isoWeekLabel(card.scope.to) },
  });
  const answer = Observations.parse(await (await answering(scenario)(path, {})).json());
  const context = {
    card,
    columns,
    goals,
    answer,
    teams: input.teams,
    byTeam: seriesOfTeams(answer),
    targets: readScope({ ...answer, series: [] }, card.indicators, card.today).targets,
    formats: words,
  };
  const rows = gridTeams(teamRows(input.teams, 'en-GB'), 'Kept').map((team) => gridRow(context, team));
  const cell = (team: string | null, indicator: string): GridCell | undefined =>
    rows.find((row) => row.team.id === team)?.cells[columns.findIndex(({ id }) => id === indicator)];
  return { rows, columns, cell };
}

describe('teams by their goals', () => {
  it('judge a goal of their own otherwise than its own page does', async () => {
    const own = goal('on-time', 93, 95);
    const { cell } = await gridOf('design', [own]);
    const card = readScorecard(await scorecardInput('design', { teams: ['depot-north'] }));
    const route = goalRoute(card, own);
    if (route.kind !== 'read') throw new Error('unread');
    expect(cell('depot-north', 'on-time')).toMatchObject({
      kind: 'judged',
      against: 'goal',
      goal: own.id,
      value: words.figure(route.indicator, route.soFar.now?.value ?? Number.NaN),
      status: { word: 'Act' },
    });
  });

  it('judge an inherited target otherwise than the scorecard, or call it a goal', async () => {
    const { cell } = await gridOf('design', []);
    const card = readScorecard(await scorecardInput('design', { teams: ['depot-south'] }));
    const reading = card.reading('on-time');
    if (reading?.kind !== 'read' || reading.measure.state !== 'figure') throw new Error('no figure');
    const { measure } = reading;
    expect(cell('depot-south', 'on-time')).toMatchObject({
      kind: 'judged',
      against: 'target',
      goal: null,
      value: words.figure(measure.indicator, measure.value),
      gap: `${words.difference(measure.indicator, measure.gap ?? Number.NaN).slice(1)} short of target`,
    });
  });

  it('say nothing of a goal without a start, although its target is in force', async () => {
    const own = goal('on-time', 93, 95, { baseline: null, team: null, id: 'no-start' });
    const { cell } = await gridOf('design', [own]);
    expect(cell(null, 'on-time')).toMatchObject({ kind: 'judged', against: 'target', goal: 'no-start' });
  });

  it('leave out a team, or a goal that no target stands for', async () => {
    const { rows, columns } = await gridOf('no-targets', [goal('on-time', 93, 95)]);
    expect(columns.map(({ id }) => id)).toEqual(['on-time']);
    expect(rows.map(({ team }) => team.id)).toContain('depot-north');
    expect(rows.find(({ team }) => team.id === 'depot-west')?.cells).toEqual([{ kind: 'no-goal' }]);
  });

  it('judge fewer than ten cases', async () => {
    const { rows } = await gridOf('small-numbers', [goal('on-time', 93, 95)]);
    const cells = rows.flatMap((row) => row.cells);
    expect(cells.some((cell) => cell.kind === 'unjudged' && /^Too few to show \(n.=.\d\)$/.test(cell.words))).toBe(
      true,
    );
  });

  it('leave a reader to guess whether more or less is better', async () => {
    const { cell } = await gridOf('design', [goal('on-time', 93, 95)]);
    expect(cell('depot-north', 'on-time')).toMatchObject({
      gap: expect.stringMatching(/^\d.*pp behind plan$/) as string,
    });
    expect(cell('depot-north', 'claims-per-1000')).toMatchObject({
      gap: expect.stringMatching(/^\d.* (short|ahead) of target$/) as string,
    });
  });

  it('break over two hundred teams, or over an indicator that fails', async () => {
    const many = await gridOf('many-teams', []);
    expect(many.rows.length).toBeGreaterThan(200);
    const failing = await gridOf('failing-measure', []);
    expect(failing.cell(null, 'price-realisation')).toMatchObject({ kind: 'unjudged', words: 'Not read' });
  });
});

const judged = (shape: 'act' | 'watch' | 'on', behind: number): GridCell => ({
  kind: 'judged',
  against: 'goal',
  goal: `${shape}-${behind}`,
  value: '90 %',
  status: { shape, word: shape, look: 'fresh' },
  gap: '',
  behind,
});
const row = (id: string | null, ...cells: readonly GridCell[]): GridRow => ({
  team: { id, name: id ?? 'All', above: [] },
  cells,
});
const FEW: GridCell = { kind: 'unjudged', goal: 'few', words: 'Too few to show (n = 4)' };
const ROWS: readonly GridRow[] = [
  row(null, judged('on', 0)),
  row('calm', judged('on', 0), judged('on', -0.1)),
  row('few', FEW, FEW),
  row('watched', judged('watch', 0.2), judged('on', 0)),
  row('worse', judged('watch', 0.4), judged('on', 0)),
  row('acting', judged('act', 0.1), judged('on', 0)),
];

describe('dimensions of the overview', () => {
  it('part what belongs together, or an indicator of the organisation stands apart from its dimension', async () => {
    const card = readScorecard(await scorecardInput('own-indicator'));
    const groups = columnGroups([...card.indicators.values()].filter(({ takesTarget }) => takesTarget));
    const names = groups.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    const priced = groups.find(({ name }) => name === 'Price')?.columns ?? [];
    expect(priced.length).toBeGreaterThan(0);
    expect(priced).toEqual(groups.flatMap(({ columns }) => columns).filter(({ group }) => group === 'price'));
  });
});

describe('order and filters of the overview', () => {
  it('who needs help most does not stand first, or too few cases move a team', () => {
    expect(byNeed(ROWS).map(({ team }) => team.id)).toEqual([null, 'acting', 'worse', 'watched', 'calm', 'few']);
  });

  it.each([
    { filter: { need: 'act', find: '' }, ids: ['acting'] },
    { filter: { need: 'all', find: 'WA' }, ids: ['watched'] },
    { filter: { need: 'watch', find: 'o' }, ids: ['worse'] },
    { filter: { need: 'all', find: ' nobody ' }, ids: [] },
  ] as const)('$filter lets others through', ({ filter, ids }) => {
    expect(filteredRows(ROWS, filter).map(({ team }) => team.id)).toEqual(ids);
  });

  it('the line of counts counts the organisation, or forgets those that are not judged', () => {
    expect(gridWords(ROWS, words)).toBe('5 teams, 10 goals: 1 Act, 2 Watch, 5 On target, 2 not judged');
  });

  it('a dimension shows indicators of another', async () => {
    const card = readScorecard(await scorecardInput('design'));
    const columns = columnsOf(gridColumns(card, []), 'price');
    expect(columns.length).toBeGreaterThan(0);
    expect(new Set(columns.map(({ group }) => group))).toEqual(new Set(['price']));
  });
});
