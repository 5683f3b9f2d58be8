import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { createMetrics } from '../../../server/metrics/metrics.ts';
import { metricsRoute } from '../../../server/routes/metrics.ts';
import { startOn, settingsFor, type RunningOn } from '../../db/support/running-service.ts';
import { fillService } from '../../db/support/small-service.ts';
import { startTestService } from './test-service.ts';

let folder: string;
let running: RunningOn;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-metrics-'));
  running = await startOn(settingsFor({ kind: 'sqlite', folder }, folder));
  await fillService(running);
});
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

const scrape = async (headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; text: string }> => {
  const answer = await running.ask('/metrics', { headers });
  return { status: answer.status, text: await answer.text() };
};

const valueOf = (text: string, series: string): number | null => {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? null : Number(line.slice(series.length + 1));
};

test('the text is what Prometheus reads, every line of it', async () => {
  const answer = await running.ask('/metrics');
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const sample =
    /^[a-z_:][a-z0-9_:]*(\{[a-z_]+="(?:[^"\\\n]|\\.)*"(?:,[a-z_]+="(?:[^"\\\n]|\\.)*")*\})? (?:[-+.e\d]+|NaN|[+-]Inf)$/i;
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('# '));
  expect(lines.length).toBeGreaterThan(50);
  expect(lines.filter((line) => !sample.test(line))).toEqual([]);
});

test('requests are counted by the pattern of their route, with their times', async () => {
  const series = 'kept_http_requests_total{method="GET",route="/api/reviews/:week",status="200"}';
  const before = valueOf((await scrape()).text, series) ?? 0;
  for (const week of ['2026-W40', '2026-W41']) await running.ask(`/api/reviews/${week}`);
  await running.ask('/api/reviews/never');
  await running.ask('/no/such/page.js');
  const { text } = await scrape();
  expect(valueOf(text, series)).toBe(before + 2);
  expect(text).toMatch(/kept_http_requests_total\{method="GET",route="\/api\/reviews\/:week",status="400"\} 1/);
  expect(text).toMatch(/kept_http_request_duration_seconds_count\{method="GET",route="\/api\/reviews\/:week"\} \d/);
  expect(text).toMatch(/kept_http_requests_total\{method="GET",route="app",status="404"\} 1/);
  expect(text).not.toContain('2026-W40');
});

test('an import that was done and the time of its roll-up are counted, and results that never came are 0', async () => {
  const { text } = await scrape();
  expect(valueOf(text, 'kept_imports_total{job="import",result="done"}')).toBeGreaterThan(5);
  expect(valueOf(text, 'kept_imports_total{job="import",result="failed"}')).toBe(0);
  expect(valueOf(text, 'kept_imports_total{job="undo",result="cancelled"}')).toBe(0);
  expect(valueOf(text, 'kept_roll_up_duration_seconds_count')).toBeGreaterThan(5);
  expect(valueOf(text, 'kept_roll_up_duration_seconds_sum')).toBeGreaterThan(0);
});

test('the age of the data follows from the end of its newest complete week in the zone of the organisation', async () => {
  const { text } = await scrape();
  /* W46 ends on Sunday 15 November at midnight in Madrid, which is 23:00 UTC; the clock stands at 30 November 07:41 UTC. */
  const end = Date.parse('2026-11-15T23:00:00Z') / 1000;
  expect(valueOf(text, 'kept_data_to_timestamp_seconds')).toBe(end);
  expect(valueOf(text, 'kept_data_age_seconds')).toBe(Date.parse('2026-11-30T07:41:00Z') / 1000 - end);
  expect(valueOf(text, 'kept_database_up')).toBe(1);
  expect(valueOf(text, 'kept_data_version')).toBeGreaterThan(1);
  expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
  expect(text).toMatch(/kept_build_info\{version="\d+\.\d+\.\d+",build="[0-9a-f]{12}"\} 1/);
});

test('displays are not counted, or counted in another state than the list says', async () => {
  const { db } = running.service.ctx;
  const row = { words: '{"name":"Lobby"}', revision: 1, created_at: 0, created_by: 'Ana', beat: null, command_id: 0 };
  const beatsAt = [null, Date.parse('2026-11-30T07:41:00Z'), Date.parse('2026-11-30T06:00:00Z'), 0];
  for (const [index, beat_at] of beatsAt.entries()) {
    const more = { display_id: `d${index}`, poll_seconds: 60, command: null, command_at: null, command_done: 0 };
    await db.transaction(async (tx) => {
      await tx.kysely
        .insertInto('displays')
        .values({ ...row, ...more, beat_at, revoked_at: null })
        .execute();
    });
  }
  const { text } = await scrape();
  const counted = ['waiting', 'online', 'silent'].map((state) => valueOf(text, `kept_displays{state="${state}"}`));
  expect(counted).toEqual([1, 1, 2]);
  expect(text).not.toContain('Lobby');
});

test('no name of a team, a customer or a person is told', async () => {
  await running.ask('/api/observations?team=north');
  const { text } = await scrape();
  for (const name of ['north', 'Ana', 'Tom', 'Small company', 'on-time', 'orders.csv'])
    expect(text).not.toContain(name);
});

test('what a proxy passes on from elsewhere is refused, although it comes from this machine', async () => {
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
    const { status, text } = await scrape({ [name]: '203.0.113.9' });
    expect(status).toBe(403);
    expect(text).toContain('KEPT_METRICS_TOKEN');
    expect(text).not.toContain('kept_data_version');
  }
});

test('with a token, it and nothing else opens the metrics', async () => {
  const service = await startTestService();
  try {
    const metrics = createMetrics({
      release: { version: '1.2.3', build: 'b' },
      facts: () => Promise.resolve(null),
      liveStreams: () => 0,
      importing: () => false,
    });
    const ctx = { ...service.ctx, settings: { ...service.ctx.settings, metricsToken: 'token-of-the-test' } };
    const app = createApp(ctx, { routes: [metricsRoute(metrics)] });
    const ask = async (authorization?: string): Promise<Response> =>
      app.request('/metrics', { headers: authorization === undefined ? {} : { authorization } });
    expect((await ask()).status).toBe(401);
    expect((await ask('Bearer token-of-the-tesT')).status).toBe(401);
    expect((await ask('Basic token-of-the-test')).status).toBe(401);
    const answer = await ask('Bearer token-of-the-test');
    expect(answer.status).toBe(200);
    /* The database does not answer, and the metrics are told all the same. */
    const text = await answer.text();
    expect(text).toContain('kept_database_up 0');
    expect(text).not.toMatch(/^kept_data_(version|age_seconds) /m);
  } finally {
    await service.remove();
  }
});

test('without a connection to look at, nobody is taken for this machine', async () => {
  const app = createApp(running.service.ctx, { routes: [metricsRoute({} as never)] });
  expect((await app.request('/metrics')).status).toBe(403);
});

test('a connection that claims another host is refused before anything is told', async () => {
  const { port } = new URL(running.service.url);
  const status = await new Promise((resolve, reject) => {
    const asked = httpRequest(
      { host: '127.0.0.1', port, path: '/metrics', headers: { host: 'evil.example' } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
  expect(status).toBe(403);
});
