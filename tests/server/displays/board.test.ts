import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Board } from '../../../src/contract/board.ts';
import { DISPLAY_COOKIE, pairedScreen, type Screen } from '../auth/test-screen.ts';
import { displayWords, goalWords, improvementWords, newId } from '../auth/every-request.ts';
import { startSignedService, type SignedService } from '../auth/signed-service.ts';
import { covers, day, fill, NOW, SMILES, week, weekly } from '../http/test-service.ts';

const DAY = 86_400_000;

let service: SignedService;
beforeEach(async () => {
  service = await startSignedService();
  await fill(service);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await service.remove();
});

const textOf = async (screen: Screen): Promise<string> => {
  const response = await screen.ask('GET', '/api/wall/board');
  expect(response.status).toBe(200);
  return response.text();
};
const boardOf = async (screen: Screen): Promise<Board> => Board.parse(JSON.parse(await textOf(screen)));

/** No field but those of the contract: zod lets more pass than it knows. */
const expectExact = (text: string): void => {
  expect(JSON.parse(text)).toEqual(Board.parse(JSON.parse(text)));
};

const seriesOf = ({ series }: Board['observations'], indicator: string, team: string | null = null) =>
  series.find((one) => one.indicator === indicator && one.team === team);

const post = async (path: string, body: unknown): Promise<{ readonly id: string }> => {
  const response = await service.administrator.ask('POST', path, body);
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as { id: string };
};
const goal = async (team: string | null, more = {}): Promise<void> => {
  await post('/api/goals', { id: newId(), author: 'Ada', words: { ...goalWords(team), ...more } });
};
const minute = async (text: string, more = {}, at = '2026-W46', team = ''): Promise<void> => {
  const body = { id: newId(), kind: 'decision', indicator: null, text, author: 'Ada', action: null, ...more };
  await post(`/api/reviews/${at}/minutes${team === '' ? '' : `?team=${team}`}`, body);
};
const action = (owner: string, due = '2026-12-01') => ({
  kind: 'action',
  action: { owner, due, cause: null, improvement: null, state: 'open' },
});
const annotation = async (text: string, more = {}): Promise<void> => {
  await post('/api/annotations', {
    ...{ date: '2026-11-10', text, indicator: null, team: null, kind: 'note', author: 'Ada', reason: null },
    ...more,
  });
};

/** Somebody with an account. */
const known = async (name: string, email: string): Promise<void> => {
  const rights = { role: 'viewer', teams: [], records: false };
  const invited = await service.administrator.ask('POST', '/api/people', { name, email, ...rights });
  expect(invited.status).toBe(201);
};

describe('small numbers', () => {
  /** North has 9 cases in W44 and 10 in W45; numbers that stand nowhere else tell a leak. */
  beforeEach(async () => {
    await service.ctx.db.exec(`delete from observations where team_id = 'north'`);
    await service.insert(
      'observations',
      weekly('on-time', 'north', '2026-W43', [
        [31_337, 40],
        [41_337, 9],
        [51_337, 10],
        [61_337, 0],
      ]),
    );
    const restated = (at: string, numerator: number, denominator: number, nowDenominator: number) => ({
      ...{ import_id: 1, indicator_id: 'on-time', team_id: 'north', week: week(at), at: NOW },
      ...{ was_numerator: numerator, was_denominator: denominator, now_numerator: 1, now_denominator: nowDenominator },
    });
    await service.insert('restatements', [
      restated('2026-W43', 71_337, 38, 40),
      restated('2026-W44', 81_337, 12, 9),
      restated('2026-W45', 91_337, 9, 10),
    ]);
  });

  test('reach the display', async () => {
    const screen = await pairedScreen(service, 'north');
    const text = await textOf(screen);
    expectExact(text);
    const { observations } = Board.parse(JSON.parse(text));
    const at = week('2026-W43') - week(observations.from);
    const onTime = seriesOf(observations, 'on-time');
    expect(onTime?.numerators.slice(at, at + 4)).toEqual([31_337, null, 51_337, null]);
    expect(onTime?.denominators.slice(at, at + 4)).toEqual([40, null, 10, null]);
    expect(observations.withheld).toEqual([
      { indicator: 'on-time', team: null, weeks: expect.arrayContaining(['2026-W44', '2026-W46']) as string[] },
    ]);
    expect(observations.withheld[0]?.weeks).not.toContain('2026-W45');
    /* What W43 was before two late cases came would tell of those two. */
    for (const leak of ['41337', '61337', '71337', '81337', '91336', '91337']) expect(text).not.toContain(leak);
  });

  test('reach it as the baseline or the series of a goal', async () => {
    await goal('north', { baseline: { week: '2026-W44', value: 37.1234 } });
    await goal('south', { baseline: { week: '2026-W44', value: 94 } });
    await goal(null, { baseline: { week: '2021-W44', value: 38.1234 } });
    const text = await textOf(await pairedScreen(service));
    expectExact(text);
    const { goals, goalObservations, observations } = Board.parse(JSON.parse(text));
    expect(goals.map(({ team, baseline }) => [team, baseline?.value])).toEqual([
      [null, undefined],
      ['north', undefined],
      ['south', 94],
    ]);
    expect(goalObservations?.series.map(({ team, indicator }) => [team, indicator])).toEqual([
      [null, 'on-time'],
      ['north', 'on-time'],
      ['south', 'on-time'],
    ]);
    const found = goalObservations?.withheld.find(({ team }) => team === 'north');
    expect(found?.weeks).toContain('2026-W44');
    expect(seriesOf(observations, 'on-time')?.denominators.filter((cases) => cases !== null)).toHaveLength(7);
    for (const leak of ['37.1234', '38.1234']) expect(text).not.toContain(leak);
  });

  test('reach it as a baseline that was taken from nine cases, of which there are ten now', async () => {
    await goal('north', { baseline: { week: '2026-W45', value: 39.1234 } });
    const { goals, goalObservations } = await boardOf(await pairedScreen(service));
    expect(goalObservations?.withheld.flatMap(({ weeks }) => weeks)).not.toContain('2026-W45');
    expect(goals.map(({ baseline }) => baseline)).toEqual([null]);
  });
});

test('a small number follows from the organisation less its other teams', async () => {
  await service.ctx.db.exec(
    `update observations set denominator = 9 where team_id = 'north' and week = ${week('2026-W44')}`,
  );
  await service.insert('settings', []);
  await goal('north');
  await goal('iberia');
  const { observations, goalObservations } = await boardOf(await pairedScreen(service));
  const at = week('2026-W44') - week(observations.from);
  const casesOf = (team: string): unknown =>
    goalObservations && seriesOf(goalObservations, 'on-time', team)?.denominators.slice(at, at + 2);
  expect(seriesOf(observations, 'on-time')?.denominators[at]).toBe(119);
  expect([casesOf('north'), casesOf('iberia')]).toEqual([
    [null, 50],
    [null, 110],
  ]);
  expect(goalObservations?.withheld.find(({ team }) => team === 'iberia')?.weeks).toContain('2026-W44');
});

describe('staff', () => {
  test('reaches the display, by series, target, goal, annotation, catalogue or decision', async () => {
    await service.insert('observations', weekly('turnover', 'north', '2026-W43', [[515_151, 40]]));
    await service.insert('sent_observations', [
      { ...weekly('turnover', 'north', '2026-W43', [[515_151, 40]])[0], observation_id: 'o1' },
    ]);
    const goalRow = { goal_id: 'g1', indicator_id: 'turnover', team_id: null, baseline: null, target: 616.161 };
    await service.insert('goals', [
      { ...goalRow, from_week: week('2026-W40'), due_day: day('2027-01-01'), owner: null },
    ]);
    await service.insert(
      'annotations',
      [
        {
          annotation_id: 'a1',
          day: day('2026-11-10'),
          week: week('2026-W46'),
          text: 'Leavers',
          indicator_id: 'turnover',
        },
      ].map((row) => ({ ...row, team_id: null, kind: 'note', author: null, reason: null })),
    );
    const people = await service.administrator.ask('GET', '/api/observations');
    expect(await people.text()).toContain('515151');
    const text = await textOf(await pairedScreen(service));
    expectExact(text);
    for (const leak of ['turnover', '515151', '616.161', 'Leavers']) expect(text).not.toContain(leak);
    expect(text).toContain('on-time');
  });
});

describe('names', () => {
  const PEOPLE = ['Ada', 'Bea Núñez', 'Tom Okafor', 'Łukasz Żak', 'Otto Weiß', '田中'];

  beforeEach(async () => {
    await service.insert(
      'customers',
      [
        { customer_id: 'c1', canonical_id: 'c1', name: 'Hotel Sol', kind: 'company' },
        { customer_id: 'c2', canonical_id: 'c2', name: '3M', kind: 'company' },
        { customer_id: 'c3', canonical_id: 'c3', name: 'José Pérez-Gómez', kind: 'person' },
        { customer_id: 'c4', canonical_id: 'c4', name: '12', kind: 'person' },
      ].map((row) => ({
        ...row,
        segment: null,
        since_day: null,
        left_day: null,
        left_reason: null,
        merged_into: null,
      })),
    );
    await service.ctx.db.exec(`update teams set lead = 'Łukasz Żak' where team_id = 'south'`);
    const cause = { cause_id: 'k1', name: 'Late', parent_cause_id: null, class: null, component: null, link: null };
    await service.insert('causes', [{ ...cause, owner: '田中' }]);
    await known('Bea Núñez', 'bea@example.org');
    await goal('south', { owner: 'Tom Okafor' });
    const words = { ...improvementWords(null), owner: 'Otto Weiß', effective: '2026-11-02' };
    await post('/api/improvements', { id: newId(), author: 'Ada', words });
  });

  const NAMING = [
    'Ask Bea',
    'Call nunez back',
    'ＴＯＭ OKAFOR decides',
    'Okafor’s list',
    'LUKASZ has it',
    'for Zak',
    'Weiss knows',
    '田中さんに聞く',
    'Agreed with hotel SOL',
    'Return of (3M)',
    'jose perez gomez wrote',
  ];
  const HARMLESS = ['Beat the queue', 'Solar panels', 'A hotel in Soler street', '12 more drivers', 'On time again'];

  test('of people or customers stand in what the display gets, however they are written', async () => {
    for (const text of [...NAMING, ...HARMLESS]) await annotation(text);
    for (const text of [...NAMING, ...HARMLESS]) await minute(text);
    await minute('Ask Tom Okafor about the slots', { ...action('Tom Okafor'), indicator: 'on-time' });
    const text = await textOf(await pairedScreen(service));
    expectExact(text);
    const board = Board.parse(JSON.parse(text));
    expect(board.observations.annotations.map((one) => one.text).toSorted()).toEqual(
      ['Second carrier', ...HARMLESS].toSorted(),
    );
    expect(board.due.flatMap((one) => one.text ?? []).toSorted()).toEqual(HARMLESS.toSorted());
    expect(board.due.at(-1)).toEqual({
      ...{ kind: 'action', indicator: 'on-time', text: null, due: '2026-12-01', week: '2026-W46' },
    });
    expect(board.due).toHaveLength(NAMING.length + HARMLESS.length + 1);
    const names = [...PEOPLE, 'Hotel Sol', 'José Pérez-Gómez', ...NAMING];
    for (const name of names) expect([name, text.includes(name)]).toEqual([name, false]);
    expect(text).not.toMatch(/"(?:owner|author|lead|reason|changedBy|changedAt|createdBy)"/);
  });

  test('stand in what an indicator of one’s own is', async () => {
    await service.insert('indicators', [{ ...SMILES, definition: 'Smiles that Bea Núñez counted.' }]);
    const text = await textOf(await pairedScreen(service));
    expectExact(text);
    expect(Board.parse(JSON.parse(text)).catalogue.own.map(({ id }) => id)).toEqual(['smiles']);
    expect(text).not.toContain('Núñez');
  });

  test('that came to be known later stay on the wall', async () => {
    await annotation('Carla came back');
    await minute('Dario decides');
    const screen = await pairedScreen(service);
    expect(await textOf(screen)).toMatch(/Carla.*Dario/);
    await known('Dario Rossi', 'dario@example.org');
    expect(await textOf(screen)).not.toContain('Dario');
    await service.insert(
      'customers',
      [{ customer_id: 'c9', canonical_id: 'c9', name: 'Carla', kind: 'person', segment: null, since_day: null }].map(
        (row) => ({ ...row, left_day: null, left_reason: null, merged_into: null }),
      ),
    );
    expect(await textOf(screen)).not.toContain('Carla');
  });

  test('of offices and teams take every text about them', async () => {
    await goal('north', { owner: 'Claims desk of South' });
    await annotation('Fewer claims in the south');
    const { observations } = await boardOf(await pairedScreen(service));
    expect(observations.annotations.map(({ text }) => text)).toContain('Fewer claims in the south');
  });
});

describe('the scope', () => {
  test('of a team holds figures, goals or reviews of others', async () => {
    for (const team of [null, 'iberia', 'south', 'north']) await goal(team);
    await minute('Of everybody');
    await minute('Of Iberia', {}, '2026-W45', 'iberia');
    await minute('Old', {}, '2026-W44', 'iberia');
    await minute('Open since', action('Tom'), '2026-W44', 'iberia');
    await minute('Of North', action('Tom'), '2026-W46', 'north');
    const board = await boardOf(await pairedScreen(service, 'iberia'));
    expect(board.observations.teams).toEqual(['iberia']);
    expect(seriesOf(board.observations, 'on-time')?.denominators.at(-1)).toBe(110);
    expect(board.goals.map(({ team }) => team)).toEqual(['iberia', 'south']);
    expect(board.goalObservations?.series.map(({ team }) => team)).toEqual(['iberia', 'south']);
    expect(board.due.map(({ text, week: at }) => [text, at])).toEqual([
      ['Of Iberia', '2026-W45'],
      ['Open since', '2026-W44'],
    ]);
    const whole = await boardOf(await pairedScreen(service));
    expect(whole.goals.map(({ team }) => team)).toEqual([null, 'iberia', 'north', 'south']);
    expect(whole.due.map(({ text }) => text)).toEqual(['Of everybody']);
  });

  test('without goals asks for figures of goals', async () => {
    const board = await boardOf(await pairedScreen(service));
    expect([board.goals, board.goalObservations]).toEqual([[], null]);
  });
});

describe('the tag', () => {
  const ask = async (screen: Screen, tag = ''): Promise<Response> =>
    screen.ask('GET', '/api/wall/board', undefined, { ...(tag === '' ? {} : { 'if-none-match': tag }) });
  const tagOf = async (screen: Screen): Promise<string> => (await ask(screen)).headers.get('etag') ?? '';

  test('moves by itself, or stays when something of the board moved', async () => {
    const screen = await pairedScreen(service);
    let tag = await tagOf(screen);
    const expectMoved = async (what: string): Promise<void> => {
      const next = await tagOf(screen);
      expect([what, next === tag]).toEqual([what, false]);
      expect([what, (await ask(screen, next)).status]).toEqual([what, 304]);
      tag = next;
    };
    service.setNow(NOW + 60_000);
    expect((await ask(screen, tag)).status).toBe(304);
    await annotation('New carrier');
    await expectMoved('an annotation');
    await minute('Drivers first');
    await expectMoved('a decision');
    await service.administrator.ask('PUT', `/api/displays/${screen.id}`, {
      ...{ revision: 1, words: displayWords(null, 'Dock') },
    });
    await expectMoved('the words');
    await service.insert('coverage', [covers('order_lines', null, '2026-11-16', '2026-11-22')]);
    await expectMoved('data');
  });

  test('follows the day on which a week is complete, without any other change', async () => {
    await service.insert('coverage', [
      covers('order_lines', null, '2026-11-16', '2026-11-22'),
      covers('orders', null, '2026-11-16', '2026-11-22'),
    ]);
    const screen = await pairedScreen(service);
    const first = await boardOf(screen);
    service.setNow(NOW + 7 * DAY);
    expect([first.health.latestWeek, (await boardOf(screen)).health.latestWeek]).toEqual(['2026-W46', '2026-W47']);
  });

  test('is another after a restart, though nothing moved', async () => {
    const screen = await pairedScreen(service);
    const tag = await tagOf(screen);
    const { createApp } = await import('../../../server/app.ts');
    const again = createApp(service.ctx);
    const headers = { host: 'kept.example.org', cookie: `${DISPLAY_COOKIE}=${screen.token() ?? ''}` };
    const response = await again.request('/api/wall/board', { headers: { ...headers, 'if-none-match': tag } });
    expect([response.status, response.headers.get('etag')]).toEqual([304, tag]);
  });

  test('costs a new board each time', async () => {
    const screen = await pairedScreen(service);
    const tag = await tagOf(screen);
    const composed = vi.spyOn(service.ctx.db.background, 'all');
    for (let index = 0; index < 5; index += 1) expect((await ask(screen, tag)).status).toBe(304);
    expect((await ask(screen)).status).toBe(200);
    expect(composed).not.toHaveBeenCalled();
  });

  test('lets a cache between keep a board', async () => {
    const { headers } = await ask(await pairedScreen(service));
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toContain('Cookie');
  });
});

test('an empty service fails to give a board', async () => {
  const empty = await startSignedService();
  const screen = await pairedScreen(empty, null, {
    ...displayWords(null),
    slides: [{ id: 'a', seconds: 20, schedule: null, kind: 'due' }],
  });
  const board = await boardOf(screen);
  expect(board).toMatchObject({ health: { empty: true, latestWeek: null }, due: [], goals: [], teams: [] });
  await empty.remove();
});
