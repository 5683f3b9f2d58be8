import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Causes, Comments } from '../../src/contract/breakdown.ts';
import { Teams } from '../../src/contract/teams.ts';
import { parseIsoDate, parseIsoWeek, weekOfDay } from '../../src/domain/week.ts';
import '../setup/node.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, health, refusal, type Running } from './implementation.ts';

describe.each(IMPLEMENTATIONS)('$name: comments', ({ start }) => {
  let running: Running;
  let empty: Running;
  let latest: string;
  beforeAll(async () => {
    running = await start('records');
    empty = await start('nothing');
    latest = (await health(running)).latestWeek ?? '';
  });
  afterAll(async () => {
    await running.stop();
    await empty.stop();
  });

  const ask = (query: string): Promise<Comments> => askFor(running, Comments, `/api/comments?${query}`);

  test('comments of another week, without words, or milder ones before worse ones', async () => {
    const found = await ask(`week=${latest}`);
    expect(found.week).toBe(latest);
    expect(found.total).toBeGreaterThan(0);
    expect(found.comments.length).toBe(Math.min(found.total, 50));
    for (const { date, text, grade } of found.comments) {
      expect(weekOfDay(parseIsoDate(date) ?? 0)).toBe(parseIsoWeek(latest));
      expect(text.trim()).not.toBe('');
      expect(grade === null || (grade >= 0 && grade <= 10)).toBe(true);
    }
    const order = found.comments.map(({ grade }) => grade ?? Infinity);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(found.comments.map(({ id }) => id)).size).toBe(found.comments.length);
  });

  test('comments of one team that are of another', async () => {
    const { teams } = await askFor(running, Teams, '/api/teams');
    const roots = teams.filter(({ parent }) => parent === null).map(({ id }) => id);
    const parts = await Promise.all(roots.map((id) => ask(`week=${latest}&team=${id}`)));
    for (const [at, { comments }] of parts.entries()) {
      const below = new Set(
        teams.filter(({ id, parent }) => [id, parent].includes(roots[at] ?? '')).map(({ id }) => id),
      );
      for (const { team } of comments) expect(below.has(team)).toBe(true);
    }
    const { total } = await ask(`week=${latest}`);
    expect(parts.reduce((sum, part) => sum + part.total, 0)).toBe(total);
  });

  test('words in a week without any', async () => {
    expect(await ask('week=2031-W01')).toEqual({ week: '2031-W01', total: 0, comments: [] });
  });

  test('an empty service that knows causes', async () => {
    expect(await askFor(empty, Causes, '/api/causes')).toEqual({ causes: [], improvements: [] });
  });

  test.each([
    { query: '', status: 400, at: 'week' },
    { query: 'week=2025-W53', status: 400, at: 'week' },
    { query: 'week=2026-W46&team=nowhere', status: 404, at: 'team' },
    { query: 'week=2026-W46&indicator=on-time', status: 400, at: 'indicator' },
  ])('"$query" without naming what is wrong', async ({ query, status, at }) => {
    const error = await refusal(running, `/api/comments?${query}`, {}, status);
    expect([error.code, error.at]).toEqual([status === 404 ? 'not-found' : 'bad-request', at]);
  });
});
