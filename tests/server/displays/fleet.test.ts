import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BeatAnswer, Display, Displays } from '../../../src/contract/displays.ts';
import { ServiceError } from '../../../src/contract/errors.ts';
import { beatBody, displayWords } from '../auth/every-request.ts';
import { startSignedService, type Browser, type SignedService } from '../auth/signed-service.ts';
import { approve, pairedScreen, waitingScreen, type Screen } from '../auth/test-screen.ts';
import { fill, NOW } from '../http/test-service.ts';

let service: SignedService;
let screen: Screen;
beforeEach(async () => {
  service = await startSignedService();
  await fill(service);
  screen = await pairedScreen(service, 'south');
});
afterEach(async () => {
  await service.remove();
});

const beat = async (more = {}): Promise<BeatAnswer> => {
  const response = await screen.ask('POST', '/api/wall/beat', beatBody(more));
  return BeatAnswer.parse(await response.json());
};
const listed = async (browser: Browser = service.administrator): Promise<Displays> =>
  Displays.parse(await (await browser.ask('GET', '/api/displays')).json());
const command = async (body: unknown, browser: Browser = service.administrator): Promise<Response> =>
  browser.ask('POST', `/api/displays/${screen.id}/commands`, body);
const change = async (revision: number, words: unknown, browser: Browser = service.administrator): Promise<Response> =>
  browser.ask('PUT', `/api/displays/${screen.id}`, { revision, words });
const refusal = async (response: Response): Promise<readonly [number, string | undefined]> => [
  response.status,
  ServiceError.parse(await response.json()).at,
];

describe('the list', () => {
  test('tells something else than what the display said, or for longer than three of its polls', async () => {
    const { code } = await waitingScreen(service);
    const { id } = await approve(service, code, displayWords(null, 'Attic'));
    const fresh = { state: 'waiting', beat: null, createdBy: 'Ada', revision: 1 };
    const found = await listed();
    expect(found.displays[0]).toMatchObject({ ...fresh, id });
    expect(found.displays[1]).toMatchObject({ ...fresh, id: screen.id, state: 'online' });
    await service.administrator.ask('DELETE', `/api/displays/${id}`);
    await beat({ slide: 'second', skewSeconds: -90, problems: ['no disk'] });
    const { displays, build } = await listed();
    expect(build).toBe('b1');
    expect(displays[0]).toMatchObject({ id: screen.id, state: 'online', words: displayWords('south') });
    const said = { ...beatBody({ slide: 'second', skewSeconds: -90, problems: ['no disk'] }), commandSeen: undefined };
    expect(displays[0]?.beat).toEqual({ ...said, at: new Date(NOW).toISOString() });
    service.setNow(NOW + 225_000);
    expect((await listed()).displays[0]?.state).toBe('online');
    service.setNow(NOW + 225_001);
    expect((await listed()).displays[0]?.state).toBe('silent');
  });

  test('keeps what it heard before the service’s clock was set back', async () => {
    service.setNow(NOW + 3_600_000);
    await beat({ slide: 'first' });
    service.setNow(NOW);
    expect((await listed()).displays).toMatchObject([{ state: 'silent' }]);
    await beat({ slide: 'second' });
    expect((await listed()).displays).toMatchObject([{ state: 'online', beat: { slide: 'second' } }]);
  });

  test('is not by name', async () => {
    for (const name of ['Hall 10', 'Hall 2', 'atrium']) await pairedScreen(service, null, displayWords(null, name));
    expect((await listed()).displays.map(({ words }) => words.name)).toEqual([
      'atrium',
      'Hall 2',
      'Hall 10',
      'Kitchen',
    ]);
  });

  test('keeps what was revoked', async () => {
    const answer = await service.administrator.ask('DELETE', `/api/displays/${screen.id}`);
    expect(await answer.json()).toEqual({ displays: [], build: 'b1' });
    expect((await service.administrator.ask('DELETE', `/api/displays/${screen.id}`)).status).toBe(200);
    expect(await refusal(await change(1, displayWords(null)))).toEqual([404, 'id']);
    expect(await refusal(await command({ kind: 'next' }))).toEqual([404, 'id']);
  });
});

describe('rights', () => {
  test('a lead looks after other teams’ displays, takes one away from them, or gives one to them', async () => {
    const south = await service.person('Sue', { role: 'lead', teams: ['south'] });
    const north = await service.person('Nor', { role: 'lead', teams: ['north'] });
    const viewer = await service.person('Vera');
    for (const browser of [north, viewer]) {
      expect((await change(1, displayWords('north'), browser)).status).toBe(403);
      expect((await command({ kind: 'next' }, browser)).status).toBe(403);
      expect((await browser.ask('DELETE', `/api/displays/${screen.id}`)).status).toBe(403);
      expect((await listed(browser)).displays).toHaveLength(1);
    }
    for (const team of ['north', 'iberia', null]) expect((await change(1, displayWords(team), south)).status).toBe(403);
    const { code } = await waitingScreen(service);
    for (const team of ['north', null]) {
      expect((await south.ask('POST', '/api/displays', { code, words: displayWords(team) })).status).toBe(403);
    }
    expect((await change(1, displayWords('south', 'Dock'), south)).status).toBe(200);
    expect((await command({ kind: 'next' }, south)).status).toBe(202);
    expect((await south.ask('POST', '/api/displays', { code, words: displayWords('south') })).status).toBe(201);
    expect((await south.ask('DELETE', `/api/displays/${screen.id}`)).status).toBe(200);
  });
});

describe('words', () => {
  const slide = { id: 'a', seconds: 20, schedule: null };
  test.each([
    ['a team that there is not', { team: ['atlantis'] }, 404, 'words.team'],
    ['a time zone that there is not', { timeZone: 'Europe/Atlantis' }, 400, 'words.timeZone'],
    ['an offset in place of a time zone', { timeZone: '+02:00' }, 400, 'words.timeZone'],
    ['an indicator that there is not', { slides: [{ ...slide, kind: 'trend', indicator: 'x' }] }, 404, 'words.slides'],
    ['staff', { slides: [{ ...slide, kind: 'trend', indicator: 'staff-turnover' }] }, 404, 'words.slides'],
    ['a slide twice', { slides: [1, 2].map(() => ({ ...slide, kind: 'due' })) }, 400, 'words.slides'],
    [
      'a message until a day that there is not',
      { slides: [{ ...slide, kind: 'message', title: 'T', text: 'T', until: '2026-02-30' }] },
      ...([400, 'words.slides'] as const),
    ],
  ])('%s is shown', async (_, words, status, at) => {
    const { code } = await waitingScreen(service);
    const body = { code, words: { ...displayWords(null), ...words } };
    expect(await refusal(await service.administrator.ask('POST', '/api/displays', body))).toEqual([status, at]);
    expect(await refusal(await change(1, body.words))).toEqual([status, at]);
    expect((await listed()).displays).toHaveLength(1);
  });

  test('that stood before an import was undone make a display unchangeable', async () => {
    await service.ctx.db.exec(`delete from teams where team_id = 'south'`);
    await service.ctx.db.exec(`delete from observations where team_id = 'south'`);
    await service.insert('settings', []);
    expect((await change(1, displayWords('south', 'Dock'))).status).toBe(200);
    const board = await screen.ask('GET', '/api/wall/board');
    expect(await board.json()).toMatchObject({
      display: { words: { team: ['south'] } },
      ...{ observations: { teams: ['south'], series: [] }, goals: [], due: [] },
    });
  });

  test('of two people are laid over each other', async () => {
    const changed = Display.parse(await (await change(1, displayWords('south', 'Dock'))).json());
    expect(changed).toMatchObject({ revision: 2, words: { name: 'Dock' } });
    expect(await refusal(await change(1, displayWords('south', 'Hall')))).toEqual([409, 'revision']);
    expect((await beat()).revision).toBe(2);
  });
});

describe('a command', () => {
  test('is told after it was carried out, or once more to a display that was loaded anew', async () => {
    expect((await beat()).command).toBeNull();
    expect((await command({ kind: 'show', slide: 'second' })).status).toBe(202);
    const told = { id: 1, what: { kind: 'show', slide: 'second' } };
    expect((await beat()).command).toEqual(told);
    expect((await beat()).command).toEqual(told);
    expect((await beat({ commandSeen: 1 })).command).toBeNull();
    expect((await beat({ commandSeen: 0 })).command).toBeNull();
  });

  test('to load anew is told again to the display that did', async () => {
    await command({ kind: 'reload' });
    expect((await beat()).command).toEqual({ id: 1, what: { kind: 'reload' } });
    expect((await beat()).command).toBeNull();
    await command({ kind: 'next' });
    expect((await beat()).command).toEqual({ id: 2, what: { kind: 'next' } });
  });

  test('is told for longer than ten minutes, or the one before it', async () => {
    await command({ kind: 'pause' });
    await command({ kind: 'next' });
    service.setNow(NOW + 600_000);
    expect((await beat()).command).toMatchObject({ id: 2 });
    service.setNow(NOW + 600_001);
    expect((await beat()).command).toBeNull();
  });

  test('shows a slide that there is not', async () => {
    expect(await refusal(await command({ kind: 'show', slide: 'third' }))).toEqual([404, 'slide']);
  });

  test('that a display claims to have seen before it was given is never told', async () => {
    await beat({ commandSeen: 9 });
    await command({ kind: 'next' });
    expect((await beat()).command).toMatchObject({ id: 1 });
  });

  test('is swallowed by a display that has seen more than the service knows of, as after a restore', async () => {
    await beat({ commandSeen: 9 });
    await command({ kind: 'next' });
    expect((await beat({ commandSeen: 9 })).command).toMatchObject({ id: 1 });
    expect((await beat({ commandSeen: 1 })).command).toBeNull();
  });
});

test('an open stream misses a change of the display, a command or new data', async () => {
  const response = await screen.ask('GET', '/api/wall/live');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<unknown> =>
    JSON.parse((await reader?.read())?.value?.slice('data: '.length) ?? 'null');
  const other = await pairedScreen(service);
  expect(await next()).toEqual({ dataVersion: 3, build: 'b1', revision: 1, command: 0 });
  await service.administrator.ask('POST', `/api/displays/${other.id}/commands`, { kind: 'next' });
  await change(1, displayWords('south', 'Dock'));
  expect(await next()).toEqual({ dataVersion: 3, build: 'b1', revision: 2, command: 0 });
  await command({ kind: 'next' });
  expect(await next()).toEqual({ dataVersion: 3, build: 'b1', revision: 2, command: 1 });
  await service.insert('settings', []);
  expect(await next()).toEqual({ dataVersion: 4, build: 'b1', revision: 2, command: 1 });
  await reader?.cancel();
  expect(service.ctx.live.listeners()).toBe(0);
});

test('the log does not say who changed, commanded or revoked a display, or names every beat', async () => {
  await beat();
  await change(1, displayWords('south', 'Dock'));
  await command({ kind: 'reload' });
  await service.administrator.ask('DELETE', `/api/displays/${screen.id}`);
  await service.administrator.ask('DELETE', `/api/displays/${screen.id}`);
  await service.ctx.auditQueue.settled();
  const rows = await service.ctx.db.all<{ what: string; detail: string }>(
    `select who_name, what, about, detail from audit where what like '%Display' order by id`,
  );
  const entry = { who_name: 'Ada', about: 'Dock', detail: null };
  expect(rows.slice(2)).toEqual([
    { ...entry, what: 'changeDisplay', detail: 'was Kitchen' },
    { ...entry, what: 'commandDisplay', detail: 'reload' },
    { ...entry, what: 'revokeDisplay' },
    { ...entry, what: 'revokeDisplay' },
  ]);
});

test('approving needs a screen', async () => {
  await expect(approve(service, 'ZZZZZZ')).rejects.toThrow('not-found');
});
