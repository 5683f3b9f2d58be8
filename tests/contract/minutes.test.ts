import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Causes } from '../../src/contract/breakdown.ts';
import { Actions, Minute, MinuteVersions } from '../../src/contract/minutes.ts';
import '../setup/node.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, health, refusal, type Running } from './implementation.ts';
import {
  action,
  add,
  change,
  changeOf,
  close,
  earlier,
  json,
  moveTo,
  note,
  removalPath,
  review,
  reviewPath,
  versions,
} from './write-requests.ts';

describe.each(IMPLEMENTATIONS)('$name: minutes', ({ start }) => {
  let running: Running;
  let week: string;
  beforeAll(async () => {
    running = await start('records');
    week = earlier((await health(running)).latestWeek ?? '', 5);
  });
  afterAll(() => running.stop());

  const refused = async (path: string, init: RequestInit, status: number): Promise<unknown> => {
    const { code, at } = await refusal(running, path, init, status);
    return [code, at];
  };
  const newPath = (): string => reviewPath(week, [], '/minutes');

  test('an entry that comes back other than it was written', async () => {
    const wanted = action({ indicator: 'on-time', text: '  Two lines\nof text  ' });
    const minute = await add(running, week, wanted);
    expect(minute).toMatchObject({
      id: wanted.id,
      kind: 'action',
      week,
      teams: [],
      indicator: 'on-time',
      text: 'Two lines\nof text',
      author: 'Ana Ruiz',
      changedBy: 'Ana Ruiz',
      changedAt: minute.createdAt,
      revision: 1,
      action: { ...wanted.action, closedAt: null, closedBy: null },
    });
    expect((await review(running, week)).minutes).toContainEqual(minute);
  });

  test('a request that is sent twice and written twice, or answered with a refusal', async () => {
    const wanted = note({ text: 'Sent twice' });
    const first = await add(running, week, wanted);
    expect(await add(running, week, wanted)).toEqual(first);
    const changed = await change(running, first, { text: 'Changed since' });
    expect(await add(running, week, wanted)).toEqual(changed);
    expect((await review(running, week)).minutes.filter(({ id }) => id === wanted.id)).toEqual([changed]);
    expect(await versions(running, wanted.id)).toHaveLength(2);
  });

  test('two entries of one id of which the later replaces the earlier', async () => {
    const first = await add(running, week, note());
    const taken = ['conflict', 'id'];
    for (const more of [{ text: 'Another' }, { author: 'Tom' }, { indicator: 'on-time' }]) {
      expect(await refused(newPath(), json('POST', note({ id: first.id, ...more })), 409)).toEqual(taken);
    }
    const elsewhere = reviewPath(earlier(week, 1), [], '/minutes');
    expect(await refused(elsewhere, json('POST', note({ id: first.id })), 409)).toEqual(taken);
    expect((await review(running, week)).minutes).toContainEqual(first);
  });

  test('a text that is lost because two wrote at once', async () => {
    const minute = await add(running, week, note({ text: 'First words' }));
    const texts = ['What Ana saw', 'What Tom saw', 'What Eva saw'];
    const answers = await Promise.all(
      texts.map(async (text) =>
        running.ask(`/api/minutes/${minute.id}`, json('PUT', changeOf(minute, { text, author: text.split(' ')[1] }))),
      ),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.json() as Promise<Record<string, unknown>>));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const losers = bodies.filter((_, at) => answers[at]?.status === 409);
    expect(losers).toMatchObject([
      { code: 'conflict', at: 'revision' },
      { code: 'conflict', at: 'revision' },
    ]);
    const winner = texts[answers.findIndex(({ status }) => status === 200)];
    expect((await versions(running, minute.id)).map(({ text }) => text)).toEqual(['First words', winner]);
  });

  test('a change that does not move the revision, or forgets what stood before', async () => {
    const first = await add(running, week, note({ text: 'One' }));
    const second = await change(running, first, { text: 'Two', indicator: 'in-full' });
    expect(second).toMatchObject({ revision: 2, text: 'Two', indicator: 'in-full', author: 'Ana Ruiz' });
    expect([second.changedBy, second.createdAt]).toEqual(['Tom', first.createdAt]);
    const kept = await versions(running, first.id);
    expect(kept).toEqual([
      { revision: 1, at: first.changedAt, by: 'Ana Ruiz', text: 'One', state: 'stands' },
      { revision: 2, at: second.changedAt, by: 'Tom', text: 'Two', state: 'stands' },
    ]);
    expect(await refused(`/api/minutes/${first.id}`, json('PUT', changeOf(first, { text: 'Late' })), 409)).toEqual([
      'conflict',
      'revision',
    ]);
    expect(await refused(removalPath(first), { method: 'DELETE' }, 409)).toEqual(['conflict', 'revision']);
    expect((await review(running, week)).minutes).toContainEqual(second);
  });

  test('an entry that is removed and still stands, or whose text is gone', async () => {
    const minute = await add(running, week, note({ text: 'Taken back' }));
    const left = await askFor(running, MinuteVersions, removalPath(minute), { method: 'DELETE' });
    expect(left.versions.map(({ revision, by, text, state }) => [revision, by, text, state])).toEqual([
      [1, 'Ana Ruiz', 'Taken back', 'stands'],
      [2, 'Tom', 'Taken back', 'removed'],
    ]);
    expect(await versions(running, minute.id)).toEqual(left.versions);
    expect((await review(running, week)).minutes.map(({ id }) => id)).not.toContain(minute.id);
    const path = `/api/minutes/${minute.id}`;
    const gone = ['conflict', 'revision'];
    expect(await refused(path, json('PUT', changeOf(minute)), 409)).toEqual(gone);
    expect(await refused(path, json('PUT', changeOf({ ...minute, revision: 2 })), 409)).toEqual(gone);
    expect(await refused(removalPath({ ...minute, revision: 2 }), { method: 'DELETE' }, 409)).toEqual(gone);
    const again = note({ id: minute.id, text: 'Taken back' });
    expect(await refused(newPath(), json('POST', again), 409)).toEqual(['conflict', 'id']);
  });

  test('an action whose closing is not known, or known of one that is open', async () => {
    const open = await add(running, week, action());
    const done = await moveTo(running, open, 'done', 'Eva');
    expect(done.action).toMatchObject({ state: 'done', closedAt: done.changedAt, closedBy: 'Eva' });
    const same = await change(running, done, { text: 'Said more plainly' });
    expect(same.action).toEqual(done.action);
    const dropped = await moveTo(running, same, 'dropped', 'Tom');
    expect(dropped.action).toMatchObject({ closedAt: dropped.changedAt, closedBy: 'Tom' });
    expect((await moveTo(running, dropped, 'open')).action).toMatchObject({ closedAt: null, closedBy: null });
    const born = await add(running, week, action({}, { state: 'done' }));
    expect(born.action).toMatchObject({ closedAt: born.createdAt, closedBy: 'Ana Ruiz' });
  });

  test('a repeat that is refused because the review was closed in between', async () => {
    const label = earlier(week, 2);
    const wanted = note();
    const minute = await add(running, label, wanted);
    await close(running, label, (await health(running)).dataVersion);
    expect(await add(running, label, wanted)).toEqual(minute);
  });

  test('what an action is meant to move, or how far it is, that is lost or made up', async () => {
    const said = action({}, { expected: -0.4, progress: 'Running, 2 of 3 weeks' });
    const minute = await add(running, week, said);
    expect(minute.action).toMatchObject({ expected: -0.4, progress: 'Running, 2 of 3 weeks' });
    const words = { ...said.action, expected: 0, progress: 'Done but for one week' };
    const changed = await change(running, minute, { action: words });
    expect(changed.action).toMatchObject({ expected: 0, progress: 'Done but for one week' });
    expect((await review(running, week)).minutes).toContainEqual(changed);
    expect((await askFor(running, Actions, '/api/actions')).actions).toContainEqual(changed);
    const silent = await add(running, week, action());
    expect([silent.action?.expected ?? null, silent.action?.progress ?? null]).toEqual([null, null]);
    const again = await change(running, changed, { action: { ...words, expected: null, progress: null } });
    expect([again.action?.expected ?? null, again.action?.progress ?? null]).toEqual([null, null]);
  });

  test('nothing said, in other words, that is taken for another request', async () => {
    const wanted = action();
    const first = await add(running, week, wanted);
    const plain = { ...wanted, action: wanted.action && { ...wanted.action, expected: null, progress: null } };
    expect(await add(running, week, plain)).toEqual(first);
  });

  test('an open action that cannot say how far it is once its review was closed, or says more than that', async () => {
    const label = earlier(week, 4);
    const minute = await add(running, label, action({}, { expected: 0.4, progress: 'Agreed' }));
    await close(running, label, (await health(running)).dataVersion);
    const { owner, due, cause, improvement, expected } = minute.action ?? {};
    const words = { owner, due, cause, improvement, expected, state: 'open', progress: 'Running' };
    const under = await change(running, minute, { action: words });
    expect(under.action).toMatchObject({ state: 'open', progress: 'Running' });
    const done = { ...words, state: 'done', progress: null };
    const ended = await change(running, under, { action: done });
    expect(ended.action).toMatchObject({ state: 'done', closedBy: ended.changedBy });
    const more = { ...words, progress: 'Half way' };
    for (const wrong of [{ expected: 0.5 }, { owner: 'Somebody else' }, { due: '2027-05-01' }]) {
      const body = changeOf(ended, { action: { ...more, ...wrong } });
      expect(await refused(`/api/minutes/${minute.id}`, json('PUT', body), 409)).toEqual(['conflict', 'state']);
    }
  });

  test('actions that leave one out, or come in another order than by due date', async () => {
    const far = await add(running, earlier(week, 1), action({ indicator: 'in-full' }, { due: '2027-05-01' }));
    const near = await add(running, week, action({ indicator: 'in-full' }, { due: '2027-01-01' }));
    const done = await moveTo(running, await add(running, week, action({ indicator: 'in-full' })), 'done');
    const ids = async (query: string): Promise<readonly string[]> =>
      (await askFor(running, Actions, `/api/actions${query}`)).actions.map(({ id }) => id);
    const mine = new Set([far.id, near.id, done.id]);
    const of = async (query: string): Promise<readonly string[]> => (await ids(query)).filter((id) => mine.has(id));
    expect(await of('')).toEqual([near.id, far.id]);
    expect(await of('?state=all')).toEqual([done.id, near.id, far.id]);
    expect(await of('?indicator=in-full')).toEqual([near.id, far.id]);
    expect(await of('?indicator=on-time&state=all')).toEqual([]);
    const all = (await askFor(running, Actions, '/api/actions?state=all')).actions;
    const due = all.map((minute) => minute.action?.due ?? '');
    expect(due).toEqual([...due].sort());
    expect(await refused('/api/actions?indicator=happiness', {}, 404)).toEqual(['not-found', 'indicator']);
    expect(await refused('/api/actions?state=late', {}, 400)).toEqual(['bad-request', 'state']);
  });

  test('an action that cannot be linked with a cause or an improvement that is kept', async () => {
    const { causes, improvements } = await askFor(running, Causes, '/api/causes');
    const cause = causes[0]?.id ?? null;
    const improvement = improvements[0]?.id ?? null;
    const linked = await add(running, week, action({}, { cause, improvement }));
    expect(linked.action).toMatchObject({ cause, improvement });
    expect(cause).not.toBeNull();
  });

  test.each([
    { name: 'an id that is none', wanted: note({ id: 'short' }), status: 400, at: 'id' },
    { name: 'no text', wanted: note({ text: '' }), status: 400, at: 'text' },
    { name: 'blanks for a text', wanted: note({ text: ' \n ' }), status: 400, at: 'text' },
    { name: 'too long a text', wanted: note({ text: 'x'.repeat(8001) }), status: 400, at: 'text' },
    { name: 'no author', wanted: { ...note(), author: undefined }, status: 400, at: 'author' },
    { name: 'another kind', wanted: { ...note(), kind: 'poem' }, status: 400, at: 'kind' },
    { name: 'an action without its words', wanted: action({ action: null }), status: 400, at: 'action' },
    { name: 'a note with the words of an action', wanted: action({ kind: 'note' }), status: 400, at: 'action' },
    { name: 'a due date that is none', wanted: action({}, { due: '2026-02-30' }), status: 400, at: 'action.due' },
    { name: 'a due date in words', wanted: action({}, { due: 'Friday' }), status: 400, at: 'action.due' },
    { name: 'no owner', wanted: action({}, { owner: ' ' }), status: 400, at: 'action.owner' },
    {
      name: 'a gain in words',
      wanted: { ...action(), action: { ...action().action, expected: 'much' } },
      status: 400,
      at: 'action.expected',
    },
    { name: 'too long a state', wanted: action({}, { progress: 'x'.repeat(61) }), status: 400, at: 'action.progress' },
    { name: 'an unknown indicator', wanted: note({ indicator: 'happiness' }), status: 404, at: 'indicator' },
    { name: 'an unknown cause', wanted: action({}, { cause: 'weather' }), status: 404, at: 'action.cause' },
    {
      name: 'an unknown improvement',
      wanted: action({}, { improvement: 'magic' }),
      status: 404,
      at: 'action.improvement',
    },
  ])('$name that is accepted, or refused without naming it', async ({ wanted, status, at }) => {
    expect(await refused(newPath(), json('POST', wanted), status)).toEqual([
      status === 404 ? 'not-found' : 'bad-request',
      at,
    ]);
  });

  test('a change that is accepted though a new entry of its kind would not be', async () => {
    const minute = await add(running, week, note());
    const path = `/api/minutes/${minute.id}`;
    const put = async (more: Readonly<Record<string, unknown>>, status: number): Promise<unknown> =>
      refused(path, json('PUT', changeOf(minute, more)), status);
    expect(await put({ action: action().action }, 400)).toEqual(['bad-request', 'action']);
    expect(await put({ indicator: 'happiness' }, 404)).toEqual(['not-found', 'indicator']);
    expect(await put({ revision: 0 }, 400)).toEqual(['bad-request', 'revision']);
    expect(await put({ text: ' ' }, 400)).toEqual(['bad-request', 'text']);
    expect((await review(running, week)).minutes).toContainEqual(minute);
  });

  test.each([
    { path: '/api/minutes/entry-of-nobody', method: 'PUT', status: 404, at: 'id' },
    { path: '/api/minutes/entry-of-nobody?revision=1&author=Tom', method: 'DELETE', status: 404, at: 'id' },
    { path: '/api/minutes/entry-of-nobody/versions', method: 'GET', status: 404, at: 'id' },
    { path: '/api/minutes/entry-of-nobody?author=Tom', method: 'DELETE', status: 400, at: 'revision' },
    { path: '/api/minutes/entry-of-nobody?revision=1', method: 'DELETE', status: 400, at: 'author' },
    { path: '/api/minutes/entry-of-nobody?revision=one&author=Tom', method: 'DELETE', status: 400, at: 'revision' },
  ])('$method $path without naming what is wrong', async ({ path, method, status, at }) => {
    const init = method === 'PUT' ? json('PUT', { ...note(), revision: 1 }) : { method };
    expect(await refused(path, init, status)).toEqual([status === 404 ? 'not-found' : 'bad-request', at]);
  });

  test.each([
    { path: '/api/minutes/entry-1234', method: 'GET' },
    { path: '/api/minutes/entry-1234/versions', method: 'POST' },
    { path: '/api/actions', method: 'POST' },
  ])('$method $path with something else than 405', async ({ path, method }) => {
    expect((await refusal(running, path, { method }, 405)).code).toBe('method-not-allowed');
  });

  test('an entry of the contract that its own schema refuses', async () => {
    const minute = await add(running, week, action());
    expect(Minute.parse(minute)).toEqual(minute);
  });
});
