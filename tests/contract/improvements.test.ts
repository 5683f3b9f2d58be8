import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Annotations } from '../../src/contract/annotations.ts';
import { Causes } from '../../src/contract/breakdown.ts';
import {
  Improvement,
  Improvements,
  type ImprovementWords,
  type NewImprovement,
} from '../../src/contract/improvements.ts';
import type { Annotation } from '../../src/contract/observations.ts';
import { Teams } from '../../src/contract/teams.ts';
import { isoDate, mondayOf, parseIsoWeek } from '../../src/domain/week.ts';
import '../setup/node.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, health, importText, observations, refusal, type Running } from './implementation.ts';
import { action, add as addMinute, earlier, json, newId, reviewPath } from './write-requests.ts';

describe.each(IMPLEMENTATIONS)('$name: improvements', ({ start }) => {
  let running: Running;
  let week: string;
  let tuesday: string;
  let team: string;
  let cause: string;
  beforeAll(async () => {
    running = await start('records');
    week = earlier((await health(running)).latestWeek ?? '', 8);
    tuesday = isoDate(mondayOf(parseIsoWeek(week) ?? 0) + 1);
    team = (await askFor(running, Teams, '/api/teams')).teams[0]?.id ?? '';
    cause = (await askFor(running, Causes, '/api/causes')).causes[0]?.id ?? '';
  });
  afterAll(() => running.stop());

  const words = (more: Partial<ImprovementWords> = {}): ImprovementWords => ({
    ...{ title: 'Second carrier', owner: 'Ana Ruiz', component: 'procedures', cause: null },
    ...{ indicator: 'on-time', team: null, effective: tuesday },
    ...more,
  });
  const wanted = (more: Partial<ImprovementWords> = {}): NewImprovement => ({
    ...{ id: newId(), author: 'Ana Ruiz', words: words(more) },
  });
  const add = async (given: NewImprovement): Promise<Improvement> =>
    askFor(running, Improvement, '/api/improvements', json('POST', given), 201);
  const path = (id: string, below = ''): string => `/api/improvements/${encodeURIComponent(id)}${below}`;
  const changeOf = ({ revision }: Pick<Improvement, 'revision'>, more: Partial<ImprovementWords> = {}): object => ({
    ...{ revision, author: 'Tom', words: words(more) },
  });
  const change = async (improvement: Improvement, more: Partial<ImprovementWords>): Promise<Improvement> =>
    askFor(running, Improvement, path(improvement.id), json('PUT', changeOf(improvement, more)));
  const withdrawal = ({ revision }: Pick<Improvement, 'revision'>): object => ({
    ...{ revision, author: 'Tom', reason: 'It was never done' },
  });
  const withdraw = async (improvement: Improvement): Promise<Improvement> =>
    askFor(running, Improvement, path(improvement.id, '/withdrawal'), json('POST', withdrawal(improvement)));
  const list = async (): Promise<readonly Improvement[]> =>
    (await askFor(running, Improvements, '/api/improvements')).improvements;
  const refused = async (at: string, init: RequestInit, status: number): Promise<unknown> => {
    const error = await refusal(running, at, init, status);
    return [error.code, error.at];
  };
  const version = async (): Promise<number> => (await health(running)).dataVersion;
  /** As the charts of an indicator draw them: by their title, which each test makes its own. */
  const drawn = async (title: string, query: string): Promise<readonly Annotation[]> =>
    (await observations(running, query)).annotations.filter(({ text }) => text === title);

  test('an improvement that comes back other than it was written, or moves no answer', async () => {
    const given = wanted({ cause, team });
    const before = await version();
    const improvement = await add(given);
    expect(improvement).toEqual({
      id: given.id,
      ...given.words,
      ...{ state: 'stands', origin: 'kept', revision: 1, changedBy: 'Ana Ruiz' },
      changedAt: improvement.changedAt,
    });
    expect(improvement.changedAt).not.toBeNull();
    expect(await list()).toContainEqual(improvement);
    expect(await version()).toBe(before + 1);
  });

  test('an improvement in effect that no chart shows, or that of another indicator does', async () => {
    const title = 'Drawn on its line';
    const improvement = await add(wanted({ title, team }));
    const found = await drawn(title, '?indicator=on-time');
    expect(found).toMatchObject([{ date: tuesday, week, indicator: 'on-time', team, kind: 'improvement' }]);
    expect(await drawn(title, '?indicator=in-full')).toEqual([]);
    expect(await drawn(title, `?indicator=on-time&team=${encodeURIComponent(team)}`)).toEqual(found);
    const later = isoDate(mondayOf(parseIsoWeek(earlier(week, -2)) ?? 0));
    const changed = await change(improvement, { title, team: null, effective: later });
    expect(await drawn(title, '?indicator=on-time')).toMatchObject([{ week: earlier(week, -2), team: null }]);
    const before = await version();
    expect(await withdraw(changed)).toMatchObject({ state: 'withdrawn', revision: 3, changedBy: 'Tom' });
    expect(await version()).toBe(before + 1);
    expect(await drawn(title, '?indicator=on-time')).toEqual([]);
    expect((await list()).map(({ id }) => id)).not.toContain(improvement.id);
  });

  test('an improvement that removes a cause and stands elsewhere than on repeated claims', async () => {
    await add(wanted({ title: 'By its cause', cause, indicator: null }));
    expect(await drawn('By its cause', '?indicator=repeated-claims')).toHaveLength(1);
    await add(wanted({ title: 'On no line', cause: null, indicator: null }));
    expect(await drawn('On no line', '')).toEqual([]);
  });

  test('an idea that is drawn as if it had a date', async () => {
    const idea = await add(wanted({ title: 'Only an idea', effective: null }));
    expect(await drawn('Only an idea', '')).toEqual([]);
    await change(idea, { title: 'Only an idea' });
    expect(await drawn('Only an idea', '')).toHaveLength(1);
  });

  test('an improvement that is withdrawn as if it were a note', async () => {
    await add(wanted({ title: 'No mere note' }));
    const { annotations } = await askFor(running, Annotations, '/api/annotations');
    const kept = annotations.find(({ annotation }) => annotation.text === 'No mere note');
    expect(kept).toMatchObject({ state: 'stands', withdrawable: false });
    const at = `/api/annotations/${encodeURIComponent(kept?.annotation.id ?? '')}/withdrawal`;
    expect(await refused(at, json('POST', { author: 'Tom', reason: 'Gone' }), 409)).toEqual(['conflict', 'id']);
  });

  test('an improvement that an action cannot be linked with, or still can once it is withdrawn', async () => {
    const improvement = await add(wanted({ title: 'To be linked' }));
    const { id, effective } = improvement;
    const linked = async (): Promise<unknown> =>
      (await askFor(running, Causes, '/api/causes')).improvements.find((each) => each.id === id);
    expect(await linked()).toEqual({ id, title: 'To be linked', effective });
    const minute = await addMinute(running, week, action({}, { improvement: id }));
    expect(minute.action?.improvement).toBe(id);
    await withdraw(improvement);
    expect(await linked()).toBeUndefined();
    const again = json('POST', action({}, { improvement: id }));
    expect(await refused(reviewPath(week, [], '/minutes'), again, 404)).toEqual(['not-found', 'action.improvement']);
  });

  test('improvements in another order than the latest to take effect first, ideas last', async () => {
    await add(wanted({ effective: null }));
    await add(wanted({ effective: '2026-05-04' }));
    await add(wanted({ effective: '2027-02-01' }));
    const days = (await list()).map(({ effective }) => effective ?? '');
    expect(days).toEqual(days.toSorted().reverse());
    expect(days[0]).toBe('2027-02-01');
  });

  test('a request that is sent twice and written twice, or answered with a refusal', async () => {
    const given = wanted({ title: 'Sent twice' });
    const first = await add(given);
    const before = await version();
    expect(await add(given)).toEqual(first);
    expect(await version()).toBe(before);
    const changed = await change(first, { title: 'Sent twice, then changed' });
    expect(await add(given)).toEqual(changed);
    expect((await list()).filter(({ id }) => id === given.id)).toEqual([changed]);
  });

  test('two improvements of one id of which the later replaces the earlier', async () => {
    const given = wanted();
    const first = await add(given);
    for (const other of [
      { ...given, author: 'Tom' },
      { ...given, words: words({ title: 'Another' }) },
    ])
      expect(await refused('/api/improvements', json('POST', other), 409)).toEqual(['conflict', 'id']);
    expect(await list()).toContainEqual(first);
  });

  test('an edit that is lost because two wrote at once, or on what had changed or gone', async () => {
    const first = await add(wanted());
    const titles = ['As Ana says', 'As Tom says'];
    const answers = await Promise.all(
      titles.map(async (title) => running.ask(path(first.id), json('PUT', changeOf(first, { title })))),
    );
    await Promise.all(answers.map(async (answer) => answer.text()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = titles[answers.findIndex(({ status }) => status === 200)];
    const second = (await list()).find(({ id }) => id === first.id);
    expect(second).toMatchObject({ title: winner, revision: 2 });
    expect(await refused(path(first.id), json('PUT', changeOf(first)), 409)).toEqual(['conflict', 'revision']);
    const late = json('POST', withdrawal(first));
    expect(await refused(path(first.id, '/withdrawal'), late, 409)).toEqual(['conflict', 'revision']);
    const gone = await withdraw(second ?? first);
    expect(await refused(path(first.id), json('PUT', changeOf(gone)), 409)).toEqual(['conflict', 'state']);
    const twice = json('POST', withdrawal(gone));
    expect(await refused(path(first.id, '/withdrawal'), twice, 409)).toEqual(['conflict', 'state']);
  });

  test('an imported improvement that is changed here instead of where it comes from', async () => {
    const id = newId();
    const file = `improvement_id,title,component,indicator_id,effective_at\n${id},Imported,systems,on-time,${tuesday}\n`;
    expect((await importText(running, file, { kind: 'improvements' })).status).toBe('done');
    expect((await list()).find((each) => each.id === id)).toEqual({
      ...{ id, title: 'Imported', owner: null, component: 'systems', cause: null, indicator: 'on-time', team: null },
      ...{ effective: tuesday, state: 'stands', origin: 'imported', revision: 0, changedBy: null, changedAt: null },
    });
    expect(await drawn('Imported', '?indicator=on-time')).toHaveLength(1);
    const put = json('PUT', changeOf({ revision: 1 }));
    expect(await refused(path(id), put, 409)).toEqual(['conflict', 'id']);
    const post = json('POST', withdrawal({ revision: 1 }));
    expect(await refused(path(id, '/withdrawal'), post, 409)).toEqual(['conflict', 'id']);
    expect(await refused('/api/improvements', json('POST', { ...wanted(), id }), 409)).toEqual(['conflict', 'id']);
  });

  const unfit: ReadonlyArray<{
    readonly name: string;
    readonly more: Readonly<Record<string, unknown>>;
    readonly status: 400 | 404;
    readonly at: string;
  }> = [
    { name: 'no title', more: { title: ' ' }, status: 400, at: 'words.title' },
    { name: 'too long a title', more: { title: 'x'.repeat(121) }, status: 400, at: 'words.title' },
    { name: 'no owner', more: { owner: '' }, status: 400, at: 'words.owner' },
    { name: 'a seventh component', more: { component: 'luck' }, status: 400, at: 'words.component' },
    { name: 'no component', more: { component: null }, status: 400, at: 'words.component' },
    { name: 'a date in words', more: { effective: 'soon' }, status: 400, at: 'words.effective' },
    { name: 'a day that no month has', more: { effective: '2026-02-30' }, status: 400, at: 'words.effective' },
    { name: 'an unknown indicator', more: { indicator: 'happiness' }, status: 404, at: 'words.indicator' },
    { name: 'an unknown team', more: { team: 'nowhere' }, status: 404, at: 'words.team' },
    { name: 'an unknown cause', more: { cause: 'weather' }, status: 404, at: 'words.cause' },
  ];

  test.each(unfit)('$name that is accepted, or refused without naming it', async ({ more, status, at }) => {
    const code = status === 404 ? 'not-found' : 'bad-request';
    const given = wanted();
    const bad = json('POST', { ...given, words: { ...given.words, ...more } });
    expect(await refused('/api/improvements', bad, status)).toEqual([code, at]);
    const standing = await add(given);
    const worse = json('PUT', { revision: 1, author: 'Tom', words: { ...given.words, ...more } });
    expect(await refused(path(given.id), worse, status)).toEqual([code, at]);
    expect(await list()).toContainEqual(standing);
  });

  test('a refusal that does not name what is wrong', async () => {
    const body = { ...wanted(), id: 'short' };
    expect(await refused('/api/improvements', json('POST', body), 400)).toEqual(['bad-request', 'id']);
    expect(await refused(path('nobody'), json('PUT', changeOf({ revision: 1 })), 404)).toEqual(['not-found', 'id']);
    const gone = json('POST', withdrawal({ revision: 1 }));
    expect(await refused(path('nobody', '/withdrawal'), gone, 404)).toEqual(['not-found', 'id']);
    const silent = json('POST', { ...withdrawal({ revision: 1 }), reason: ' ' });
    expect(await refused(path('nobody', '/withdrawal'), silent, 400)).toEqual(['bad-request', 'reason']);
    expect(await refused(path('nobody'), json('PUT', changeOf({ revision: 0 })), 400)).toEqual([
      'bad-request',
      'revision',
    ]);
  });

  test.each([
    { path: '/api/improvements', method: 'DELETE' },
    { path: '/api/improvements/improvement-1234', method: 'GET' },
    { path: '/api/improvements/improvement-1234/withdrawal', method: 'PUT' },
  ])('$method $path with something else than 405', async ({ path: at, method }) => {
    expect((await refusal(running, at, { method }, 405)).code).toBe('method-not-allowed');
  });
});
