import { expect, test } from 'vitest';
import type { NewMinute } from '../../src/contract/minutes.ts';
import { readDataVersion } from '../../server/db/data-version.ts';
import type { Database } from '../../server/db/database.ts';
import { ServiceFailure } from '../../server/http/service-failure.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import { reviewKey } from '../../server/reviews/review-key.ts';
import { addAnnotation } from '../../server/services/add-annotation.ts';
import { addMinute } from '../../server/services/add-minute.ts';
import { changeMinute } from '../../server/services/change-minute.ts';
import { closeReview } from '../../server/services/close-review.ts';
import { getReview } from '../../server/services/get-review.ts';
import { listActions } from '../../server/services/list-actions.ts';
import { listMinuteVersions } from '../../server/services/list-minute-versions.ts';
import { listReviews } from '../../server/services/list-reviews.ts';
import { removeMinute } from '../../server/services/remove-minute.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { tableDump } from './support/dump.ts';
import { migratedBack } from './support/migrated-back.ts';
import { line, order } from './support/rows.ts';
import { contextOn, failingAtCommit } from './support/service.ts';
import { at, importOf, week } from './support/world.ts';

const TABLES = ['reviews', 'minutes', 'minute_versions', 'annotation_events', 'annotations', 'settings'] as const;
const W10 = reviewKey('2026-W10', []);
/** Tuesday of week 11. */
const NOW = at('2026-03-10');

const everything = async (db: Database): Promise<readonly unknown[]> => {
  const dumps = [];
  for (const table of TABLES) dumps.push(await tableDump(db, table));
  return dumps;
};

/** Two orders of team a in week 10, one of them late. */
const fill = async (db: Database): Promise<void> => {
  const covers = { how: 'declared', fromDay: week('2026-W09') * 7 - 3, toDay: W10.week * 7 + 3 } as const;
  const orders = [order('o1', 'c1', '2026-03-02'), order('o2', 'c2', '2026-03-03')];
  const lines = [line('l1', 'o1', '2026-03-04', '2026-03-04'), line('l2', 'o2', '2026-03-04', '2026-03-06')];
  await writeRecords(db, { ...importOf(1, { orders, order_lines: lines }), covers, now: at('2026-03-09') });
};

const note = (id: string, text = 'Carrier short of drivers'): NewMinute => ({
  id,
  kind: 'note',
  indicator: 'on-time',
  text,
  author: 'Ana',
  action: null,
});

const action = (id: string): NewMinute => ({
  ...note(id, 'Agree on a second carrier'),
  kind: 'action',
  action: { owner: 'Tom', due: '2026-03-20', cause: null, improvement: null, state: 'open' },
});

eachDatabase((_, open) => {
  test('a database of the version before loses something, or cannot be opened', async () => {
    const { db } = await open();
    await fill(db);
    const before = await tableDump(db, 'observations');
    await migratedBack(db, '0002-reviews');
    await expect(migrate(db, 1)).resolves.toEqual(['0002-reviews', '0003-goals', '0005-people', '0006-displays']);
    await expect(migrate(db, 1)).resolves.toEqual([]);
    expect(await tableDump(db, 'observations')).toEqual(before);
    const review = await getReview(
      contextOn(db, () => NOW),
      W10,
    );
    expect(review).toMatchObject({ closed: null, minutes: [], carried: [], previous: null, frozen: null });
  });

  test('a closed review that is not what stood when it was closed', async () => {
    const { db } = await open();
    await fill(db);
    const ctx = contextOn(db, () => NOW);
    const minute = await addMinute(ctx, W10, note('entry-0001'));
    const { version } = await readDataVersion(db);
    const closed = await closeReview(ctx, W10, { author: 'Ana', dataVersion: version, spent: [] });
    const series = closed.frozen?.observations.series.find(({ indicator }) => indicator === 'on-time');
    expect([series?.numerators.at(-1), series?.denominators.at(-1)]).toEqual([1, 2]);
    expect(closed.frozen).toMatchObject({ now: '2026-03-10T11:00:00.000Z', dataVersion: version, minutes: [minute] });
    expect(closed.frozen?.observations).toMatchObject({ weeks: 209, teams: [] });
    expect(await readDataVersion(db)).toMatchObject({ version });
  });

  test('a write that fails leaves half of itself behind', async () => {
    const { db } = await open();
    await fill(db);
    const ctx = contextOn(db, () => NOW);
    const failing = contextOn(failingAtCommit(db), () => NOW);
    const { revision } = await addMinute(ctx, W10, note('entry-0001'));
    const { version: dataVersion } = await readDataVersion(db);
    const before = await everything(db);
    const full = /disk is full/;
    await expect(closeReview(failing, W10, { author: 'Ana', dataVersion, spent: [] })).rejects.toThrow(full);
    await expect(addMinute(failing, W10, note('entry-0002'))).rejects.toThrow(full);
    const changed = { revision, indicator: null, text: 'Otherwise', author: 'Tom', action: null };
    await expect(changeMinute(failing, 'entry-0001', changed)).rejects.toThrow(full);
    await expect(removeMinute(failing, 'entry-0001', { revision, author: 'Tom' })).rejects.toThrow(full);
    const annotation = { date: '2026-03-02', text: 'Strike', indicator: null, team: null, kind: 'note' as const };
    await expect(addAnnotation(failing, { ...annotation, author: 'Ana', reason: null })).rejects.toThrow(full);
    expect(await everything(db)).toEqual(before);
    /* An entry whose version cannot be kept is none. */
    await db.exec(`insert into minute_versions (minute_id, revision, at, by_whom, state, entry)
                   values ('entry-0003', 1, 1, 'x', 'stands', '{}')`);
    await expect(addMinute(ctx, W10, note('entry-0003'))).rejects.toThrow(/unique/i);
    expect((await getReview(ctx, W10)).minutes.map(({ id }) => id)).toEqual(['entry-0001']);
    expect((await getReview(ctx, W10)).closed).toBeNull();
  });

  test('two who close at once, each in a process of their own, and both did', async () => {
    const { db, location } = await open();
    await fill(db);
    const other = await openDatabase(location);
    const { version: dataVersion } = await readDataVersion(db);
    const [one, two] = [contextOn(db, () => NOW), contextOn(other, () => NOW)];
    const results = await Promise.allSettled([
      closeReview(one, W10, { author: 'Ana', dataVersion, spent: [] }),
      closeReview(two, W10, { author: 'Tom', dataVersion, spent: [] }),
    ]);
    const won = results.filter((result) => result.status === 'fulfilled');
    const lost = results.filter((result) => result.status === 'rejected');
    expect(won).toHaveLength(1);
    expect(lost.map(({ reason }) => reason as unknown)).toMatchObject([{ code: 'conflict', at: 'state' }]);
    expect((await getReview(one, W10)).closed).toEqual(won[0]?.value.closed);
    await other.close();
  });

  test('a review is closed on data that another process has moved meanwhile', async () => {
    const { db, location } = await open();
    await fill(db);
    const other = await openDatabase(location);
    const ctx = contextOn(db, () => NOW);
    const { version: dataVersion } = await readDataVersion(db);
    await ctx.data.index();
    const late = [line('l3', 'o2', '2026-03-05', '2026-03-08')];
    await writeRecords(other, { ...importOf(2, { order_lines: late }), now: NOW });
    const closing = closeReview(ctx, W10, { author: 'Ana', dataVersion, spent: [] });
    await expect(closing).rejects.toMatchObject({ code: 'conflict', at: 'dataVersion' });
    expect((await getReview(ctx, W10)).closed).toBeNull();
    await other.close();
  });

  test('a text that is lost although its writer was told that it is kept', async () => {
    const { db, location } = await open();
    await fill(db);
    const others = [db, await openDatabase(location), await openDatabase(location)];
    const contexts = others.map((each) => contextOn(each, () => NOW));
    const [first = contextOn(db, () => NOW)] = contexts;
    const id = 'entry-0001';
    await addMinute(first, W10, note(id, 'The beginning'));
    const refusals: unknown[] = [];
    /* Each writer adds lines, and reads anew where somebody was faster. */
    const write = async (who: string, ctx: typeof first): Promise<void> => {
      for (let at = 0; at < 5 && refusals.length < 100;) {
        const standing = (await getReview(ctx, W10)).minutes[0];
        const text = `${standing?.text ?? ''}\n${who} ${at}`;
        const change = { revision: standing?.revision ?? 0, indicator: null, text, author: who, action: null };
        try {
          await changeMinute(ctx, id, change);
          at += 1;
        } catch (error) {
          refusals.push(error);
        }
      }
    };
    await Promise.all(contexts.map(async (ctx, at) => write(['Ana', 'Tom', 'Eva'][at] ?? '', ctx)));
    const lines = ['Ana', 'Tom', 'Eva'].flatMap((who) => Array.from({ length: 5 }, (__, at) => `${who} ${at}`));
    const standing = (await getReview(first, W10)).minutes[0];
    expect(standing?.text.split('\n').sort()).toEqual(['The beginning', ...lines].sort());
    const { versions } = await listMinuteVersions(first, id);
    expect(refusals.filter((error) => !(error instanceof ServiceFailure) || error.at !== 'revision')).toEqual([]);
    expect(versions.map(({ revision }) => revision)).toEqual(Array.from({ length: 16 }, (__, at) => at + 1));
    for (const other of others.slice(1)) await other.close();
  });

  test('a text that is refused because an import is just writing', async () => {
    const { db, location } = await open();
    await fill(db);
    const other = await openDatabase(location);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let started = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      started = resolve;
    });
    const importing = other.transaction(async () => {
      started();
      await held;
    });
    await begun;
    const ctx = contextOn(db, () => NOW);
    const adding = addMinute(ctx, W10, note('entry-0001'));
    expect((await getReview(ctx, W10)).minutes).toEqual([]);
    release();
    await importing;
    await expect(adding).resolves.toMatchObject({ revision: 1 });
    await other.close();
  });

  test('one request that two connections deliver at once is written twice', async () => {
    const { db, location } = await open();
    await fill(db);
    const other = await openDatabase(location);
    const [one, two] = [contextOn(db, () => NOW), contextOn(other, () => NOW)];
    const answers = await Promise.all([one, two].map(async (ctx) => addMinute(ctx, W10, note('entry-0001'))));
    expect(answers[0]).toEqual(answers[1]);
    expect(await tableDump(db, 'minutes')).toHaveLength(1);
    expect(await tableDump(db, 'minute_versions')).toHaveLength(1);
    await other.close();
  });

  test('the week of a review begins, or ends, by another clock than that of the organisation', async () => {
    const { db } = await open();
    await fill(db);
    let now = NOW;
    const ctx = contextOn(db, () => now);
    const W12 = reviewKey('2026-W12', []);
    const { version: dataVersion } = await readDataVersion(db);
    const sunday = await addMinute(ctx, W10, action('action-sunday'));
    const monday = await addMinute(ctx, W10, action('action-monday'));
    const done = { ...action('').action, state: 'done' as const } as NonNullable<NewMinute['action']>;
    const words = { revision: 1, indicator: 'on-time', text: sunday.text, author: 'Tom', action: done };
    /* In UTC both are on Sunday 15 March. */
    now = at('2026-03-15 23:59');
    await changeMinute(ctx, sunday.id, words);
    now = at('2026-03-16 00:01');
    await changeMinute(ctx, monday.id, words);
    expect((await getReview(ctx, W12)).carried.map(({ id }) => id)).toEqual([monday.id]);
    const closing = { author: 'Ana', dataVersion, spent: [] };
    now = at('2026-03-22 23:59');
    await expect(closeReview(ctx, W12, closing)).rejects.toMatchObject({ code: 'bad-request', at: 'week' });
    now = at('2026-03-23 00:01');
    await expect(closeReview(ctx, W12, closing)).resolves.toMatchObject({ closed: { by: 'Ana' } });
  });

  test('lists that leave a review or an action out, or show what was removed', async () => {
    const { db } = await open();
    await fill(db);
    const ctx = contextOn(db, () => NOW);
    const { version: dataVersion } = await readDataVersion(db);
    await addMinute(ctx, W10, note('entry-0001'));
    await addMinute(ctx, W10, note('entry-0002'));
    await addMinute(ctx, W10, action('entry-0003'));
    await addMinute(ctx, reviewKey('2026-W08', ['a']), action('entry-0004'));
    await removeMinute(ctx, 'entry-0002', { revision: 1, author: 'Tom' });
    await addMinute(ctx, reviewKey('2026-W07', []), note('entry-0005'));
    await removeMinute(ctx, 'entry-0005', { revision: 1, author: 'Tom' });
    await closeReview(ctx, reviewKey('2026-W09', []), { author: 'Ana', dataVersion, spent: [] });
    const { reviews } = await listReviews(ctx, []);
    expect(reviews.map(({ week: label, state, minutes }) => [label, state, minutes])).toEqual([
      ['2026-W10', 'open', 2],
      ['2026-W09', 'closed', 0],
    ]);
    const { actions } = await listActions(ctx, { indicator: 'on-time', state: 'open' });
    expect(actions.map(({ id, teams }) => [id, teams])).toEqual([
      ['entry-0004', ['a']],
      ['entry-0003', []],
    ]);
    expect((await getReview(ctx, W10)).previous).toBe('2026-W09');
  });

  test('an entry that cannot be changed any more because an undone import took its cause', async () => {
    const { db } = await open();
    await fill(db);
    const ctx = contextOn(db, () => NOW);
    await db.exec(
      `insert into causes (cause_id, name, source_system, recorded_at, import_id) values ('late', 'Late', 't', 1, 9)`,
    );
    const wanted = action('entry-0001');
    const linked = { ...wanted, action: wanted.action && { ...wanted.action, cause: 'late' } };
    const { text } = await addMinute(ctx, W10, linked);
    await db.exec(`delete from causes`);
    const change = { revision: 1, indicator: null, text: `${text}, soon`, author: 'Tom', action: linked.action };
    await expect(changeMinute(ctx, 'entry-0001', change)).resolves.toMatchObject({ revision: 2 });
    await expect(addMinute(ctx, W10, { ...linked, id: 'entry-0002' })).rejects.toMatchObject({ at: 'action.cause' });
  });
});
