import { expect, test } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { rebuildAll } from '../../server/records/rebuild.ts';
import { bringUpToDate } from '../../server/records/rezone.ts';
import { undoImport } from '../../server/records/undo-import.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import type { RecordValues } from '../../server/records/types.ts';
import { addAnnotation } from '../../server/services/add-annotation.ts';
import { listAnnotations } from '../../server/services/list-annotations.ts';
import { withdrawAnnotation } from '../../server/services/withdraw-annotation.ts';
import { dayOfDate, weekOfDay } from '../../src/domain/week.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { databaseDump, tableDump } from './support/dump.ts';
import { contextOn } from './support/service.ts';
import { line, order } from './support/rows.ts';
import { importOf, NOW, SETTINGS } from './support/world.ts';

const DAY = dayOfDate(2026, 3, 2);
const imported = (more: RecordValues = {}): RecordValues => ({
  annotation_id: 'a1',
  day: DAY,
  week: weekOfDay(DAY),
  text: 'New carrier',
  indicator_id: 'on-time',
  team_id: null,
  kind: 'change',
  author: 'Eva',
  reason: 'Agreed',
  ...more,
});
const ORDERS = { orders: [order('o1', 'c1', '2026-03-02')], order_lines: [line('l1', 'o1', '2026-03-04', null)] };

const NEW = {
  date: '2026-03-02',
  text: 'Strike',
  indicator: null,
  team: null,
  kind: 'note' as const,
  author: 'Ana',
  reason: null,
};

const service = (db: Database) => contextOn(db, () => NOW);

/** Ids of the annotations that a chart shows. */
const shown = async (db: Database): Promise<readonly string[]> =>
  (await service(db).data.index()).annotations.map(({ annotation }) => annotation.id);

eachDatabase((_, open) => {
  test('what people wrote is taken along by an import, an undo, a rebuild or another time zone', async () => {
    const { db } = await open();
    await writeRecords(db, importOf(1, { ...ORDERS, annotations: [imported()] }));
    const kept = await addAnnotation(service(db), NEW);
    const gone = await addAnnotation(service(db), { ...NEW, text: 'A mistake' });
    await withdrawAnnotation(service(db), gone.id, { author: 'Tom', reason: 'Wrong week' });
    const mine = async (): Promise<unknown> => [
      await db.all(`select * from annotations where source_system = 'kept' order by annotation_id`),
      await tableDump(db, 'annotation_events'),
    ];
    const before = await mine();
    expect(await shown(db)).toEqual(['a1', kept.id]);
    await writeRecords(db, importOf(2, { annotations: [imported({ text: 'New carrier, at last' })] }));
    expect(await mine()).toEqual(before);
    await undoImport(db, { importId: 2, now: NOW, settings: SETTINGS });
    await undoImport(db, { importId: 1, now: NOW, settings: SETTINGS });
    expect(await mine()).toEqual(before);
    expect(await shown(db)).toEqual([kept.id]);
    await rebuildAll(db, { now: NOW, settings: SETTINGS });
    await bringUpToDate(db, { now: NOW, settings: { ...SETTINGS, timeZone: 'Asia/Tokyo' } });
    expect(await mine()).toEqual(before);
    expect(await shown(db)).toEqual([kept.id]);
  });

  test('an import takes over the id of an annotation by people', async () => {
    const { db } = await open();
    const kept = await addAnnotation(service(db), NEW);
    const result = await writeRecords(db, importOf(1, { annotations: [imported({ annotation_id: kept.id })] }));
    expect(result.perKind.annotations).toMatchObject({ new: 0, changed: 0, refused: 1 });
    expect((await listAnnotations(service(db), {})).annotations).toMatchObject([{ annotation: kept }]);
  });

  test('an imported annotation that was withdrawn comes back by itself', async () => {
    const { db } = await open();
    await writeRecords(db, importOf(1, { ...ORDERS, annotations: [imported()] }));
    expect(await shown(db)).toEqual(['a1']);
    const imports = await databaseDump(db);
    const withdrawn = await withdrawAnnotation(service(db), 'a1', { author: 'Tom', reason: 'It was the weather' });
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      withdrawable: false,
      history: [
        { what: 'added', by: 'Eva', reason: 'Agreed', at: new Date(NOW).toISOString() },
        { what: 'withdrawn', by: 'Tom', reason: 'It was the weather' },
      ],
    });
    expect(await shown(db)).toEqual([]);
    expect(await databaseDump(db)).toEqual(imports);
    const again = await writeRecords(db, importOf(2, { annotations: [imported()] }));
    expect(again.perKind.annotations).toMatchObject({ unchanged: 1, changed: 0 });
    expect(await shown(db)).toEqual([]);
    await writeRecords(db, importOf(3, { annotations: [imported({ text: 'Said otherwise' })] }));
    expect(await shown(db)).toEqual([]);
    await undoImport(db, { importId: 3, now: NOW, settings: SETTINGS });
    await undoImport(db, { importId: 1, now: NOW, settings: SETTINGS });
    expect((await listAnnotations(service(db), {})).annotations).toEqual([]);
    await writeRecords(db, importOf(4, { annotations: [imported(), imported({ annotation_id: 'a2' })] }));
    expect(await shown(db)).toEqual(['a2']);
  });

  test('two who withdraw at once, and both did', async () => {
    const { db } = await open();
    const { id } = await addAnnotation(service(db), NEW);
    const results = await Promise.allSettled(
      ['Tom', 'Eva'].map(async (author) => withdrawAnnotation(service(db), id, { author, reason: 'No' })),
    );
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost.map(({ reason }) => reason as unknown)).toMatchObject([{ code: 'conflict', at: 'state' }]);
    expect(await tableDump(db, 'annotation_events')).toHaveLength(2);
  });

  test('an improvement is withdrawn, or nobody is told who brought it', async () => {
    const { db } = await open();
    const improvement = { improvement_id: 'i1', title: 'Two carriers', cause_id: 'late', effective_at: NOW };
    await writeRecords(db, importOf(1, { improvements: [improvement] }));
    const [found] = (await listAnnotations(service(db), { indicator: 'repeated-claims' })).annotations;
    expect(found).toMatchObject({ withdrawable: false, state: 'stands', history: [{ what: 'added', by: 'test' }] });
    const withdrawal = withdrawAnnotation(service(db), found?.annotation.id ?? '', { author: 'Tom', reason: 'No' });
    await expect(withdrawal).rejects.toMatchObject({ code: 'conflict', at: 'id' });
    await expect(shown(db)).resolves.toEqual(['improvement:i1']);
  });
});
