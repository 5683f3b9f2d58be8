import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Catalogue } from '../../src/contract/catalogue.ts';
import { Reviews } from '../../src/contract/reviews.ts';
import { Teams } from '../../src/contract/teams.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import { isoWeekLabel, weekOfDay } from '../../src/domain/week.ts';
import { dayOfInstant } from '../../src/domain/zone.ts';
import '../setup/node.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, health, observations, refusal, type Running } from './implementation.ts';
import { action, add, close, earlier, json, moveTo, note, review, reviewPath } from './write-requests.ts';

describe.each(IMPLEMENTATIONS)('$name: reviews', ({ start }) => {
  let running: Running;
  let latest: string;
  let teams: readonly string[];
  const version = async (): Promise<number> => (await health(running)).dataVersion;
  /** Weeks that no fixture has anything in; each test has its own. */
  const week = (by: number): string => earlier(latest, by);

  beforeAll(async () => {
    running = await start('records');
    latest = (await health(running)).latestWeek ?? '';
    teams = (await askFor(running, Teams, '/api/teams')).teams.map(({ id }) => id).sort();
  });
  afterAll(() => running.stop());

  test('a review that is not there because nobody has written in it', async () => {
    expect(await review(running, week(20))).toMatchObject({ week: week(20), teams: [], closed: null, minutes: [] });
    expect((await review(running, week(20))).frozen).toBeNull();
  });

  test('one scope that is two reviews because its teams come in another order', async () => {
    const [one = '', other = ''] = teams;
    const minute = await add(running, week(19), note(), [other, one, other]);
    expect(minute.teams).toEqual([one, other]);
    expect((await review(running, week(19), [one, other])).minutes).toEqual([minute]);
    expect((await review(running, week(19), [one])).minutes).toEqual([]);
    expect((await review(running, week(19))).minutes).toEqual([]);
  });

  test('a closed review that keeps other figures than the page was answered', async () => {
    const scope = teams.slice(0, 1);
    const minute = await add(running, week(3), note({ indicator: 'on-time' }), scope);
    const open = await add(running, week(4), action(), scope);
    const dataVersion = await version();
    const closed = await close(running, week(3), dataVersion, scope);
    /* The page reads from the first week of the newest answer, which ends later. */
    const { from } = await observations(running);
    const range = `from=${from}&to=${week(3)}`;
    const seen = await observations(running, `?team=${encodeURIComponent(scope[0] ?? '')}&${range}`);
    expect(closed.closed).toMatchObject({ by: 'Ana Ruiz', spent: [{ section: 'exceptions', minutes: 21 }] });
    const { frozen } = closed;
    expect(frozen?.observations.series).toEqual(seen.series);
    expect(frozen?.observations.targets).toEqual(seen.targets);
    expect(frozen?.observations.annotations).toEqual(seen.annotations);
    expect([frozen?.observations.from, frozen?.observations.weeks]).toEqual([from, seen.weeks]);
    expect(frozen?.dataVersion).toBe(dataVersion);
    expect(frozen?.catalogue).toEqual(await askFor(running, Catalogue, '/api/catalogue'));
    expect(frozen?.teams).toEqual((await askFor(running, Teams, '/api/teams')).teams);
    expect(frozen?.minutes).toEqual([minute]);
    expect(frozen?.carried).toEqual([open]);
    expect(frozen?.definitions.find(({ id }) => id === 'on-time')).toMatchObject({
      definition: computedById('on-time')?.definition,
      numeratorWords: computedById('on-time')?.numeratorWords,
    });
    expect(await review(running, week(3), scope)).toEqual(closed);
  });

  test('a review of long ago that keeps other weeks than the page was answered', async () => {
    const newest = await observations(running);
    const label = earlier(newest.from, 10);
    const { frozen } = await close(running, label, await version());
    const seen = await observations(running, `?from=${earlier(label, 156)}&to=${label}`);
    expect([frozen?.observations.from, frozen?.observations.weeks]).toEqual([earlier(label, 156), 157]);
    expect(frozen?.observations.series).toEqual(seen.series);
  });

  test('a review that is closed twice, on figures that are gone, or before its week is over', async () => {
    const body = { author: 'Ana Ruiz', dataVersion: await version(), spent: [] };
    const refused = async (label: string, more: object = {}): Promise<unknown> => {
      const { code, at } = await refusal(
        running,
        reviewPath(label, [], '/closing'),
        json('POST', { ...body, ...more }),
        label === current ? 400 : 409,
      );
      return [code, at];
    };
    const { now } = await health(running);
    const { organisation } = await askFor(running, Catalogue, '/api/catalogue');
    const current = isoWeekLabel(weekOfDay(dayOfInstant(Date.parse(now), organisation.timeZone)));
    expect(await refused(current)).toEqual(['bad-request', 'week']);
    expect(await refused(week(6), { dataVersion: body.dataVersion + 1 })).toEqual(['conflict', 'dataVersion']);
    expect((await review(running, week(6))).closed).toBeNull();
    const first = await close(running, week(6), body.dataVersion);
    expect(await refused(week(6))).toEqual(['conflict', 'state']);
    expect(await refused(week(6), { dataVersion: body.dataVersion + 1 })).toEqual(['conflict', 'state']);
    expect(await review(running, week(6))).toEqual(first);
  });

  test('two who close at the same moment and are both told that they did', async () => {
    const body = { author: 'Ana Ruiz', dataVersion: await version(), spent: [] };
    const asked = ['Ana Ruiz', 'Tom'].map((author) =>
      running.ask(reviewPath(week(7), [], '/closing'), json('POST', { ...body, author })),
    );
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await Promise.all(answers.map((answer) => answer.text()));
  });

  test('minutes of a closed review that change', async () => {
    const scope = teams.slice(1, 2);
    const minute = await add(running, week(8), note(), scope);
    const open = await add(running, week(8), action(), scope);
    const closed = await close(running, week(8), await version(), scope);
    const refused = async (path: string, init: RequestInit): Promise<unknown> => {
      const { code, at } = await refusal(running, path, init, 409);
      return [code, at];
    };
    const at = ['conflict', 'state'];
    expect(await refused(reviewPath(week(8), scope, '/minutes'), json('POST', note()))).toEqual(at);
    const words = { revision: 1, indicator: null, author: 'Tom', action: null };
    expect(await refused(`/api/minutes/${minute.id}`, json('PUT', { ...words, text: 'Otherwise' }))).toEqual(at);
    expect(await refused(`/api/minutes/${minute.id}?revision=1&author=Tom`, { method: 'DELETE' })).toEqual(at);
    const plain = action().action;
    const both = { ...words, text: 'Otherwise', action: { ...plain, state: 'done' } };
    expect(await refused(`/api/minutes/${open.id}`, json('PUT', both))).toEqual(at);
    const done = await moveTo(running, open, 'done');
    expect(done.action).toMatchObject({ state: 'done', closedBy: 'Tom', closedAt: done.changedAt });
    const later = await review(running, week(8), scope);
    expect(later.minutes).toEqual([minute, done]);
    expect(later.frozen).toEqual(closed.frozen);
  });

  test('an action that is forgotten before it is done, or returns for ever after', async () => {
    const scope = teams.slice(2, 3);
    const open = await add(running, week(12), action({}, { due: '2027-02-01' }), scope);
    const soon = await add(running, week(12), action({}, { due: '2026-12-01' }), scope);
    const older = await add(running, week(13), action(), scope);
    await add(running, week(12), note(), scope);
    const ids = async (label: string): Promise<readonly string[]> =>
      (await review(running, label, scope)).carried.map(({ id }) => id);
    expect(await ids(week(11))).toEqual([older.id, soon.id, open.id]);
    expect(await ids(week(12))).toEqual([older.id]);
    expect(await ids(week(13))).toEqual([]);
    expect((await review(running, week(11))).carried).not.toContainEqual(open);
    await moveTo(running, open, 'done');
    // Done today: seen once more in every review whose week began before, gone from those of weeks to come.
    expect(await ids(week(11))).toContain(open.id);
    expect(await ids(earlier(latest, -8))).toEqual([older.id, soon.id]);
  });

  test('the review before that is no closed one, or of another scope', async () => {
    const scope = [teams[0] ?? '', teams[2] ?? ''];
    expect((await review(running, week(14), scope)).previous).toBeNull();
    await add(running, week(15), note(), scope);
    await close(running, week(16), await version(), scope);
    expect((await review(running, week(14), scope)).previous).toBe(week(16));
    expect((await review(running, week(16), scope)).previous).toBeNull();
    const listed = await askFor(running, Reviews, reviewPath('', scope).replace('/?', '?'));
    const closedAt = (await review(running, week(16), scope)).closed?.at;
    expect(listed.reviews).toEqual([
      { week: week(15), teams: scope, state: 'open', closedAt: null, minutes: 1 },
      { week: week(16), teams: scope, state: 'closed', closedAt, minutes: 0 },
    ]);
  });

  test.each([
    { path: '/api/reviews/yesterday', status: 400, at: 'week' },
    { path: '/api/reviews/2025-W53', status: 400, at: 'week' },
    { path: '/api/reviews/2026-W10?team=nowhere', status: 404, at: 'team' },
    { path: '/api/reviews?team=nowhere', status: 404, at: 'team' },
    { path: '/api/reviews?colour=blue', status: 400, at: 'colour' },
  ])('$path without naming what is wrong', async ({ path, status, at }) => {
    const error = await refusal(running, path, {}, status);
    expect([error.code, error.at]).toEqual([status === 404 ? 'not-found' : 'bad-request', at]);
  });

  test.each([
    { name: 'no author', more: { author: undefined }, at: 'author' },
    { name: 'a blank author', more: { author: '  ' }, at: 'author' },
    { name: 'no data version', more: { dataVersion: undefined }, at: 'dataVersion' },
    { name: 'half a minute', more: { spent: [{ section: 'exceptions', minutes: 0.5 }] }, at: 'spent.0.minutes' },
    { name: 'an unknown section', more: { spent: [{ section: 'lunch', minutes: 1 }] }, at: 'spent.0.section' },
  ])('a closing with $name that is accepted, or refused without naming it', async ({ more, at }) => {
    const body = { author: 'Ana Ruiz', dataVersion: await version(), spent: [], ...more };
    const error = await refusal(running, reviewPath(week(17), [], '/closing'), json('POST', body), 400);
    expect([error.code, error.at]).toEqual(['bad-request', at]);
  });

  test('a body of another kind, or none', async () => {
    const path = reviewPath(week(17), [], '/closing');
    const headers = { 'content-type': 'text/plain' };
    expect((await refusal(running, path, { method: 'POST', headers, body: '{}' }, 415)).code).toBe('unsupported-media');
    const empty = { method: 'POST', headers: { 'content-type': 'application/json' } };
    expect((await refusal(running, path, { ...empty, body: '{' }, 400)).at).toBe('body');
    expect((await refusal(running, path, { ...empty, body: 'null' }, 400)).at).toBe('body');
  });

  test.each([
    { path: '/api/reviews', method: 'POST' },
    { path: '/api/reviews/2026-W10', method: 'PUT' },
    { path: '/api/reviews/2026-W10/closing', method: 'GET' },
    { path: '/api/reviews/2026-W10/minutes', method: 'GET' },
  ])('$method $path with something else than 405', async ({ path, method }) => {
    expect((await refusal(running, path, { method }, 405)).code).toBe('method-not-allowed');
  });
});
