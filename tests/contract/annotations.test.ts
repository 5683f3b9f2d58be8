import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Annotations, KeptAnnotation, type NewAnnotation } from '../../src/contract/annotations.ts';
import { Annotation } from '../../src/contract/observations.ts';
import { Teams } from '../../src/contract/teams.ts';
import { isoDate, mondayOf, parseIsoWeek } from '../../src/domain/week.ts';
import '../setup/node.ts';
import { IMPLEMENTATIONS } from './implementations.ts';
import { askFor, health, observations, refusal, type Running } from './implementation.ts';
import { earlier, json } from './write-requests.ts';

describe.each(IMPLEMENTATIONS)('$name: annotations', ({ start }) => {
  let running: Running;
  let week: string;
  let monday: string;
  let team: string;
  beforeAll(async () => {
    running = await start('records');
    week = earlier((await health(running)).latestWeek ?? '', 4);
    monday = isoDate(mondayOf(parseIsoWeek(week) ?? 0));
    team = (await askFor(running, Teams, '/api/teams')).teams[0]?.id ?? '';
  });
  afterAll(() => running.stop());

  const wanted = (more: Partial<NewAnnotation> = {}): NewAnnotation => ({
    date: monday,
    text: 'New carrier',
    indicator: 'on-time',
    team: null,
    kind: 'note',
    author: 'Ana Ruiz',
    reason: null,
    ...more,
  });
  const add = async (more: Partial<NewAnnotation> = {}): Promise<Annotation> =>
    askFor(running, Annotation, '/api/annotations', json('POST', wanted(more)), 201);
  const list = async (query = ''): Promise<readonly KeptAnnotation[]> =>
    (await askFor(running, Annotations, `/api/annotations${query}`)).annotations;
  const shown = async (query = '?indicator=on-time'): Promise<readonly string[]> =>
    (await observations(running, query)).annotations.map(({ id }) => id);
  const withdrawal = (id: string): string => `/api/annotations/${encodeURIComponent(id)}/withdrawal`;
  const withdraw = async (id: string): Promise<KeptAnnotation> =>
    askFor(running, KeptAnnotation, withdrawal(id), json('POST', { author: 'Tom', reason: 'It was the weather' }));

  test('an annotation that no chart shows', async () => {
    const before = (await health(running)).dataVersion;
    const added = await add({ kind: 'change', reason: 'Agreed with the carrier', team });
    expect(added).toEqual({
      ...wanted({ kind: 'change', reason: 'Agreed with the carrier', team }),
      id: added.id,
      week,
    });
    expect((await health(running)).dataVersion).toBe(before + 1);
    expect((await observations(running, '?indicator=on-time')).annotations).toContainEqual(added);
    expect(await shown('?indicator=in-full')).not.toContain(added.id);
    expect(await shown(`?indicator=on-time&team=${encodeURIComponent(team)}`)).toContain(added.id);
  });

  test('an annotation of a team that those below it do not see', async () => {
    const { teams } = await askFor(running, Teams, '/api/teams');
    const child = teams.find(({ parent }) => parent !== null);
    const beside = teams.find(({ id, parent }) => id !== child?.parent && parent === null);
    const { id } = await add({ team: child?.parent ?? '' });
    const of = (one: string): string => `?indicator=on-time&team=${encodeURIComponent(one)}`;
    expect(await shown(of(child?.id ?? ''))).toContain(id);
    expect(await shown(of(beside?.id ?? ''))).not.toContain(id);
  });

  test('a history that does not say who, when and why', async () => {
    const added = await add({ kind: 'change', reason: 'Agreed' });
    const kept = (await list()).find(({ annotation }) => annotation.id === added.id);
    expect(kept).toMatchObject({ annotation: added, state: 'stands', withdrawable: true });
    expect(kept?.history).toMatchObject([{ what: 'added', by: 'Ana Ruiz', reason: 'Agreed' }]);
    const gone = await withdraw(added.id);
    expect(gone).toMatchObject({ annotation: added, state: 'withdrawn', withdrawable: false });
    expect(gone.history).toMatchObject([
      { what: 'added', by: 'Ana Ruiz', reason: 'Agreed' },
      { what: 'withdrawn', by: 'Tom', reason: 'It was the weather' },
    ]);
    expect(await list()).toContainEqual(gone);
  });

  test('a withdrawn annotation that still stands in a chart', async () => {
    const added = await add({ indicator: null });
    expect(await shown()).toContain(added.id);
    const before = (await health(running)).dataVersion;
    await withdraw(added.id);
    expect((await health(running)).dataVersion).toBe(before + 1);
    expect(await shown()).not.toContain(added.id);
    const again = await refusal(running, withdrawal(added.id), json('POST', { author: 'Tom', reason: 'Again' }), 409);
    expect([again.code, again.at]).toEqual(['conflict', 'state']);
    expect((await health(running)).dataVersion).toBe(before + 1);
  });

  test('annotations that leave out what concerns every indicator, or hold what concerns another', async () => {
    const everyone = await add({ indicator: null });
    const other = await add({ indicator: 'in-full' });
    const ids = (await list('?indicator=on-time')).map(({ annotation }) => annotation.id);
    expect(ids).toContain(everyone.id);
    expect(ids).not.toContain(other.id);
  });

  test('annotations in another order than newest date first', async () => {
    await add({ date: isoDate(mondayOf(parseIsoWeek(earlier(week, 9)) ?? 0)) });
    await add();
    const dates = (await list()).map(({ annotation }) => annotation.date);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test.each([
    { name: 'a date that is none', more: { date: '2026-02-30' }, status: 400, at: 'date' },
    { name: 'no text', more: { text: ' ' }, status: 400, at: 'text' },
    { name: 'too long a text', more: { text: 'x'.repeat(121) }, status: 400, at: 'text' },
    { name: 'a change without a reason', more: { kind: 'change' as const }, status: 400, at: 'reason' },
    { name: 'a blank reason', more: { reason: ' ' }, status: 400, at: 'reason' },
    { name: 'no author', more: { author: '' }, status: 400, at: 'author' },
    { name: 'an unknown indicator', more: { indicator: 'happiness' }, status: 404, at: 'indicator' },
    { name: 'an unknown team', more: { team: 'nowhere' }, status: 404, at: 'team' },
  ])('$name that is accepted, or refused without naming it', async ({ more, status, at }) => {
    const error = await refusal(running, '/api/annotations', json('POST', wanted(more)), status);
    expect([error.code, error.at]).toEqual([status === 404 ? 'not-found' : 'bad-request', at]);
  });

  test('a refusal that does not name what is wrong', async () => {
    const body = json('POST', { author: 'Tom', reason: 'None' });
    expect((await refusal(running, withdrawal('nobody'), body, 404)).at).toBe('id');
    const added = await add();
    const without = json('POST', { author: 'Tom', reason: '' });
    expect((await refusal(running, withdrawal(added.id), without, 400)).at).toBe('reason');
    expect((await refusal(running, '/api/annotations?indicator=happiness', {}, 404)).at).toBe('indicator');
    expect((await refusal(running, '/api/annotations', { method: 'DELETE' }, 405)).code).toBe('method-not-allowed');
    expect((await refusal(running, withdrawal(added.id), {}, 405)).code).toBe('method-not-allowed');
  });
});
