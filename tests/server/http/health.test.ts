import { afterEach, beforeEach, expect, test } from 'vitest';
import { Catalogue } from '../../../src/contract/catalogue.ts';
import { Health } from '../../../src/contract/health.ts';
import { Teams } from '../../../src/contract/teams.ts';
import { covers, fill, NOW, startTestService, weekly, type TestService } from './test-service.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
});
afterEach(async () => service.remove());

const health = async (): Promise<Health> => Health.parse(await (await service.get('/api/health')).json());

const imported = (id: number, status: string, dryRun: 0 | 1, endedAt: number) => ({
  id,
  status,
  dry_run: dryRun,
  file_name: 'f.csv',
  file_hash: null,
  source: 'test',
  by_whom: 'test',
  started_at: endedAt - 1000,
  ended_at: endedAt,
  report: '{}',
});

test('an empty service says so, and promises nothing', async () => {
  expect(await health()).toMatchObject({
    status: 'ok',
    build: 'b1',
    dataVersion: 0,
    now: '2026-11-16T08:00:00.000Z',
    dataTo: null,
    latestWeek: null,
    firstWeek: null,
    pipelineRanAt: null,
    expectedAt: null,
    cadenceSeconds: 604_800,
    nextPollSeconds: 60,
    empty: true,
    sample: false,
    open: true,
  });
});

test('the latest week is the newest one that has ended and is covered, not the one under way', async () => {
  await fill(service);
  await service.insert('coverage', [covers('order_lines', null, '2026-11-16', '2026-11-16')]);
  expect(await health()).toMatchObject({
    latestWeek: '2026-W46',
    dataTo: '2026-11-15',
    firstWeek: '2026-W40',
    empty: false,
  });
});

test('on the Sunday itself its week has not ended yet', async () => {
  await fill(service);
  service.setNow(Date.parse('2026-11-15T23:59:59Z'));
  expect((await health()).latestWeek).toBe('2026-W45');
  service.setNow(Date.parse('2026-11-16T00:00:00Z'));
  expect((await health()).latestWeek).toBe('2026-W46');
});

test('an indicator that settles later does not hold the latest week back', async () => {
  await fill(service);
  await service.insert('observations', weekly('right-first-time', 'south', '2026-W40', [[1, 1]]));
  await service.insert('coverage', [covers('claims', null, '2026-09-28', '2026-11-15')]);
  expect((await health()).latestWeek).toBe('2026-W46');
});

test('old data is shown as of its own latest week', async () => {
  await fill(service);
  service.setNow(Date.parse('2029-01-01T00:00:00Z'));
  expect(await health()).toMatchObject({ latestWeek: '2026-W46', dataTo: '2026-11-15' });
});

test('the pipeline ran when the last import ended, and a dry run or a failed one does not count', async () => {
  await fill(service);
  const hour = 3_600_000;
  await service.insert('imports', [
    imported(1, 'done', 0, NOW - 5 * hour),
    imported(2, 'done', 1, NOW - 2 * hour),
    imported(3, 'failed', 0, NOW - hour),
  ]);
  expect(await health()).toMatchObject({
    pipelineRanAt: '2026-11-16T03:00:00.000Z',
    expectedAt: '2026-11-23T03:00:00.000Z',
  });
});

test('while an import runs the service says so and is asked again sooner', async () => {
  service.setBusy(true);
  expect(await health()).toMatchObject({ status: 'importing', nextPollSeconds: 20 });
});

test('the sample is told apart from real records', async () => {
  await service.insert('settings', [{ key: 'sample', value: '1' }]);
  expect((await health()).sample).toBe(true);
});

test('health is never cached', async () => {
  const response = await service.get('/api/health');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('etag')).toBeNull();
});

test('the catalogue says which indicators have data and what the others still need', async () => {
  await fill(service);
  const catalogue = Catalogue.parse(await (await service.get('/api/catalogue')).json());
  expect(catalogue.available).toEqual(['on-time']);
  const needs = new Map(catalogue.missing.map((one) => [one.indicator, one.needs]));
  expect(needs.get('promise-kept')).toEqual(['claims']);
  expect(needs.get('service-grade')).toEqual(['evaluations']);
  expect(needs.has('told-back')).toBe(false);
  expect(catalogue.organisation).toMatchObject({ name: 'Test', timeZone: 'UTC', rightFirstTimeDays: 7 });
});

test('what was imported is not asked for again where nothing of it counts', async () => {
  await service.insert('coverage', [covers('claims', null, '2026-10-05', '2026-11-15')]);
  const needs = async (id: string): Promise<readonly string[] | undefined> => {
    const catalogue = Catalogue.parse(await (await service.get('/api/catalogue')).json());
    return catalogue.missing.find(({ indicator }) => indicator === id)?.needs;
  };
  expect(await needs('answered-in-promise')).toEqual([]);
  await service.insert('observations', weekly('promise-kept', 'a', '2026-W42', [[8, 10]]));
  await service.insert('coverage', [covers('order_lines', null, '2026-01-05', '2026-02-15')]);
  expect(await needs('promise-kept')).toEqual(['order_lines', 'claims']);
});

test('teams come with their hierarchy, and rows without a team show as one where other teams exist', async () => {
  await fill(service);
  await service.insert('observations', weekly('on-time', 'unassigned', '2026-W44', [[1, 1]]));
  const { teams } = Teams.parse(await (await service.get('/api/teams')).json());
  expect(teams).toEqual([
    { id: 'iberia', name: 'Iberia', parent: null },
    { id: 'north', name: 'North', parent: null },
    { id: 'south', name: 'South', parent: 'iberia' },
    { id: 'unassigned', name: 'Without a team', parent: null },
  ]);
});

test('an organisation without teams is offered none', async () => {
  await service.insert('observations', weekly('on-time', 'unassigned', '2026-W44', [[1, 1]]));
  expect(await (await service.get('/api/teams')).json()).toEqual({ teams: [] });
  expect((await service.get('/api/observations?team=unassigned')).status).toBe(200);
});
