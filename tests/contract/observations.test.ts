import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_WEEKS, type ObservedSeries } from '../../src/contract/observations.ts';
import { Teams } from '../../src/contract/teams.ts';
import { isoWeekLabel, parseIsoWeek } from '../../src/domain/week.ts';
import '../setup/node.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, health, observations, refusal, type Running } from './implementation.ts';

const week = (label: string | null): number => parseIsoWeek(label ?? '') ?? Number.NaN;

/** Sums of series week by week; null where all are null. */
function added(series: readonly ObservedSeries[], of: 'numerators' | 'denominators'): ReadonlyArray<number | null> {
  const length = series[0]?.[of].length ?? 0;
  return Array.from({ length }, (_, index) =>
    series.reduce<number | null>((sum, one) => {
      const value = one[of][index] ?? null;
      return value === null ? sum : (sum ?? 0) + value;
    }, null),
  );
}

/** Weeks in which two columns differ by more than rounding. */
function differences(one: ReadonlyArray<number | null>, other: ReadonlyArray<number | null>): readonly number[] {
  const same = (a: number | null, b: number | null): boolean =>
    a === null || b === null ? a === b : Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(b));
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).filter(
    (index) => !same(one[index] ?? null, other[index] ?? null),
  );
}

describe.each(IMPLEMENTATIONS)('$name: observations', ({ start }) => {
  let running: Running;
  let latest: string;
  beforeAll(async () => {
    running = await start('records');
    latest = (await health(running)).latestWeek ?? '';
  });
  afterAll(() => running.stop());

  test('a first request that is not answered with four years up to the last week that has data', async () => {
    const answer = await observations(running);
    expect(answer.weeks).toBe(DEFAULT_WEEKS);
    const last = week(answer.from) + answer.weeks - 1;
    expect(last).toBeGreaterThanOrEqual(week(latest));
    expect(answer.series.some(({ denominators }) => (denominators.at(-1) ?? null) !== null)).toBe(true);
  });

  test('columns of another length than the range', async () => {
    const from = isoWeekLabel(week(latest) - 9);
    const answer = await observations(running, `?from=${from}&to=${latest}`);
    expect([answer.from, answer.weeks]).toEqual([from, 10]);
    expect(answer.series.length).toBeGreaterThan(5);
    for (const { indicator, numerators, denominators } of answer.series) {
      expect([indicator, numerators.length, denominators.length]).toEqual([indicator, 10, 10]);
      numerators.forEach((numerator, index) => expect(numerator === null).toBe(denominators[index] === null));
    }
  });

  test('weeks beyond the data that are zero instead of nothing', async () => {
    const answer = await observations(running, '?from=2031-W01&to=2031-W04&indicator=promise-kept');
    expect(answer.series.flatMap(({ numerators }) => numerators)).toEqual([null, null, null, null]);
  });

  test('indicators that were not asked for', async () => {
    const answer = await observations(running, '?indicator=on-time&indicator=in-full');
    expect(answer.series.map(({ indicator }) => indicator).sort()).toEqual(['in-full', 'on-time']);
    for (const { indicator } of answer.targets) expect(['in-full', 'on-time']).toContain(indicator);
  });

  test('teams that do not add up to the organisation', async () => {
    const range = `from=${isoWeekLabel(week(latest) - 7)}&to=${latest}`;
    const whole = await observations(running, `?${range}`);
    const { teams } = await askFor(running, Teams, '/api/teams');
    const top = teams.filter(({ parent }) => parent === null).map(({ id }) => `team=${encodeURIComponent(id)}`);
    const parts = await observations(running, `?${range}&by=team&${top.join('&')}`);
    expect(whole.series.length).toBeGreaterThan(5);
    for (const { indicator, numerators, denominators, team } of whole.series) {
      const ofTeams = parts.series.filter((series) => series.indicator === indicator);
      expect({
        indicator,
        team,
        numerators: differences(added(ofTeams, 'numerators'), numerators),
        denominators: differences(added(ofTeams, 'denominators'), denominators),
      }).toEqual({ indicator, team: null, numerators: [], denominators: [] });
    }
  });

  test('a scope that counts a team twice when it is named beside its parent', async () => {
    const { teams } = await askFor(running, Teams, '/api/teams');
    const child = teams.find(({ parent }) => parent !== null);
    const range = `from=${isoWeekLabel(week(latest) - 3)}&to=${latest}`;
    const parent = await observations(running, `?team=${child?.parent ?? ''}&${range}`);
    const both = await observations(running, `?team=${child?.parent ?? ''}&team=${child?.id ?? ''}&${range}`);
    expect(both.series).toEqual(parent.series);
    const alone = await observations(running, `?team=${child?.id ?? ''}&${range}&indicator=orders-due`);
    const above = parent.series.find(({ indicator }) => indicator === 'orders-due');
    expect(alone.series[0]?.numerators.at(-1)).toBeLessThan(above?.numerators.at(-1) ?? 0);
  });

  test('an answer that is sent again to whoever has it', async () => {
    const first = await running.ask('/api/observations?indicator=on-time');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await running.ask('/api/observations?indicator=on-time', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await first.text();
  });

  test.each([
    { query: 'from=yesterday', status: 400, at: 'from' },
    { query: 'from=2025-W53&to=2026-W10', status: 400, at: 'from' },
    { query: 'from=2026-W10&to=2026-W54', status: 400, at: 'to' },
    { query: 'from=2026-W10&to=2026-W09', status: 400, at: 'to' },
    { query: 'by=country', status: 400, at: 'by' },
    { query: 'colour=blue', status: 400, at: 'colour' },
    { query: 'team=nowhere', status: 404, at: 'team' },
    { query: 'indicator=happiness', status: 404, at: 'indicator' },
    { query: `team=${'x'.repeat(300)}`, status: 400, at: 'team' },
  ])('$query without naming what is wrong', async ({ query, status, at }) => {
    const error = await refusal(running, `/api/observations?${query}`, {}, status);
    expect([error.code, error.at]).toEqual([status === 404 ? 'not-found' : 'bad-request', at]);
  });
});
