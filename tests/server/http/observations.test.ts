import { afterEach, beforeEach, expect, test } from 'vitest';
import { Observations } from '../../../src/contract/observations.ts';
import { covers, day, fill, SMILES, startTestService, week, weekly, type TestService } from './test-service.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
});
afterEach(async () => service.remove());

const ask = async (query = ''): Promise<Observations> => {
  const response = await service.get(`/api/observations${query}`);
  expect(response.status).toBe(200);
  return Observations.parse(await response.json());
};

const numeratorsOf = (
  answer: Observations,
  indicator: string,
  team: string | null = null,
): ReadonlyArray<number | null> => {
  const series = answer.series.find((one) => one.indicator === indicator && one.team === team);
  if (series === undefined) throw new Error(`no series of ${indicator}`);
  return series.numerators;
};

const RANGE = 'from=2026-W40&to=2026-W47';

test('the organisation is the sum of all teams, and weeks beyond the data are null, not zero', async () => {
  await fill(service);
  const answer = await ask(`?${RANGE}`);
  expect(numeratorsOf(answer, 'on-time')).toEqual([135, 136, 137, 138, 139, 140, 141, null]);
  expect(answer.series[0]?.denominators).toEqual([160, 160, 160, 160, 160, 160, 160, null]);
  expect(answer.series[0]?.coveredTo).toBe('2026-11-15');
  expect({ from: answer.from, weeks: answer.weeks, teams: answer.teams }).toEqual({
    from: '2026-W40',
    weeks: 8,
    teams: [],
  });
});

test('a team means all teams below it too, and a team named beside its parent is not counted twice', async () => {
  await fill(service);
  expect(numeratorsOf(await ask(`?team=iberia&${RANGE}`), 'on-time')[0]).toBe(95);
  expect(numeratorsOf(await ask(`?team=iberia&team=south&${RANGE}`), 'on-time')[0]).toBe(95);
  expect(numeratorsOf(await ask(`?team=north&team=south&${RANGE}`), 'on-time')[0]).toBe(130);
});

test('by team there is one series for each named team, its own teams included', async () => {
  await fill(service);
  const answer = await ask(`?team=iberia&team=north&by=team&${RANGE}`);
  expect(answer.series.map(({ team, numerators }) => [team, numerators[0]])).toEqual([
    ['iberia', 95],
    ['north', 40],
  ]);
});

test('without a range the answer ends with the last week that has data and is 209 weeks long', async () => {
  await fill(service);
  await service.insert('coverage', [covers('order_lines', null, '2026-11-16', '2026-11-17')]);
  const answer = await ask();
  expect(answer.weeks).toBe(209);
  expect(answer.series[0]?.coveredTo).toBe('2026-11-17');
  expect(numeratorsOf(answer, 'on-time').slice(-3)).toEqual([140, 141, 0]);
});

test('a week that no import covered is a gap, and a covered week without rows is a zero', async () => {
  await service.insert('observations', weekly('claims-opened', 'a', '2026-W40', [[3, 0], [4, 0], null, [5, 0]]));
  await service.insert('coverage', [
    covers('claims', null, '2026-09-28', '2026-10-04'),
    covers('claims', null, '2026-10-12', '2026-11-15'),
  ]);
  const answer = await ask('?from=2026-W40&to=2026-W44');
  expect(numeratorsOf(answer, 'claims-opened')).toEqual([3, null, 0, 5, 0]);
});

test('a late team makes the weeks that it owes a gap for the organisation, not for the others', async () => {
  await fill(service);
  await service.insert(
    'observations',
    weekly('claims-opened', 'south', '2026-W44', [
      [1, 0],
      [1, 0],
      [1, 0],
    ]),
  );
  await service.insert(
    'observations',
    weekly('claims-opened', 'north', '2026-W44', [
      [2, 0],
      [2, 0],
    ]),
  );
  await service.insert('coverage', [
    covers('claims', 'south', '2026-10-26', '2026-11-15'),
    covers('claims', 'north', '2026-10-26', '2026-11-08'),
  ]);
  expect(numeratorsOf(await ask('?from=2026-W44&to=2026-W46'), 'claims-opened')).toEqual([3, 3, null]);
  expect(numeratorsOf(await ask('?team=south&from=2026-W44&to=2026-W46'), 'claims-opened')).toEqual([1, 1, 1]);
});

test('an indicator that needs two kinds is covered where both are, and has no data where one is missing', async () => {
  await fill(service);
  await service.insert(
    'observations',
    weekly('promise-kept', 'south', '2026-W40', [
      [8, 10],
      [8, 10],
      [8, 10],
    ]),
  );
  expect((await ask(`?${RANGE}`)).series.map(({ indicator }) => indicator)).toEqual(['on-time']);
  await service.insert('coverage', [covers('claims', null, '2026-10-05', '2026-10-18')]);
  const answer = await ask('?from=2026-W40&to=2026-W43');
  expect(numeratorsOf(answer, 'promise-kept')).toEqual([null, 8, 8, null]);
});

test('stocks come back accumulated from their first week, however late the range begins', async () => {
  await service.insert('observations', weekly('open-claims', 'a', '2026-W30', [[7, 0], null, [-2, 0], [4, 0]]));
  await service.insert('observations', weekly('open-claims', 'b', '2026-W31', [[1, 0]]));
  await service.insert('coverage', [covers('claims', null, '2026-07-20', '2026-11-15')]);
  expect(numeratorsOf(await ask('?from=2026-W30&to=2026-W35'), 'open-claims')).toEqual([7, 8, 6, 10, 10, 10]);
  expect(numeratorsOf(await ask('?from=2026-W33&to=2026-W34'), 'open-claims')).toEqual([10, 10]);
});

test('scaled numerators are answered in true units', async () => {
  await service.insert('observations', weekly('service-grade', 'a', '2026-W46', [[7_250_000, 1]]));
  await service.insert('coverage', [covers('evaluations', null, '2026-11-09', '2026-11-15')]);
  expect(numeratorsOf(await ask('?from=2026-W46&to=2026-W46'), 'service-grade')).toEqual([7.25]);
});

const restatement = (
  indicator: string,
  team: string,
  label: string,
  was: readonly number[],
  now: readonly number[],
  importId: number,
) => ({
  import_id: importId,
  indicator_id: indicator,
  team_id: team,
  week: week(label),
  was_numerator: was[0] ?? 0,
  was_denominator: was[1] ?? 0,
  now_numerator: now[0] ?? 0,
  now_denominator: now[1] ?? 0,
  at: Date.parse('2026-11-12T06:00:00Z') + importId,
});

test('a restated week says what it was when it first became final, over all teams and changes of the scope', async () => {
  await fill(service);
  await service.insert('restatements', [
    restatement('on-time', 'south', '2026-W41', [85, 90], [88, 95], 2),
    restatement('on-time', 'south', '2026-W41', [88, 95], [91, 100], 3),
    restatement('on-time', 'north', '2026-W41', [39, 50], [40, 50], 3),
  ]);
  const whole = await ask(`?${RANGE}`);
  expect(whole.restatements).toEqual([
    {
      indicator: 'on-time',
      team: null,
      week: '2026-W41',
      wasNumerator: 136 - 7,
      wasDenominator: 160 - 10,
      at: '2026-11-12T06:00:00.003Z',
      importId: 3,
    },
  ]);
  const north = await ask(`?team=north&${RANGE}`);
  expect(north.restatements.map(({ wasNumerator, wasDenominator }) => [wasNumerator, wasDenominator])).toEqual([
    [39, 50],
  ]);
  expect((await ask(`?team=iberia&team=north&by=team&${RANGE}`)).restatements.map(({ team }) => team)).toEqual([
    'iberia',
    'north',
  ]);
});

test('a restated flow restates the later levels that were final then', async () => {
  await service.insert(
    'observations',
    weekly('open-claims', 'a', '2026-W40', [
      [7, 0],
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 0],
    ]),
  );
  await service.insert('coverage', [covers('claims', null, '2026-09-28', '2026-11-15')]);
  await service.insert('restatements', [restatement('open-claims', 'a', '2026-W41', [0, 0], [1, 0], 5)]);
  const answer = await ask('?from=2026-W40&to=2026-W46');
  expect(answer.restatements.map((one) => [one.week, one.wasNumerator])).toEqual([
    ['2026-W41', 7],
    ['2026-W42', 8],
    ['2026-W43', 9],
    ['2026-W44', 10],
  ]);
});

test('targets are those of the organisation, of the named teams and of those above, entering force up to the end of the range', async () => {
  await fill(service);
  const goal = (id: string, team: string | null, from: string, target: number, recordedAt = 0) => ({
    goal_id: id,
    indicator_id: 'on-time',
    team_id: team,
    baseline: null,
    target,
    from_week: week(from),
    due_day: day('2026-12-31'),
    owner: null,
    recorded_at: recordedAt,
  });
  await service.insert('goals', [
    goal('g1', null, '2025-W01', 90),
    goal('g2', null, '2026-W41', 93, 1),
    goal('g2-later', null, '2026-W41', 94, 2),
    goal('g3', 'south', '2026-W01', 95),
    goal('g4', 'north', '2026-W01', 80),
    goal('g5', null, '2026-W48', 99),
    goal('g6', 'iberia', '2026-W02', 92),
  ]);
  const targets = (await ask(`?team=south&${RANGE}`)).targets.map(({ team, from, value }) => [team, from, value]);
  expect(targets).toEqual([
    [null, '2025-W01', 90],
    ['south', '2026-W01', 95],
    ['iberia', '2026-W02', 92],
    [null, '2026-W41', 94],
  ]);
});

test('annotations of the scope and of everyone are told, and improvements in effect stand on repeated claims', async () => {
  await fill(service);
  const annotation = (id: string, date: string, indicator: string | null, team: string | null) => ({
    annotation_id: id,
    day: day(date),
    week: Math.floor((day(date) + 3) / 7),
    text: id,
    indicator_id: indicator,
    team_id: team,
    kind: 'note',
    author: 'Ana',
    reason: null,
  });
  await service.insert('annotations', [
    annotation('everyone', '2026-10-01', null, null),
    annotation('north alone', '2026-10-02', 'on-time', 'north'),
    annotation('south alone', '2026-10-03', 'on-time', 'south'),
    annotation('too early', '2026-09-27', null, null),
  ]);
  await service.insert('improvements', [
    { improvement_id: 'fix', title: 'New seal', cause_id: 'leak', owner: 'Luz', effective_day: day('2026-10-20') },
    { improvement_id: 'idea', title: 'An idea', cause_id: 'leak', owner: null, effective_day: null },
  ]);
  const answer = await ask(`?team=iberia&${RANGE}`);
  expect(answer.annotations.map(({ id, indicator, kind }) => [id, indicator, kind])).toEqual([
    ['everyone', null, 'note'],
    ['south alone', 'on-time', 'note'],
    ['improvement:fix', 'repeated-claims', 'improvement'],
  ]);
  const onTime = await ask(`?team=iberia&indicator=on-time&${RANGE}`);
  expect(onTime.annotations.map(({ id }) => id)).toEqual(['everyone', 'south alone']);
});

test('own indicators work like built-in ones: covered where their observations were sent', async () => {
  await fill(service);
  await service.insert('indicators', [SMILES]);
  const sent = weekly('smiles', 'north', '2026-W43', [[5, 0], null, [0, 0]]);
  await service.insert(
    'sent_observations',
    sent.map((row, index) => ({ ...row, observation_id: `o${index}` })),
  );
  await service.insert(
    'observations',
    sent.filter((row) => row['numerator'] !== 0),
  );
  const answer = await ask('?indicator=smiles&from=2026-W42&to=2026-W46');
  expect(numeratorsOf(answer, 'smiles')).toEqual([null, 5, null, 0, null]);
  expect(answer.series[0]?.coveredTo).toBe('2026-11-08');
});

test('an indicator that is asked for by name and has no data comes back as gaps', async () => {
  await fill(service);
  const answer = await ask('?indicator=voice-ratio&from=2026-W45&to=2026-W46');
  expect(answer.series).toEqual([
    { indicator: 'voice-ratio', team: null, numerators: [null, null], denominators: [null, null], coveredTo: null },
  ]);
});

test('an empty service answers an empty list of series for the default range', async () => {
  const answer = await ask();
  expect(answer.series).toEqual([]);
  expect(answer.weeks).toBe(209);
});

test('voided records of the organisation are not shown', async () => {
  await fill(service);
  await service.insert('annotations', [
    { annotation_id: 'x', day: day('2026-10-01'), week: week('2026-W40'), text: 'x', kind: 'note', voided_at: 5 },
  ]);
  expect((await ask(`?${RANGE}`)).annotations).toEqual([]);
});
