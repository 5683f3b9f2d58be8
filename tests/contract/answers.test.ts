import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Catalogue } from '../../src/contract/catalogue.ts';
import { ENDPOINTS } from '../../src/contract/endpoints.ts';
import { Imports } from '../../src/contract/imports.ts';
import { Teams } from '../../src/contract/teams.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import { isoDate, parseIsoWeek, sundayOf } from '../../src/domain/week.ts';
import '../setup/node.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, health, observations, refusal, type Running } from './implementation.ts';

describe.each(IMPLEMENTATIONS)('$name answers', ({ start }) => {
  let filled: Running;
  let empty: Running;
  beforeAll(async () => {
    filled = await start('records');
    empty = await start('nothing');
  });
  afterAll(async () => {
    await filled.stop();
    await empty.stop();
  });

  test('health whose clocks contradict each other', async () => {
    const state = await health(filled);
    expect(state.empty).toBe(false);
    const latest = parseIsoWeek(state.latestWeek ?? '');
    const first = parseIsoWeek(state.firstWeek ?? '');
    expect(latest).not.toBeNull();
    expect(first).not.toBeNull();
    expect(state.dataTo).toBe(isoDate(sundayOf(latest ?? 0)));
    expect(first).toBeLessThanOrEqual(latest ?? 0);
    expect(Date.parse(state.pipelineRanAt ?? '')).toBeLessThanOrEqual(Date.parse(state.now));
  });

  test('health of an empty service that pretends to data', async () => {
    const state = await health(empty);
    expect(state).toMatchObject({ empty: true, dataTo: null, latestWeek: null, firstWeek: null, pipelineRanAt: null });
  });

  test('a catalogue that offers what has no data, or misses what has', async () => {
    const catalogue = await askFor(filled, Catalogue, '/api/catalogue');
    const { series } = await observations(filled);
    // A series beyond the catalogue, such as the share of claims with a cause, is there for the page to reckon with.
    const shown = series.map(({ indicator }) => indicator).filter((id) => computedById(id) !== undefined);
    expect([...catalogue.available].sort()).toEqual(shown.sort());
    expect(catalogue.available.filter((id) => computedById(id) === undefined)).toEqual([]);
    for (const { indicator } of catalogue.missing) expect(catalogue.available).not.toContain(indicator);
  });

  test('an empty catalogue that offers figures', async () => {
    expect((await askFor(empty, Catalogue, '/api/catalogue')).available).toEqual([]);
  });

  test('teams with a parent that is none of them', async () => {
    const { teams } = await askFor(filled, Teams, '/api/teams');
    const ids = new Set(teams.map(({ id }) => id));
    expect(ids.size).toBe(teams.length);
    const parents = teams.flatMap(({ parent }) => parent ?? []);
    expect(parents.filter((parent) => !ids.has(parent))).toEqual([]);
    expect(parents.length).toBeGreaterThan(0);
  });

  test('imports in another order than newest first', async () => {
    const { imports } = await askFor(filled, Imports, '/api/imports');
    const ids = imports.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
  });

  test('an OpenAPI document that leaves an endpoint out', async () => {
    const response = await filled.ask('/api/openapi.json');
    expect(response.status).toBe(200);
    const { openapi, paths } = (await response.json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId?: string }>>;
    };
    expect(openapi).toMatch(/^3\.1/);
    const listed = ENDPOINTS.map(({ id, method, path }) => [
      id,
      paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.operationId,
    ]);
    expect(listed).toEqual(ENDPOINTS.map(({ id }) => [id, id]));
  });

  test.each([
    { path: '/api/nothing', method: 'GET', status: 404, code: 'not-found' },
    { path: '/api/health', method: 'POST', status: 405, code: 'method-not-allowed' },
    { path: '/api/imports/987654', method: 'GET', status: 404, code: 'not-found' },
    { path: '/api/imports/987654', method: 'DELETE', status: 404, code: 'not-found' },
    { path: '/api/imports/987654/progress', method: 'GET', status: 404, code: 'not-found' },
    { path: '/api/imports/987654/refused.csv', method: 'GET', status: 404, code: 'not-found' },
  ])('$method $path with something else than $status', async ({ path, method, status, code }) => {
    expect((await refusal(filled, path, { method }, status)).code).toBe(code);
  });
});
