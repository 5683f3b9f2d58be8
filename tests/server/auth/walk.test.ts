import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS, type Endpoint } from '../../../src/contract/endpoints.ts';
import { ApiKeyMade } from '../../../src/contract/api-keys.ts';
import { ServiceError } from '../../../src/contract/errors.ts';
import { mayDo, NOBODY, POLICY, type Principal } from '../../../src/domain/policy.ts';
import { importRoutes } from '../../../server/routes/imports.ts';
import { sampleRoute } from '../../../server/routes/sample.ts';
import { fill } from '../http/test-service.ts';
import {
  annotationBody,
  goalWords,
  improvementWords,
  newId,
  noteBody,
  ofTeams,
  requestTo,
  type Standing,
} from './every-request.ts';
import { dumpOf, NO_JOBS } from './no-jobs.ts';
import { pairedScreen, waitingScreen } from './test-screen.ts';
import { PASSWORD, startSignedService, type Browser, type SignedService } from './signed-service.ts';

/** Who walks: the teams are Iberia with South below it, and North. */
const PEOPLE = {
  viewer: { role: 'viewer', teams: [], records: false },
  reader: { role: 'viewer', teams: [], records: true },
  leadOfSouth: { role: 'lead', teams: ['south'], records: false },
  leadOfIberia: { role: 'lead', teams: ['iberia'], records: false },
  leadOfNone: { role: 'lead', teams: [], records: true },
  editor: { role: 'editor', teams: [], records: false },
  administrator: { role: 'administrator', teams: [], records: false },
} as const;
const TEAMS = ['south', 'iberia', 'north', null] as const;

type Walker = { readonly name: string; readonly principal: Principal; readonly browser: Browser };

let service: SignedService;
let folder: string;
let walkers: readonly Walker[];
let key: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-walk-'));
  const environment = { DATA_DIR: folder };
  service = await startSignedService({ routes: [importRoutes(NO_JOBS), sampleRoute(NO_JOBS)] }, { environment });
  await fill(service);
  const found: Walker[] = [{ name: 'nobody', principal: NOBODY, browser: service.browser() }];
  for (const [name, rights] of Object.entries(PEOPLE)) {
    const browser = await service.person(name, rights);
    const { who } = await browser.session();
    if (who === null) throw new Error(`${name} is not signed in`);
    found.push({ name, principal: who, browser });
  }
  const screen = await pairedScreen(service);
  found.push({ name: 'display', principal: { kind: 'display', id: screen.id, name: 'Kitchen' }, browser: screen });
  walkers = found;
  const made = await service.administrator.ask('POST', '/api/keys', { name: 'nightly', kinds: ['orders'] });
  key = ApiKeyMade.parse(await made.json()).secret;
});
afterAll(async () => {
  await service.remove();
  rmSync(folder, { recursive: true });
});

/** Goal, improvement, minute and annotation of a team, made by the administrator. */
const standingOf = async (team: string | null): Promise<Standing> => {
  const post = async (path: string, body: unknown): Promise<{ id: string; revision: number }> => {
    const response = await service.administrator.ask('POST', path, body);
    if (response.status !== 201) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as { id: string; revision: number };
  };
  return {
    team,
    goal: await post('/api/goals', { id: newId(), author: 'Ada', words: goalWords(team) }),
    improvement: await post('/api/improvements', { id: newId(), author: 'Ada', words: improvementWords(team) }),
    minute: await post(`/api/reviews/2026-W46/minutes${team === null ? '' : `?team=${team}`}`, noteBody(newId())),
    annotation: (await post('/api/annotations', annotationBody(team))).id,
    display: { id: (await pairedScreen(service, team)).id, revision: 1 },
    code: (await waitingScreen(service)).code,
  };
};

const ask = async (
  browser: Browser,
  endpoint: Endpoint,
  standing: Standing,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const { method, path, body } = requestTo(endpoint, standing);
  const response = await browser.ask(method, path, body, headers);
  /* A stream that was opened has told what was asked: it goes on. */
  if (response.headers.get('content-type') === 'text/event-stream') await response.body?.cancel();
  return response;
};

const NONE: Standing = {
  team: null,
  ...{ goal: { id: 'nothing-at-all', revision: 1 }, improvement: { id: 'nothing-at-all', revision: 1 } },
  ...{ minute: { id: 'nothing-at-all', revision: 1 }, annotation: 'nothing-at-all' },
  ...{ display: { id: 'nothing-at-all', revision: 1 }, code: 'ZZZZZZ' },
};

/** Where displays alone ask, a person or a key is nobody: only the cookie of a display counts there. */
const expectRefusal = async (response: Response, principal: Principal, { id }: Endpoint): Promise<void> => {
  const { code, reference } = ServiceError.parse(await response.json());
  const expected =
    principal.kind === 'nobody' || POLICY[id] === 'display' ? [401, 'not-signed-in'] : [403, 'forbidden'];
  expect([response.status, code]).toEqual(expected);
  expect(reference).not.toBe('');
  expect(response.headers.get('cache-control')).toBe('no-store');
};

/** Nothing may have moved by a request that was refused. */
const expectNothingDone = async (
  response: Response,
  { principal, endpoint }: { readonly principal: Principal; readonly endpoint: Endpoint },
  before: string,
): Promise<void> => {
  await expectRefusal(response, principal, endpoint);
  expect(await dumpOf(service.ctx.db)).toBe(before);
};

/**
 * What is asked for is not there, or wrongly asked: that is another refusal than one of rights. A lead of one team asks for
 * the organisation here; which team counts is walked below.
 */
const expectLetIn = ({ name, principal }: Walker, { status }: Response, { id }: Endpoint): void => {
  const lets = status !== 403 && (status !== 401 || id === 'signIn');
  const isLeadElsewhere = principal.kind === 'person' && principal.role === 'lead' && POLICY[id] === 'own-teams';
  expect([name, lets || isLeadElsewhere]).toEqual([name, true]);
};

/** Whoever was signed out is signed in again for the next endpoint. */
const signInAgain = async ({ name, browser }: Walker, token: string | null): Promise<void> => {
  if (token === null || browser.token() === token) return;
  const credentials = { email: `${name.toLowerCase()}@example.org`, password: PASSWORD };
  expect((await browser.ask('POST', '/api/session', credentials)).status).toBe(200);
};

const walk = async (walker: Walker, endpoint: Endpoint): Promise<void> => {
  const { principal, browser } = walker;
  const token = browser.token();
  const before = await dumpOf(service.ctx.db);
  const response = await ask(browser, endpoint, NONE);
  if (mayDo(principal, endpoint.id)) expectLetIn(walker, response, endpoint);
  else await expectNothingDone(response, { principal, endpoint }, before);
  await signInAgain(walker, token);
};

describe.each(ENDPOINTS)('$method $path', (endpoint) => {
  test(`(${endpoint.id}) that lets somebody in against the policy, or keeps somebody out`, async () => {
    expect(walkers).toHaveLength(9);
    for (const walker of walkers) await walk(walker, endpoint);
  });

  test(`(${endpoint.id}) that a key opens which is for imports alone`, async () => {
    const before = await dumpOf(service.ctx.db);
    const response = await ask(service.browser(), endpoint, NONE, { authorization: `Bearer ${key}` });
    const principal: Principal = { kind: 'key', id: 'k', name: 'nightly', kinds: ['orders'] };
    const walker = { name: 'key', principal, browser: service.browser() };
    expect(response.status).toBeGreaterThanOrEqual(200);
    if (mayDo(principal, endpoint.id)) expectLetIn(walker, response, endpoint);
    else await expectNothingDone(response, { principal, endpoint }, before);
  });
});

test('endpoints of teams are walked', () => {
  expect(ofTeams.map(({ id }) => id).toSorted()).toEqual(
    Object.entries(POLICY)
      .flatMap(([id, need]) => (need === 'own-teams' ? [id] : []))
      .toSorted(),
  );
});

/** Asks for one team; where it was let do it, what stands is made anew. */
const walkTeam = async (walker: Walker, endpoint: Endpoint, standing: Standing): Promise<Standing> => {
  const { name, principal, browser } = walker;
  const { team } = standing;
  const before = await dumpOf(service.ctx.db);
  const response = await ask(browser, endpoint, standing);
  if (!mayDo(principal, endpoint.id, team === null ? [] : [team])) {
    await expectNothingDone(response, { principal, endpoint }, before);
    return standing;
  }
  expect([name, response.ok]).toEqual([name, true]);
  await clear();
  return standingOf(team);
};

describe.each(TEAMS.map((team) => ({ team })))('what concerns $team', ({ team }) => {
  let standing: Standing;
  beforeAll(async () => {
    await clear();
    standing = await standingOf(team);
  });

  test.each(ofTeams)('$id that a lead of another team does, or the lead of this one may not', async (endpoint) => {
    expect(standing.team).toBe(team);
    for (const walker of walkers) standing = await walkTeam(walker, endpoint, standing);
  });
});

/** Goals and improvements of one team stand in each other's way: what was made is taken away. */
const clear = async (): Promise<void> => {
  await service.ctx.db.transaction(async (tx) => {
    for (const table of ['goal_versions', 'minutes', 'minute_versions', 'annotation_events'])
      await tx.exec(`delete from ${table}`);
    await tx.exec(`delete from improvements`);
    await tx.exec(`delete from improvement_versions`);
    await tx.exec(`delete from annotations`);
    /* The display that walks stays. */
    const walking = walkers.find(({ principal }) => principal.kind === 'display')?.principal;
    await tx.exec(`delete from displays where display_id <> $1`, [walking?.kind === 'display' ? walking.id : '']);
  });
};

describe('inside of an endpoint', () => {
  test('a change of the process that a lead confirms, or withdraws', async () => {
    const lead = walkers.find(({ name }) => name === 'leadOfSouth')?.browser ?? service.browser();
    const editor = walkers.find(({ name }) => name === 'editor')?.browser ?? service.browser();
    expect((await lead.ask('POST', '/api/annotations', annotationBody('south', 'change'))).status).toBe(403);
    expect((await lead.ask('POST', '/api/annotations', annotationBody('south'))).status).toBe(201);
    const confirmed = await editor.ask('POST', '/api/annotations', annotationBody('south', 'change'));
    expect(confirmed.status).toBe(201);
    const { id } = (await confirmed.json()) as { id: string };
    const withdrawal = { author: 'Eve', reason: 'It was none' };
    expect((await lead.ask('POST', `/api/annotations/${id}/withdrawal`, withdrawal)).status).toBe(403);
    expect((await editor.ask('POST', `/api/annotations/${id}/withdrawal`, withdrawal)).status).toBe(200);
  });

  test('an improvement that a lead gives to another team, or takes from one', async () => {
    await clear();
    const lead = walkers.find(({ name }) => name === 'leadOfSouth')?.browser ?? service.browser();
    const { improvement: mine } = await standingOf('south');
    const { improvement: theirs } = await standingOf('north');
    const change = (words: unknown) => ({ revision: 1, author: 'Eve', words });
    expect((await lead.ask('PUT', `/api/improvements/${mine.id}`, change(improvementWords('north')))).status).toBe(403);
    expect((await lead.ask('PUT', `/api/improvements/${theirs.id}`, change(improvementWords('south')))).status).toBe(
      403,
    );
    expect((await lead.ask('PUT', `/api/improvements/${mine.id}`, change(improvementWords('south')))).status).toBe(200);
  });

  test('an author who was sent, and is not the one who signed in', async () => {
    await clear();
    const editor = walkers.find(({ name }) => name === 'editor')?.browser ?? service.browser();
    const author = async (path: string, body: unknown, field = 'author'): Promise<unknown> => {
      const response = await editor.ask('POST', path, body);
      expect(response.status).toBe(201);
      return ((await response.json()) as Readonly<Record<string, unknown>>)[field];
    };
    const goal = { id: newId(), author: 'Eve', words: goalWords('south') };
    expect(await author('/api/annotations', annotationBody(null))).toBe('editor');
    expect(await author('/api/reviews/2026-W46/minutes', noteBody(newId()))).toBe('editor');
    expect(await author('/api/goals', goal, 'changedBy')).toBe('editor');
    expect(
      await author('/api/improvements', { ...goal, id: newId(), words: improvementWords('south') }, 'changedBy'),
    ).toBe('editor');
    const minute = noteBody(newId());
    await editor.ask('POST', '/api/reviews/2026-W46/minutes', minute);
    const { administrator } = service;
    const changed = await administrator.ask('PUT', `/api/minutes/${minute.id}`, {
      ...minute,
      text: 'Found',
      revision: 1,
      id: undefined,
      kind: undefined,
    });
    expect(await changed.json()).toMatchObject({ author: 'editor', changedBy: 'Ada' });
    const removed = await administrator.ask('DELETE', `/api/minutes/${minute.id}?revision=2&author=Eve`);
    expect(await removed.json()).toMatchObject({ versions: [{ by: 'editor' }, { by: 'Ada' }, { by: 'Ada' }] });
    const dataVersion = await service.ctx.data.version();
    const closing = await administrator.ask('POST', '/api/reviews/2026-W45/closing', {
      author: 'Eve',
      dataVersion,
      spent: [],
    });
    expect(await closing.json()).toMatchObject({ closed: { by: 'Ada' } });
  });
});
