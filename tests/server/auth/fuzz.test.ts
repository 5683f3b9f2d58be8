import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiKeyMade } from '../../../src/contract/api-keys.ts';
import { ENDPOINTS, type Endpoint } from '../../../src/contract/endpoints.ts';
import { ServiceError } from '../../../src/contract/errors.ts';
import { openApiDocument } from '../../../server/http/openapi.ts';
import { importRoutes } from '../../../server/routes/imports.ts';
import { sampleRoute } from '../../../server/routes/sample.ts';
import { fill } from '../http/test-service.ts';
import { annotationBody, goalWords, improvementWords, noteBody } from './every-request.ts';
import { dumpOf, NO_JOBS } from './no-jobs.ts';
import { HOSTILE, valueOf } from './schema-arbitrary.ts';
import { pairedScreen, type Screen } from './test-screen.ts';
import { PASSWORD, startSignedService, type Browser, type SignedService } from './signed-service.ts';

type Json = Readonly<Record<string, unknown>>;

/** Seeded, so that a failure is the same on every machine; enough to meet every field in a quarter of a minute. */
const RUNS = { seed: 2026, numRuns: 30 } as const;

let service: SignedService;
let folder: string;
let key: string;
let screen: Screen;
const callers = new Map<string, Browser>();
const IDS = ['goal-fuzzed-1', 'note-fuzzed-1', 'better-fuzzed-1', 'south', 'iberia', 'on-time', '2026-W46', '1'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-fuzz-'));
  const environment = { DATA_DIR: folder };
  service = await startSignedService({ routes: [importRoutes(NO_JOBS), sampleRoute(NO_JOBS)] }, { environment });
  await fill(service);
  const { administrator: ada } = service;
  await ada.ask('POST', '/api/goals', { id: IDS[0], author: 'Ada', words: goalWords('south') });
  await ada.ask('POST', '/api/reviews/2026-W46/minutes', noteBody(IDS[1] ?? ''));
  await ada.ask('POST', '/api/improvements', { id: IDS[2], author: 'Ada', words: improvementWords('south') });
  await ada.ask('POST', '/api/annotations', annotationBody('south'));
  key = ApiKeyMade.parse(await (await ada.ask('POST', '/api/keys', { name: 'k', kinds: ['orders'] })).json()).secret;
  callers.set('nobody', service.browser());
  callers.set('viewer', await service.person('Vera'));
  callers.set('lead', await service.person('Lea', { role: 'lead', teams: ['south'] }));
  callers.set('administrator', ada);
  screen = await pairedScreen(service);
  IDS.push(screen.id, 'first');
});
afterAll(async () => {
  await service.remove();
  rmSync(folder, { recursive: true });
});

const document = openApiDocument();

const at = (value: unknown, ...keys: readonly string[]): Json =>
  keys.reduce<unknown>((found, name) => (found as Json | undefined)?.[name], value) as Json;

/** Paths with ids that stand, and with texts that no program should put there. */
const pathOf = ({ path }: Endpoint): fc.Arbitrary<string> => {
  const parts = [...path.matchAll(/:(\w+)/g)].map(([part]) => part);
  const odd = [
    '%00',
    '%ff',
    '%',
    '..%2f..',
    "'",
    '%27%20or%201=1',
    'a'.repeat(3000),
    '-1',
    '1.5',
    '99999999999999999999',
  ];
  const value = fc.oneof(fc.constantFrom(...IDS), fc.constantFrom(...odd), fc.stringMatching(/^[\w-]{1,12}$/));
  return fc
    .tuple(...parts.map(() => value))
    .map((values) => parts.reduce<string>((whole, part, index) => whole.replace(part, values[index] ?? ''), path));
};

const spelt = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
};

type Parameter = { readonly name: string; readonly in: string; readonly schema: Json };

/** A query of the parameters that the document names, some left out, some twice, some that nobody knows. */
const queryOf = (operation: Json): fc.Arbitrary<string> => {
  const parameters = ((operation['parameters'] ?? []) as readonly Parameter[]).filter((one) => one.in === 'query');
  const parts = parameters.map(({ name, schema }) =>
    fc
      .array(valueOf(schema, document, IDS), { minLength: 0, maxLength: 2 })
      .map((values) => values.slice(0, schema['type'] === 'array' ? 2 : 1).concat(values.length > 1 ? values[1] : []))
      .map((values) => values.map((value) => `${name}=${spelt(value)}`)),
  );
  const unknown = fc.constantFrom<readonly string[]>([], [], [], ['__proto__=1'], ['%ff=%ff'], ['=']);
  return fc.tuple(...parts, unknown).map((all) => {
    const query = all.flat().join('&');
    return query === '' ? '' : `?${query}`;
  });
};

const HEADERS: ReadonlyArray<Readonly<Record<string, string>>> = [
  ...[{}, {}, {}, {}],
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-16' },
  { authorization: 'Basic x' },
  { authorization: 'Bearer' },
  { cookie: '__Host-kept=;;;=' },
  { 'if-none-match': '*' },
  { 'x-forwarded-for': 'x'.repeat(2000) },
  { 'accept-encoding': 'gzip;q=x, br;q=' },
];

/** A body of the schema, or one that is none at all. */
const bodyOf = (operation: Json): fc.Arbitrary<unknown> => {
  const content = at(operation, 'requestBody', 'content') as Json | undefined;
  if (content === undefined) return fc.constant(undefined);
  const schema = at(content, 'application/json', 'schema') as Json | undefined;
  const texts = fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '"x"',
    '1',
    '{"a":'.repeat(50),
    `{"__proto__":{"role":"administrator"}}`,
  );
  if (schema === undefined) return texts;
  return fc.oneof({ weight: 15, arbitrary: valueOf(schema, document, IDS) }, { weight: 1, arbitrary: texts });
};

type Asked = {
  readonly who: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

const requestsTo = (endpoint: Endpoint): fc.Arbitrary<Asked> => {
  const operation = at(document, 'paths', endpoint.path.replaceAll(/:(\w+)/g, '{$1}'), endpoint.method.toLowerCase());
  return fc.record({
    who: fc.constantFrom(
      'nobody',
      'viewer',
      'lead',
      'administrator',
      'administrator',
      'administrator',
      'key',
      'display',
    ),
    path: pathOf(endpoint),
    query: queryOf(operation),
    headers: fc.constantFrom(...HEADERS),
    body: bodyOf(operation),
  });
};

let places = 0;

/** Each from another address: what is guarded here is what lies behind the limits. */
const send = async ({ method }: Endpoint, { who, path, query, headers, body }: Asked): Promise<Response> => {
  places += 1;
  if (who === 'display') return screen.ask(method, `${path}${query}`, body, headers);
  const browser = service.browser(`10.${places >> 16}.${(places >> 8) & 255}.${places & 255}`);
  browser.setToken(callers.get(who)?.token() ?? null);
  const credentials = who === 'key' ? { authorization: `Bearer ${key}` } : {};
  return browser.ask(method, `${path}${query}`, body, { ...credentials, ...headers });
};

/** Whoever signed out, or ended all sessions, is let in again. */
const letInAgain = async (): Promise<void> => {
  for (const [name, email] of [
    ['administrator', 'ada'],
    ['viewer', 'vera'],
    ['lead', 'lea'],
  ] as const) {
    const browser = callers.get(name);
    if (browser === undefined || (await browser.session()).who !== null) continue;
    places += 1;
    const fresh = service.browser(`10.200.${(places >> 8) & 255}.${places & 255}`);
    await fresh.ask('POST', '/api/session', { email: `${email}@example.org`, password: PASSWORD });
    browser.setToken(fresh.token());
  }
};

/** A display that was revoked on the way is followed by another; that its token was used once is no change of a refusal. */
const pairAgain = async (): Promise<void> => {
  if ((await screen.ask('GET', '/api/wall/board')).status === 401) screen = await pairedScreen(service);
  expect((await screen.ask('GET', '/api/wall/board')).status).toBe(200);
};

const expectSound = async (endpoint: Endpoint, asked: Asked): Promise<void> => {
  if (asked.who === 'display') await pairAgain();
  const before = await dumpOf(service.ctx.db);
  const response = await send(endpoint, asked);
  const isStream = response.headers.get('content-type') === 'text/event-stream';
  if (isStream) await response.body?.cancel();
  else if (!response.ok && response.status !== 304) ServiceError.parse(await response.json());
  expect(response.status).toBeLessThan(500);
  const mayChange = response.ok && endpoint.method !== 'GET';
  if (!mayChange) expect(await dumpOf(service.ctx.db)).toBe(before);
  if (['signOut', 'signOutEverywhere', 'changePerson', 'signPersonOut'].includes(endpoint.id)) await letInAgain();
};

describe.each(ENDPOINTS)('$method $path', (endpoint) => {
  test(`(${endpoint.id}) asked in every odd way answers 500, or changes a row although it refuses`, async () => {
    await fc.assert(
      fc.asyncProperty(requestsTo(endpoint), async (asked) => expectSound(endpoint, asked)),
      { ...RUNS, endOnFailure: true },
    );
    expect(HOSTILE.length).toBeGreaterThan(40);
  });
});
