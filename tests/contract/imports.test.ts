import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Catalogue } from '../../src/contract/catalogue.ts';
import { ImportProgress, ImportReport, Imports, LiveEvent } from '../../src/contract/imports.ts';
import { Teams } from '../../src/contract/teams.ts';
import '../setup/node.ts';
import { readEvents } from './event-reader.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, health, importText, observations, refusal, type Running } from './implementation.ts';
import {
  OWN_INDICATOR,
  indicatorsFile,
  observationsFile,
  observationsFileWithBadRow,
  ownWeeks,
} from './own-indicator-files.ts';

const OWN_RANGE = `?indicator=${OWN_INDICATOR}&from=${ownWeeks.from}&to=${ownWeeks.to}`;

describe.each(IMPLEMENTATIONS)('$name: imports', ({ start }) => {
  let running: Running;
  let team: string;
  beforeAll(async () => {
    running = await start('records');
    team = (await askFor(running, Teams, '/api/teams')).teams[0]?.id ?? '';
    await importText(running, indicatorsFile, { kind: 'indicators', fileName: 'indicators.csv' });
  });
  afterAll(() => running.stop());

  test('an own indicator that does not reach the catalogue', async () => {
    const { own } = await askFor(running, Catalogue, '/api/catalogue');
    expect(own.find(({ id }) => id === OWN_INDICATOR)).toEqual({
      id: OWN_INDICATOR,
      name: 'Keys handed over',
      dimension: 'quality',
      unit: 'percent',
      better: 'higher',
      decimals: 1,
      marks: { floor: 50, pass: 80, delight: 99 },
      lagDays: 0,
      definition: 'Orders whose keys were handed over at the door.',
    });
  });

  test('a dry run that changes something', async () => {
    const before = await health(running);
    const report = await importText(running, observationsFile(team), { kind: 'observations', dryRun: 'true' });
    expect(report).toMatchObject({
      status: 'done',
      dryRun: true,
      counts: { read: 3, new: 3, unchanged: 0, refused: 0 },
    });
    expect((await health(running)).dataVersion).toBe(before.dataVersion);
    const answer = await observations(running, OWN_RANGE);
    expect(answer.series.flatMap(({ denominators }) => denominators).filter((value) => value !== null)).toEqual([]);
  });

  test('an import that nobody hears of, a second one that changes something, an undo that leaves something', async () => {
    const before = await health(running);
    const live = await running.ask('/api/live');
    expect([live.status, live.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^text\/event-stream/),
    ]);
    const events = readEvents(live);

    const report = await importText(running, observationsFile(team), { kind: 'observations', fileName: 'own.csv' });
    expect(report).toMatchObject({ status: 'done', dryRun: false, fileName: 'own.csv', error: null });
    expect(report.counts).toMatchObject({ read: 3, new: 3, changed: 0, unchanged: 0, refused: 0 });
    const after = await health(running);
    expect(after.dataVersion).toBeGreaterThan(before.dataVersion);
    let heard = -1;
    while (heard < after.dataVersion) heard = LiveEvent.parse(await events.next()).dataVersion;
    expect(heard).toBe(after.dataVersion);
    await events.cancel();

    const [series] = (await observations(running, OWN_RANGE)).series;
    expect([series?.numerators, series?.denominators]).toEqual([ownWeeks.numerators, ownWeeks.denominators]);
    expect(series?.coveredTo).not.toBeNull();

    const again = await importText(running, observationsFile(team), { kind: 'observations', fileName: 'own.csv' });
    expect(again.counts).toMatchObject({ read: 3, new: 0, changed: 0, unchanged: 3, refused: 0 });
    expect((await health(running)).dataVersion).toBe(after.dataVersion);

    const undone = await askFor(running, ImportReport, `/api/imports/${report.id}`, { method: 'DELETE' });
    expect(undone.id).toBe(report.id);
    expect((await askFor(running, ImportReport, `/api/imports/${report.id}`)).status).toBe('undone');
    expect((await health(running)).dataVersion).toBeGreaterThan(after.dataVersion);
    const left = await observations(running, OWN_RANGE);
    expect(left.series.flatMap(({ numerators }) => numerators).filter((value) => value !== null)).toEqual([]);
    await refusal(running, `/api/imports/${report.id}`, { method: 'DELETE' }, 409);
  });

  test('refused rows that cannot be told from accepted ones', async () => {
    const file = observationsFileWithBadRow(team);
    const report = await importText(running, file, { kind: 'observations', dryRun: 'true' });
    expect(report.counts).toMatchObject({ read: 3, new: 2, refused: 1 });
    expect(report.refusedRows).toEqual([
      { line: 3, column: 'numerator', value: 'many', reason: expect.stringMatching(/\S/) as string },
    ]);
    const csv = await running.ask(`/api/imports/${report.id}/refused.csv`);
    expect([csv.status, csv.headers.get('content-type'), csv.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringMatching(/^text\/csv/),
      expect.stringContaining('attachment'),
    ]);
    expect(await csv.text()).toContain('many');
  });

  test('a strict import that writes in spite of a refused row', async () => {
    const before = await health(running);
    const report = await importText(running, observationsFileWithBadRow(team), {
      kind: 'observations',
      strict: 'true',
    });
    expect(report.status).toBe('failed');
    expect(report.error?.message).toMatch(/\S+ \S+/);
    expect((await health(running)).dataVersion).toBe(before.dataVersion);
  });

  test('a file that breaks off inside a quoted field and is taken', async () => {
    const before = await health(running);
    const report = await importText(
      running,
      `indicator_id,team_id,week,numerator,denominator\n${OWN_INDICATOR},"${team}`,
      { kind: 'observations' },
    );
    expect(report.status).toBe('failed');
    expect(report.error?.line).toBe(2);
    expect((await health(running)).dataVersion).toBe(before.dataVersion);
  });

  test('an import whose progress never ends', async () => {
    const search = new URLSearchParams({ fileName: 'own.csv', kind: 'observations', dryRun: 'true' }).toString();
    const report = await askFor(
      running,
      ImportReport,
      `/api/imports?${search}`,
      { method: 'POST', body: observationsFile(team) },
      202,
    );
    expect(['queued', 'running', 'done']).toContain(report.status);
    const stream = await running.ask(`/api/imports/${report.id}/progress`);
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = (await readEvents(stream).rest()).map((event) => ImportProgress.parse(event));
    expect(events.length).toBeGreaterThan(0);
    expect(events.map(({ id }) => id)).toEqual(events.map(() => report.id));
    expect(events.at(-1)).toMatchObject({ status: 'done', phase: 'done' });
    const reads = events.map(({ rowsRead }) => rowsRead);
    expect(reads).toEqual([...reads].sort((a, b) => a - b));
    expect((await askFor(running, ImportReport, `/api/imports/${report.id}`)).status).toBe('done');
  });

  test('a cancelled import that leaves something behind', async () => {
    const before = await health(running);
    const search = new URLSearchParams({ fileName: 'own.csv', kind: 'observations' }).toString();
    const report = await askFor(
      running,
      ImportReport,
      `/api/imports?${search}`,
      { method: 'POST', body: observationsFile(team) },
      202,
    );
    const path = `/api/imports/${report.id}`;
    const first = await askFor(running, ImportReport, path, { method: 'DELETE' });
    // A small file may be done before the cancelling arrives: then it is undone like any other.
    const ended = first.status === 'done' ? await askFor(running, ImportReport, path, { method: 'DELETE' }) : first;
    expect(['cancelled', 'undone']).toContain(ended.status);
    expect((await askFor(running, ImportReport, path)).status).toBe(ended.status);
    const left = await observations(running, OWN_RANGE);
    expect(left.series.flatMap(({ numerators }) => numerators).filter((value) => value !== null)).toEqual([]);
    const moved = (await health(running)).dataVersion - before.dataVersion;
    expect(moved).toBe(ended.status === 'cancelled' ? 0 : 2);
  });

  test('imports that are not listed', async () => {
    const report = await importText(running, observationsFile(team), { kind: 'observations', fileName: 'listed.csv' });
    const { imports } = await askFor(running, Imports, '/api/imports');
    expect(imports[0]).toEqual(await askFor(running, ImportReport, `/api/imports/${report.id}`));
    expect(imports[0]?.fileName).toBe('listed.csv');
  });

  test.each([
    { query: 'kind=orders', at: 'fileName' },
    { query: 'fileName=a.csv', at: 'kind' },
    { query: 'fileName=a.csv&kind=parcels', at: 'kind' },
    { query: 'fileName=a.csv&preset=sap', at: 'preset' },
    { query: 'fileName=a.csv&kind=orders&covers=lately', at: 'covers' },
    { query: 'fileName=a.csv&kind=orders&dryRun=perhaps', at: 'dryRun' },
  ])('POST /api/imports?$query without naming what is wrong', async ({ query, at }) => {
    const error = await refusal(running, `/api/imports?${query}`, { method: 'POST', body: 'a,b\n1,2\n' }, 400);
    expect([error.code, error.at]).toEqual(['bad-request', at]);
  });

  test('the sample company loaded beside own records', async () => {
    expect((await refusal(running, '/api/sample', { method: 'POST' }, 409)).code).toBe('conflict');
  });
});
