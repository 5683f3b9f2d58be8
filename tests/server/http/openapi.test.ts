import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENDPOINTS } from '../../../src/contract/endpoints.ts';
import { startTestService, type TestService } from './test-service.ts';

type Json = Readonly<Record<string, unknown>>;

let service: TestService;
let document: Json;
beforeAll(async () => {
  service = await startTestService();
  document = (await (await service.get('/api/openapi.json')).json()) as Json;
});
afterAll(async () => service.remove());

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((found, key) => (isObject(found) ? found[key] : undefined), value);

/** Every object anywhere in the document. */
const objects = (value: unknown): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap(objects);
  return isObject(value) ? [value, ...Object.values(value).flatMap(objects)] : [];
};

test('it is an OpenAPI 3.1 document with what the specification requires', () => {
  expect(document['openapi']).toMatch(/^3\.1\.\d$/);
  expect(at(document, 'info', 'title')).toBe('Kept');
  expect(at(document, 'info', 'version')).toEqual(expect.any(String));
  expect(isObject(document['paths'])).toBe(true);
});

test('every endpoint of the contract is in it, once, with its parameters and answers', () => {
  const ids: unknown[] = [];
  for (const endpoint of ENDPOINTS) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    const operation = at(document, 'paths', path, endpoint.method.toLowerCase());
    ids.push(at(operation, 'operationId'));
    const parameters = at(operation, 'parameters');
    const names = Array.isArray(parameters)
      ? parameters.map((parameter) => `${String(at(parameter, 'in'))} ${String(at(parameter, 'name'))}`)
      : [];
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path ${name}`);
    const inQuery = endpoint.query === null ? [] : Object.keys(endpoint.query.shape).map((name) => `query ${name}`);
    expect(names.toSorted()).toEqual([...inPath, ...inQuery].toSorted());
    expect(at(operation, 'responses', String(endpoint.status), 'description')).toEqual(expect.any(String));
    expect(at(operation, 'responses', 'default', 'content', 'application/json', 'schema', '$ref')).toBe(
      '#/components/schemas/ServiceError',
    );
  }
  expect(ids).toEqual(ENDPOINTS.map(({ id }) => id));
  expect(Object.values(document['paths'] as Json).flatMap((path) => Object.keys(path as Json))).toHaveLength(
    ENDPOINTS.length,
  );
});

test('every reference leads somewhere, and every schema is a plain one', () => {
  const all = objects(document);
  const references = all.map((object) => object['$ref']).filter((reference) => typeof reference === 'string');
  expect(references.length).toBeGreaterThan(20);
  for (const reference of references) {
    expect(reference).toMatch(/^#\/components\/schemas\/\w+$/);
    expect(at(document, ...reference.slice(2).split('/'))).toBeDefined();
  }
  expect(all.filter((object) => '$id' in object || '$schema' in object)).toEqual([]);
});

test('a query says which parameters are required, which repeat and what they default to', () => {
  const parameters = at(document, 'paths', '/api/records/{kind}', 'get', 'parameters') as readonly Json[];
  const byName = new Map(parameters.map((parameter) => [parameter['name'], parameter]));
  expect(byName.get('indicator')).toMatchObject({ in: 'query', required: true });
  expect(byName.get('team')).toMatchObject({ required: false, explode: true, schema: { type: 'array' } });
  expect(byName.get('page')).toMatchObject({ required: false, schema: { type: 'integer', default: 1, minimum: 1 } });
  expect(byName.get('kind')).toMatchObject({ in: 'path', required: true });
});

test('answers refer to the schema that shares their name', () => {
  const ref = (path: string) =>
    at(document, 'paths', path, 'get', 'responses', '200', 'content', 'application/json', 'schema', '$ref');
  expect(ref('/api/observations')).toBe('#/components/schemas/Observations');
  expect(ref('/api/health')).toBe('#/components/schemas/Health');
  expect(at(document, 'components', 'schemas', 'Observations', 'properties', 'series', 'items', '$ref')).toBe(
    '#/components/schemas/ObservedSeries',
  );
});

test('what a request must bring is left out, or an id is called a number that is none', () => {
  for (const endpoint of ENDPOINTS) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    const operation = at(document, 'paths', path, endpoint.method.toLowerCase());
    const schema = at(operation, 'requestBody', 'content', 'application/json', 'schema', '$ref');
    expect([endpoint.id, typeof schema]).toEqual([endpoint.id, 'body' in endpoint ? 'string' : 'undefined']);
  }
  const idOf = (path: string, method: string): unknown =>
    (at(document, 'paths', path, method, 'parameters') as readonly Json[]).find(({ name }) => name === 'id')?.[
      'schema'
    ];
  expect(idOf('/api/imports/{id}', 'get')).toEqual({ type: 'integer' });
  expect(idOf('/api/minutes/{id}', 'put')).toEqual({ type: 'string' });
  const body = at(
    document,
    'paths',
    '/api/minutes/{id}',
    'put',
    'requestBody',
    'content',
    'application/json',
    'schema',
  );
  expect(body).toEqual({ $ref: '#/components/schemas/MinuteChange' });
  expect(at(document, 'components', 'schemas', 'Review', 'properties', 'minutes', 'items')).toEqual({
    $ref: '#/components/schemas/Minute',
  });
});

test('a program learns from it how to say who it is, and where it need not', () => {
  const security = (path: string, method: string): unknown => at(document, 'paths', path, method, 'security');
  expect(security('/api/session', 'get')).toEqual([]);
  expect(security('/api/imports', 'post')).toEqual([{ session: [] }, { key: [] }]);
  expect(security('/api/people', 'get')).toEqual([{ session: [] }]);
  expect(Object.keys(at(document, 'components', 'securitySchemes') as Json)).toEqual([
    ...['session', 'key', 'display'],
  ]);
  expect(security('/api/wall/board', 'get')).toEqual([{ display: [] }]);
  expect(security('/api/displays', 'get')).toEqual([{ session: [] }]);
});
