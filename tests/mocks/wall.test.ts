import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everyKindScreen } from '../../mocks/fixtures/displays.ts';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { Board } from '../../src/contract/board.ts';
import { BeatAnswer, Display, Displays, Pairing } from '../../src/contract/displays.ts';
import { DIMENSIONS } from '../../src/domain/catalogue-types.ts';
import { formats } from '../../src/domain/format.ts';
import { dimensionGrade } from '../../src/domain/grade.ts';
import { readScorecard } from '../../src/reading/read-scorecard.ts';
import { tileModel, valueText } from '../../src/reading/tile-model.ts';
import { answering } from '../features/scorecard/answers.ts';

const NOW = '2026-11-30T07:41:00.000Z';

const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const beat = (more: object = {}): RequestInit =>
  post({
    ...{ build: 'mocks', slide: null, hearing: 'live', rotation: 'turning', width: 1920, height: 1080, ratio: 1 },
    ...{ skewSeconds: null, problems: [], commandSeen: 0, ...more },
  });
const size = post({ width: 1920, height: 1080 });

type Screen = (path: string, init?: RequestInit) => Promise<{ readonly status: number; readonly body: unknown }>;

/** One browser that keeps its cookie, on one mocked service. */
const screenOn = (ask: ReturnType<typeof answering>): Screen => {
  let cookie = '';
  return async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await ask(path, { ...init, headers });
    const [line] = response.headers.getSetCookie();
    if (line !== undefined) cookie = line.split(';', 1)[0] ?? '';
    return { status: response.status, body: await response.json() };
  };
};

const screenOf = (scenario: ScenarioName): Screen => screenOn(answering(scenario));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) });
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (seconds: number): void => {
  vi.setSystemTime(Date.now() + seconds * 1000);
};

describe('the board of the mocks', () => {
  it('says other figures than the pictures of the wall', async () => {
    const board = Board.parse((await screenOf('wall')('/api/wall/board')).body);
    const card = readScorecard({
      ...{ observations: { ...board.observations, annotations: [], restatements: [] }, catalogue: board.catalogue },
      ...{ teams: board.teams, health: { ...board.health, now: NOW }, fallbackNow: 0 },
      ...{ week: 'latest', compare: 'previous-week' },
    });
    const words = formats(board.catalogue.organisation.locale);
    const grades = DIMENSIONS.map((id) => {
      const parts = [...card.indicators.values()].flatMap((indicator) => {
        const reading = indicator.group === id ? card.reading(indicator.id) : null;
        if (reading?.kind !== 'read') return [];
        const { measure } = reading;
        return [{ indicator, value: measure.state === 'figure' ? measure.value : null, weight: 1 }];
      });
      return [id, words.number(dimensionGrade(parts).grade ?? 0, 1)];
    });
    expect(grades).toEqual([
      ['quality', '7.2'],
      ['quantity', '6.1'],
      ['opportunity', '5.3'],
      ['price', '8.0'],
    ]);
    const values = ['promise-kept', 'right-first-time', 'in-full', 'on-time', 'price-as-promised', 'repeated-claims'];
    const shown = values.map((id) => {
      const reading = card.reading(id);
      if (reading === null) throw new Error(`nothing of ${id}`);
      return valueText(tileModel(card, reading, words)).replaceAll('\u00a0', ' ');
    });
    expect(shown).toEqual(['82.6 %', '96.1 %', '93.8 %', '91.4 %', '98.9 %', '11.8 %']);
    expect([board.health.dataTo, board.display.words.slides.map(({ kind }) => kind)]).toEqual([
      '2026-11-15',
      ['dimensions', 'trend', 'trend', 'promise'],
    ]);
  });

  it.each<ScenarioName>(['wall', 'wall-every-slide', 'wall-late', 'wall-empty', 'wall-small'])(
    'is none of the contract in %s, or names people',
    async (scenario) => {
      const { status, body } = await screenOf(scenario)('/api/wall/board');
      expect(status).toBe(200);
      expect(Board.parse(body)).toEqual(body);
      expect(JSON.stringify(body)).not.toMatch(/Adeyemi|Bakker|Voss|Nair|Duarte|"(owner|author|lead|changedBy)"/);
    },
  );

  it('is sent again though nothing moved', async () => {
    const ask = answering('wall');
    const first = await ask('/api/wall/board', {});
    const etag = first.headers.get('etag') ?? '';
    pass(3600);
    const again = await ask('/api/wall/board', { headers: { 'if-none-match': etag } });
    expect([etag, again.status]).toEqual([expect.stringMatching(/^".+"$/), 304]);
  });
});

describe('screens of the mocks', () => {
  it('stay unpaired, forget their code between two polls, or keep a secret that was used up', async () => {
    const screen = screenOf('wall-new');
    const begun = Pairing.parse((await screen('/api/wall/pairing', size)).body);
    expect((await screen('/api/wall/board')).status).toBe(401);
    pass(5);
    const waits = Pairing.parse((await screen('/api/wall/pairing', size)).body);
    expect(waits).toEqual({ ...begun, now: '2026-11-30T07:41:05.000Z' });
    pass(4);
    expect((await screen('/api/wall/pairing', size)).body).toEqual({ state: 'paired', name: 'Entrance hall' });
    expect((await screen('/api/wall/board')).status).toBe(200);
  });

  it('know a code for longer than 15 minutes', async () => {
    const ask = answering('design');
    const screen = screenOn(ask);
    const first = Pairing.parse((await screen('/api/wall/pairing', size)).body);
    if (first.state !== 'waiting') throw new Error('nobody has approved it');
    pass(15 * 60);
    const [shown] = everyKindScreen;
    const approval = await ask('/api/displays', post({ code: first.code, words: shown?.display.words }));
    expect(await approval.json()).toMatchObject({ code: 'not-found', at: 'code' });
    const next = Pairing.parse((await screen('/api/wall/pairing', size)).body);
    expect(next).not.toMatchObject({ code: first.code });
  });

  it('are sent the command to load themselves anew again after they have', async () => {
    const ask = answering('wall');
    const screen = screenOn(ask);
    await screen('/api/wall/beat', beat());
    const told = await ask('/api/displays/wall/commands', post({ kind: 'reload' }));
    expect([told.status, Display.parse(await told.json()).id]).toEqual([202, 'wall']);
    const command = async (): Promise<unknown> =>
      BeatAnswer.parse((await screen('/api/wall/beat', beat())).body).command?.what;
    expect([await command(), await command()]).toEqual([{ kind: 'reload' }, undefined]);
    await ask('/api/displays/wall/commands', post({ kind: 'next' }));
    expect([await command(), await command()]).toEqual([{ kind: 'next' }, { kind: 'next' }]);
    expect(BeatAnswer.parse((await screen('/api/wall/beat', beat({ commandSeen: 2 }))).body).command).toBeNull();
  });

  it('go on reading after they were revoked, or cannot be paired again', async () => {
    const screen = screenOf('wall-revoked');
    expect((await screen('/api/wall/board')).status).toBe(200);
    pass(10);
    expect((await screen('/api/wall/beat', beat())).body).toMatchObject({ code: 'not-signed-in' });
    expect((await screen('/api/wall/pairing', size)).body).toMatchObject({ state: 'waiting' });
  });

  it('are heard after the first figures where the service is lost, or take no new build', async () => {
    const ask = answering('wall-lost');
    expect((await ask('/api/wall/beat', beat())).status).toBe(200);
    expect((await ask('/api/wall/board', {})).status).toBe(200);
    await expect(ask('/api/wall/beat', beat())).rejects.toThrow('Failed to fetch');
    const screen = screenOf('wall-new-build');
    const build = async (): Promise<string> => BeatAnswer.parse((await screen('/api/wall/beat', beat())).body).build;
    const before = await build();
    pass(15);
    expect([before, await build()]).toEqual(['mocks', 'mocks-2']);
  });
});

describe('the fleet of the mocks', () => {
  const listed = async (ask: ReturnType<typeof answering>): Promise<Displays> =>
    Displays.parse(await (await ask('/api/displays', {})).json());

  it('lacks a state', async () => {
    const { displays, build } = await listed(answering('fleet'));
    expect(displays.map(({ words, state, beat: last }) => [words.name, state, last?.skewSeconds, last?.build])).toEqual(
      [
        ['Canteen', 'waiting', undefined, undefined],
        ['Entrance hall', 'online', 0.4, build],
        ['Loading bay', 'silent', 0.4, build],
        ['Meeting room 2', 'online', -243, build],
        ['Office South', 'online', 0.4, 'mocks-0'],
      ],
    );
  });

  it('goes silent by itself, or does not do what it is told', async () => {
    const ask = answering('fleet');
    pass(600);
    await ask('/api/displays/hall/commands', post({ kind: 'next' }));
    await ask('/api/displays/meeting-room/commands', post({ kind: 'play' }));
    await ask('/api/displays/office-south/commands', post({ kind: 'reload' }));
    const { displays, build } = await listed(ask);
    const of = (id: string): Display['beat'] => displays.find((each) => each.id === id)?.beat ?? null;
    expect(displays.filter(({ state }) => state === 'online').map(({ id }) => id)).toEqual([
      'hall',
      'meeting-room',
      'office-south',
    ]);
    expect(of('hall')).toMatchObject({ slide: 'trend-retention-12-week', at: '2026-11-30T07:51:00.000Z' });
    expect(of('meeting-room')).toMatchObject({ rotation: 'turning' });
    expect(of('office-south')).toMatchObject({ build, problems: [] });
  });

  it('lets a lead have displays of other teams, or give one away', async () => {
    const ask = answering('fleet-lead');
    const words = (await listed(ask)).displays.find(({ id }) => id === 'loading-bay')?.words;
    const put = async (id: string, team: readonly string[]): Promise<readonly unknown[]> => {
      const init = { ...post({ revision: 1, words: { ...words, team } }), method: 'PUT' };
      const response = await ask(`/api/displays/${id}`, init);
      const { code, at } = (await response.json()) as { code?: string; at?: string };
      return [response.status, code, at];
    };
    expect(await put('office-south', ['depot-north'])).toEqual([403, 'forbidden', undefined]);
    expect(await put('loading-bay', ['depot-south'])).toEqual([403, 'forbidden', 'words.team']);
    expect(await put('loading-bay', [])).toEqual([403, 'forbidden', 'words.team']);
    expect(await put('loading-bay', ['repairs'])).toEqual([200, undefined, undefined]);
  });
});
