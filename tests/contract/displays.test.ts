import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Board } from '../../src/contract/board.ts';
import { BeatAnswer, Display, Displays, Pairing, WallEvent } from '../../src/contract/displays.ts';
import { sampleSize } from '../../src/domain/small-numbers.ts';
import { indicatorById } from '../../src/domain/catalogue.ts';
import '../setup/node.ts';
import { browserOn } from './accounts.ts';
import { readEvents } from './event-reader.ts';
import { askFor, refusal, type Running } from './implementation.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { json } from './write-requests.ts';

const SIZE = { width: 1920, height: 1080 };

const words = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ name, diagonalInches: 55, distanceMetres: 5, timeZone: 'Europe/Madrid', team: [], dim: null, reloadAt: '03:30' },
  slides: [
    { id: 'first', seconds: 20, schedule: null, kind: 'dimensions' },
    { id: 'second', seconds: 30, schedule: { days: [1, 5], from: '22:00', to: '06:00' }, kind: 'due' },
  ],
  ...more,
});

const beatBody = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ build: 'b', slide: 'first', hearing: 'live', rotation: 'turning', ...SIZE, ratio: 1, skewSeconds: 2 },
  ...{ problems: [], commandSeen: 0 },
  ...more,
});

/** Each screen is a browser of its own: it keeps its cookie, whether the service gave it or the mocks did. */
describe.each(IMPLEMENTATIONS)('$name: displays', ({ start }) => {
  let person: Running;
  beforeAll(async () => {
    person = await start('records');
  });
  afterAll(() => person.stop());

  const askPairing = async (screen: Running): Promise<Pairing> =>
    askFor(screen, Pairing, '/api/wall/pairing', json('POST', SIZE));
  const waiting = async (): Promise<{ readonly screen: Running; readonly code: string }> => {
    const screen = browserOn(person);
    const pairing = await askPairing(screen);
    if (pairing.state !== 'waiting') throw new Error('a new screen is paired already');
    return { screen, code: pairing.code };
  };
  const approve = async (code: string, body: unknown): Promise<Display> =>
    askFor(person, Display, '/api/displays', json('POST', { code, words: body }), 201);
  const paired = async (name: string, more = {}): Promise<{ readonly screen: Running; readonly id: string }> => {
    const { screen, code } = await waiting();
    const { id } = await approve(code, words(name, more));
    expect(await askPairing(screen)).toEqual({ state: 'paired', name });
    return { screen, id };
  };
  const beat = async (screen: Running, more = {}): Promise<BeatAnswer> =>
    askFor(screen, BeatAnswer, '/api/wall/beat', json('POST', beatBody(more)));
  const listed = async (id: string): Promise<Display | undefined> =>
    (await askFor(person, Displays, '/api/displays')).displays.find((one) => one.id === id);
  const refused = async (path: string, init: RequestInit, status: number, by = person): Promise<unknown> => {
    const { code, at } = await refusal(by, path, init, status);
    return [code, at];
  };

  test('a screen gets another code each time it asks, or none', async () => {
    const { screen, code } = await waiting();
    const again = await askPairing(screen);
    expect(again).toMatchObject({ state: 'waiting', code });
    if (again.state !== 'waiting') return;
    expect(Date.parse(again.expiresAt) - Date.parse(again.now)).toBeGreaterThan(10 * 60_000);
    expect(Date.parse(again.expiresAt) - Date.parse(again.now)).toBeLessThanOrEqual(15 * 60_000);
    expect(again.address).toMatch(/^https?:\/\/.+\/displays$/);
    expect((await waiting()).code).not.toBe(code);
  });

  test('a screen that nobody has approved reads something', async () => {
    for (const screen of [browserOn(person), (await waiting()).screen]) {
      expect(await refused('/api/wall/board', {}, 401, screen)).toEqual(['not-signed-in', undefined]);
      expect(await refused('/api/wall/live', {}, 401, screen)).toEqual(['not-signed-in', undefined]);
      const body = json('POST', beatBody());
      expect(await refused('/api/wall/beat', body, 401, screen)).toEqual(['not-signed-in', undefined]);
    }
  });

  test('what was approved is not what was asked for', async () => {
    const { screen, code } = await waiting();
    const display = await approve(code, words('Kitchen'));
    expect(display).toMatchObject({ words: words('Kitchen'), revision: 1, state: 'waiting', beat: null });
    expect(await listed(display.id)).toEqual(display);
    expect(await askPairing(screen)).toEqual({ state: 'paired', name: 'Kitchen' });
    expect(await refused('/api/displays', json('POST', { code, words: words('Twice') }), 404)).toEqual([
      ...['not-found', 'code'],
    ]);
    const answer = await beat(screen, { slide: 'second' });
    expect(answer).toMatchObject({ revision: 1, command: null });
    expect(answer.nextPollSeconds).toBeGreaterThan(0);
    expect(await listed(display.id)).toMatchObject({ state: 'online', beat: { slide: 'second', skewSeconds: 2 } });
    expect(await askPairing(screen)).toEqual({ state: 'paired', name: 'Kitchen' });
  });

  test.each([
    ['a code that no screen shows', 'ZZZZZZ', {}, 404, ['not-found', 'code']],
    ['a code that can be none', 'zzz', {}, 400, ['bad-request', 'code']],
    ['an unknown team', '', { team: ['atlantis'] }, 404, ['not-found', 'words.team']],
    ['an unknown time zone', '', { timeZone: 'Europe/Atlantis' }, 400, ['bad-request', 'words.timeZone']],
    ['no slide', '', { slides: [] }, 400, ['bad-request', 'words.slides']],
    [
      'an unknown indicator',
      '',
      { slides: [{ id: 'a', seconds: 20, schedule: null, kind: 'trend', indicator: 'x' }] },
      404,
      ['not-found', 'words.slides'],
    ],
    [
      'a slide twice',
      '',
      { slides: [1, 2].map(() => ({ id: 'a', seconds: 20, schedule: null, kind: 'due' })) },
      400,
      ['bad-request', 'words.slides'],
    ],
  ])('%s is approved', async (_, wrongCode, more, status, told) => {
    const code = wrongCode === '' ? (await waiting()).code : wrongCode;
    expect(await refused('/api/displays', json('POST', { code, words: words('W', more) }), status)).toEqual(told);
  });

  test('a change is lost, or written over somebody else’s', async () => {
    const { screen, id } = await paired('Hall');
    const change = (revision: number, name: string): RequestInit => json('PUT', { revision, words: words(name) });
    const path = `/api/displays/${id}`;
    expect(await askFor(person, Display, path, change(1, 'Dock'))).toMatchObject({
      revision: 2,
      words: { name: 'Dock' },
    });
    expect(await refused(path, change(1, 'Yard'), 409)).toEqual(['conflict', 'revision']);
    expect((await beat(screen)).revision).toBe(2);
    const board = await askFor(screen, Board, '/api/wall/board');
    expect(board.display).toEqual({ id, revision: 2, words: words('Dock') });
    expect(await refused('/api/displays/nothing', change(1, 'Yard'), 404)).toEqual(['not-found', 'id']);
  });

  test('a command is not told, told once more when it was carried out, or loads the screen for ever', async () => {
    const { screen, id } = await paired('Canteen');
    const path = `/api/displays/${id}/commands`;
    await askFor(person, Display, path, json('POST', { kind: 'show', slide: 'second' }), 202);
    const { command } = await beat(screen);
    expect(command?.what).toEqual({ kind: 'show', slide: 'second' });
    expect((await beat(screen)).command).toEqual(command);
    expect((await beat(screen, { commandSeen: command?.id ?? 0 })).command).toBeNull();
    await askFor(person, Display, path, json('POST', { kind: 'reload' }), 202);
    expect((await beat(screen)).command?.what).toEqual({ kind: 'reload' });
    expect((await beat(screen)).command).toBeNull();
    expect(await refused(path, json('POST', { kind: 'show', slide: 'third' }), 404)).toEqual(['not-found', 'slide']);
    expect(await refused(path, json('POST', { kind: 'dance' }), 400)).toEqual(['bad-request', 'kind']);
    expect(await refused('/api/displays/nothing/commands', json('POST', { kind: 'next' }), 404)).toEqual([
      ...['not-found', 'id'],
    ]);
  });

  test('the board holds a field with a name in it, a small number or a figure without its place', async () => {
    const { screen } = await paired('Office');
    const response = await screen.ask('/api/wall/board');
    const tag = response.headers.get('etag') ?? '';
    const body: unknown = await response.json();
    const board = Board.parse(body);
    /* What the schema does not know falls away by parsing. */
    expect(body).toEqual(board);
    expect(JSON.stringify(body)).not.toMatch(/"(?:owner|author|lead|reason|changedBy|changedAt|closedBy)":/);
    const { series, weeks, withheld } = board.observations;
    expect(series.length).toBeGreaterThan(10);
    for (const { indicator: id, numerators, denominators } of series) {
      const indicator = indicatorById(id) ?? null;
      expect([id, numerators.length, denominators.length]).toEqual([id, weeks, weeks]);
      expect(indicator?.group).not.toBe('staff');
      const small = denominators.filter(
        (cases) => indicator !== null && cases !== null && sampleSize(indicator, cases) === 'too-few',
      );
      expect([id, small]).toEqual([id, []]);
      expect(numerators.map((sum) => sum === null)).toEqual(denominators.map((sum) => sum === null));
    }
    for (const one of withheld) expect(one.weeks.length).toBeGreaterThan(0);
    const pairs = board.goals.map(({ indicator, team }) => JSON.stringify([indicator, team])).toSorted();
    const shown = (board.goalObservations?.series ?? []).map(({ indicator, team }) =>
      JSON.stringify([indicator, team]),
    );
    expect(shown.toSorted()).toEqual([...new Set(pairs)]);
    const again = await screen.ask('/api/wall/board', { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('a stream misses a change, or outlives the display', async () => {
    const { screen, id } = await paired('Stairs');
    const events = readEvents(await screen.ask('/api/wall/live'));
    expect(WallEvent.parse(await events.next())).toMatchObject({ revision: 1 });
    await askFor(person, Display, `/api/displays/${id}`, json('PUT', { revision: 1, words: words('Lift') }));
    expect(WallEvent.parse(await events.next())).toMatchObject({ revision: 2 });
    await askFor(person, Displays, `/api/displays/${id}`, { method: 'DELETE' });
    expect(await events.next()).toBeUndefined();
  });

  test('a revoked display reads on, or cannot be paired again', async () => {
    const { screen, id } = await paired('Roof');
    await beat(screen);
    const left = await askFor(person, Displays, `/api/displays/${id}`, { method: 'DELETE' });
    expect(left.displays.some((one) => one.id === id)).toBe(false);
    expect(await refused('/api/wall/board', {}, 401, screen)).toEqual(['not-signed-in', undefined]);
    expect((await askPairing(screen)).state).toBe('waiting');
    expect(await refused('/api/displays/nothing', { method: 'DELETE' }, 404)).toEqual(['not-found', 'id']);
  });
});
