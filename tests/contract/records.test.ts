import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Records } from '../../src/contract/records.ts';
import '../setup/node.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, health, observations, refusal, type Running } from './implementation.ts';

/** Indicators of every shape: shares of orders and lines, claims, stocks, grades, money. */
const FIGURES = [
  { indicator: 'promise-kept', kind: 'orders' },
  { indicator: 'on-time', kind: 'order_lines' },
  { indicator: 'right-first-time', kind: 'order_lines' },
  { indicator: 'broken-late', kind: 'orders' },
  { indicator: 'orders-due', kind: 'orders' },
  { indicator: 'price-realisation', kind: 'order_lines' },
  { indicator: 'claims-opened', kind: 'claims' },
  { indicator: 'resolved-in-promise', kind: 'claims' },
  { indicator: 'repeated-claims', kind: 'claims' },
  { indicator: 'open-claims', kind: 'claims' },
  { indicator: 'retention-12-week', kind: 'customers' },
  { indicator: 'active-customers', kind: 'customers' },
  { indicator: 'service-grade', kind: 'evaluations' },
] as const;

type Figure = { readonly indicator: string; readonly kind: string };

async function allPages(running: Running, figure: Figure, week: string, more = ''): Promise<readonly Records[]> {
  const pages: Records[] = [];
  let seen = 0;
  for (let page = 1; page < 100; page++) {
    const query = `indicator=${figure.indicator}&week=${week}&page=${page}&pageSize=500${more}`;
    const answer = await askFor(running, Records, `/api/records/${figure.kind}?${query}`);
    pages.push(answer);
    seen += answer.rows.length;
    if (seen >= answer.total || answer.rows.length === 0) return pages;
  }
  return pages;
}

describe.each(IMPLEMENTATIONS)('$name: records', ({ start }) => {
  let running: Running;
  let latest: string;
  beforeAll(async () => {
    running = await start('records');
    latest = (await health(running)).latestWeek ?? '';
  });
  afterAll(() => running.stop());

  test.each(FIGURES)('rows of $indicator that do not add up to its figure', async (figure) => {
    const pages = await allPages(running, figure, latest);
    const rows = pages.flatMap((page) => page.rows);
    const [first] = pages;
    const answer = await observations(running, `?indicator=${figure.indicator}&from=${latest}&to=${latest}`);
    const [series] = answer.series;
    expect(series).toBeDefined();
    expect(rows.length).toBe(first?.total);
    expect(new Set(rows.map(({ id, cells }) => `${id}/${cells.join('/')}`)).size).toBe(rows.length);
    const numerator = rows.reduce((sum, row) => sum + row.inNumerator, 0);
    const denominator = rows.reduce((sum, row) => sum + row.inDenominator, 0);
    expect(first?.numerator).toBeCloseTo(series?.numerators[0] ?? Number.NaN, 5);
    expect(first?.denominator).toBeCloseTo(series?.denominators[0] ?? Number.NaN, 5);
    expect(numerator).toBeCloseTo(first?.numerator ?? Number.NaN, 5);
    expect(denominator).toBeCloseTo(first?.denominator ?? Number.NaN, 5);
    for (const page of pages) for (const row of page.rows) expect(row.cells.length).toBe(page.columns.length);
  });

  test('pages that overlap or leave a row out', async () => {
    const path = `/api/records/orders?indicator=orders-due&week=${latest}`;
    const whole = await askFor(running, Records, `${path}&pageSize=500`);
    const size = Math.max(1, Math.floor(Math.min(whole.total, 500) / 3));
    const parts = await Promise.all(
      [1, 2, 3].map((page) => askFor(running, Records, `${path}&page=${page}&pageSize=${size}`)),
    );
    const ids = parts.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(ids).toEqual(whole.rows.slice(0, size * 3).map(({ id }) => id));
    expect(parts.map(({ page, pageSize }) => [page, pageSize])).toEqual([1, 2, 3].map((page) => [page, size]));
    const beyond = await askFor(running, Records, `${path}&page=9999`);
    expect([beyond.rows.length, beyond.total, beyond.pageSize]).toEqual([0, whole.total, 50]);
  });

  test('a team whose rows are those of everyone', async () => {
    const { teams } = (await (await running.ask('/api/teams')).json()) as { teams: Array<{ id: string }> };
    const figures = await Promise.all(
      teams.map(async ({ id }) => {
        const one = await askFor(
          running,
          Records,
          `/api/records/orders?indicator=orders-due&week=${latest}&team=${encodeURIComponent(id)}`,
        );
        const answer = await observations(
          running,
          `?indicator=orders-due&from=${latest}&to=${latest}&team=${encodeURIComponent(id)}`,
        );
        expect(one.numerator).toBe(answer.series[0]?.numerators[0] ?? 0);
        return one.numerator;
      }),
    );
    const whole = await askFor(running, Records, `/api/records/orders?indicator=orders-due&week=${latest}`);
    for (const figure of figures) expect(figure).toBeLessThan(whole.numerator);
  });

  test('a week without data that has rows', async () => {
    const answer = await askFor(running, Records, '/api/records/orders?indicator=orders-due&week=2031-W01');
    expect([answer.total, answer.rows, answer.numerator, answer.denominator]).toEqual([0, [], 0, 0]);
  });

  test.each([
    { path: 'orders?indicator=orders-due', status: 400, at: 'week' },
    { path: 'orders?week=2026-W46', status: 400, at: 'indicator' },
    { path: 'orders?indicator=orders-due&week=2025-W53', status: 400, at: 'week' },
    { path: 'orders?indicator=orders-due&week=2026-W46&page=0', status: 400, at: 'page' },
    { path: 'orders?indicator=orders-due&week=2026-W46&page=some', status: 400, at: 'page' },
    { path: 'orders?indicator=orders-due&week=2026-W46&pageSize=501', status: 400, at: 'pageSize' },
    { path: 'orders?indicator=orders-due&week=2026-W46&team=nowhere', status: 404, at: 'team' },
    { path: 'orders?indicator=happiness&week=2026-W46', status: 404, at: 'indicator' },
    { path: 'claims?indicator=orders-due&week=2026-W46', status: 404, at: 'kind' },
    { path: 'parcels?indicator=orders-due&week=2026-W46', status: 404, at: 'kind' },
  ])('$path without naming what is wrong', async ({ path, status, at }) => {
    const error = await refusal(running, `/api/records/${path}`, {}, status);
    expect([error.code, error.at]).toEqual([status === 404 ? 'not-found' : 'bad-request', at]);
  });
});
