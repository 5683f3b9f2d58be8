import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Breakdown, Causes } from '../../src/contract/breakdown.ts';
import { Teams } from '../../src/contract/teams.ts';
import '../setup/node.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, health, observations, refusal, type Running } from './implementation.ts';
import { earlier } from './write-requests.ts';

const FIGURES = [
  { indicator: 'on-time', wrong: 'misses', spread: true },
  { indicator: 'broken-late', wrong: 'hits', spread: true },
  { indicator: 'in-full', wrong: 'misses', spread: false },
  { indicator: 'resolved-in-promise', wrong: 'misses', spread: true },
  { indicator: 'claims-per-1000', wrong: 'hits', spread: false },
  { indicator: 'repeated-claims', wrong: 'hits', spread: false },
] as const;

const sumOf = (counted: ReadonlyArray<{ readonly count: number }>): number =>
  counted.reduce((sum, { count }) => sum + count, 0);

describe.each(IMPLEMENTATIONS)('$name: breakdown', ({ start }) => {
  let running: Running;
  let latest: string;
  let before: string;
  beforeAll(async () => {
    running = await start('records');
    latest = (await health(running)).latestWeek ?? '';
    before = earlier(latest, 2);
  });
  afterAll(() => running.stop());

  const ask = (query: string): Promise<Breakdown> => askFor(running, Breakdown, `/api/breakdown?${query}`);

  test.each(FIGURES)('cases of $indicator that are not the $wrong of its figure', async (figure) => {
    const { indicator } = figure;
    const found = await ask(`indicator=${indicator}&week=${before}`);
    const [series] = (await observations(running, `?indicator=${indicator}&from=${before}&to=${before}`)).series;
    const numerator = series?.numerators[0] ?? 0;
    const denominator = series?.denominators[0] ?? 0;
    expect(found.cases).toBe(figure.wrong === 'misses' ? denominator - numerator : numerator);
    expect(found).toMatchObject({ indicator, week: before });
    expect(sumOf(found.causes)).toBe(found.cases);
    expect(found.causes.map(({ count }) => count)).toEqual(
      found.causes.map(({ count }) => count).sort((a, b) => b - a),
    );
    expect(new Set(found.causes.map(({ cause }) => cause)).size).toBe(found.causes.length);
    const measured = figure.spread && found.cases > 0;
    expect(found.spread === null ? null : sumOf(found.spread.bins)).toBe(measured ? found.cases : null);
  });

  test.each(FIGURES)('cases of $indicator over weeks that are not those of each week', async ({ indicator }) => {
    const weeks = Array.from({ length: 6 }, (_, back) => earlier(latest, 5 - back));
    const each = await Promise.all(weeks.map(async (week) => ask(`indicator=${indicator}&week=${week}`)));
    const together = await ask(`indicator=${indicator}&week=${latest}&from=${weeks[0]}`);
    expect(together).toMatchObject({ indicator, from: weeks[0], week: latest });
    expect(together.cases).toBe(each.reduce((sum, { cases }) => sum + cases, 0));
    expect(together.cases).toBeGreaterThan(0);
    expect(sumOf(together.causes)).toBe(together.cases);
    expect(together.casesWords).toBe(each[0]?.casesWords);
    expect(together.spread === null ? together.cases : sumOf(together.spread.bins)).toBe(together.cases);
  });

  test.each(FIGURES)('components of $indicator that are not those of its causes', async ({ indicator }) => {
    const found = await ask(`indicator=${indicator}&week=${latest}&from=${earlier(latest, 20)}`);
    const { causes } = await askFor(running, Causes, '/api/causes');
    const known = new Map(causes.map(({ id, component }) => [id, component ?? null]));
    const counted = new Map<string | null, number>();
    for (const { cause, count } of found.causes) {
      const component = (cause === null ? null : known.get(cause)) ?? null;
      counted.set(component, (counted.get(component) ?? 0) + count);
    }
    expect(new Map(found.components.map(({ component, count }) => [component, count]))).toEqual(counted);
    expect(sumOf(found.components)).toBe(found.cases);
    const counts = found.components.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  test.each(['retention-12-week', 'open-claims'])(
    '%s, whose cases stand in many weeks, counted anew in each of them',
    async (indicator) => {
      const alone = await ask(`indicator=${indicator}&week=${latest}`);
      expect(alone.from).toBe(latest);
      expect(await ask(`indicator=${indicator}&week=${latest}&from=${earlier(latest, 5)}`)).toEqual(alone);
    },
  );

  test('one week that is not the range from itself to itself', async () => {
    const alone = await ask(`indicator=on-time&week=${before}`);
    expect(alone.from).toBe(before);
    expect(await ask(`indicator=on-time&week=${before}&from=${before}`)).toEqual(alone);
  });

  test('a year of 53 weeks that is refused', async () => {
    expect((await ask(`indicator=on-time&week=${latest}&from=${earlier(latest, 52)}`)).from).toBe(earlier(latest, 52));
  });

  test('causes that no list of causes names', async () => {
    const { causes } = await askFor(running, Causes, '/api/causes');
    const known = new Map(causes.map(({ id, name }) => [id, name]));
    expect(known.size).toBeGreaterThan(0);
    expect(causes.filter(({ parent }) => parent !== null && !known.has(parent))).toEqual([]);
    const found = await ask(`indicator=claims-per-1000&week=${latest}`);
    const named = found.causes.flatMap(({ cause, name }) => (cause === null ? [] : [[cause, name]]));
    expect(named).toEqual(named.map(([cause]) => [cause, known.get(cause ?? '')]));
  });

  test('teams whose cases are those of everyone', async () => {
    const { teams } = await askFor(running, Teams, '/api/teams');
    const roots = teams.filter(({ parent }) => parent === null);
    const parts = await Promise.all(roots.map(({ id }) => ask(`indicator=on-time&week=${before}&team=${id}`)));
    const whole = await ask(`indicator=on-time&week=${before}`);
    expect(parts.reduce((sum, { cases }) => sum + cases, 0)).toBe(whole.cases);
  });

  test('a week without data in which something went wrong', async () => {
    const nothing = { cases: 0, causes: [], components: [], spread: null };
    expect(await ask('indicator=on-time&week=2031-W01')).toMatchObject(nothing);
  });

  test.each(['service-grade', 'silent-customers', 'active-customers', 'orders-due'])(
    'cases of %s, of which none can go wrong',
    async (indicator) => {
      const nothing = { cases: 0, causes: [], components: [], spread: null };
      expect(await ask(`indicator=${indicator}&week=${latest}&from=${before}`)).toMatchObject(nothing);
    },
  );

  test('an answer that is sent again although nothing moved', async () => {
    const path = `/api/breakdown?indicator=on-time&week=${latest}`;
    const first = await running.ask(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await running.ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test.each([
    { query: 'indicator=on-time', status: 400, at: 'week' },
    { query: 'week=2026-W46', status: 400, at: 'indicator' },
    { query: 'indicator=on-time&week=2025-W53', status: 400, at: 'week' },
    { query: 'indicator=on-time&week=2026-W46&colour=red', status: 400, at: 'colour' },
    { query: 'indicator=on-time&week=2026-W46&from=2026-W47', status: 400, at: 'from' },
    { query: 'indicator=on-time&week=2026-W46&from=2025-W45', status: 400, at: 'from' },
    { query: 'indicator=on-time&week=2026-W46&from=2025-W53', status: 400, at: 'from' },
    { query: 'indicator=on-time&week=2026-W46&from=May', status: 400, at: 'from' },
    { query: 'indicator=on-time&week=2026-W46&team=nowhere', status: 404, at: 'team' },
    { query: 'indicator=happiness&week=2026-W46', status: 404, at: 'indicator' },
  ])('$query without naming what is wrong', async ({ query, status, at }) => {
    const error = await refusal(running, `/api/breakdown?${query}`, {}, status);
    expect([error.code, error.at]).toEqual([status === 404 ? 'not-found' : 'bad-request', at]);
  });
});
