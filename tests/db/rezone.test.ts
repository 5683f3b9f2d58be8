import { expect, test } from 'vitest';
import { rebuildAll } from '../../server/records/rebuild.ts';
import { bringUpToDate } from '../../server/records/rezone.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { databaseDump, tableDump } from './support/dump.ts';
import { claim, cost, event, line, message, order } from './support/rows.ts';
import { at, bucketsOf, importOf, NOW, SETTINGS, week, type World } from './support/world.ts';

/** Sunday evening in Madrid is Monday morning in Tokyo. */
const WORLD: World = {
  orders: [order('o', 'c', '2026-03-08 20:00', { quoted_total: 100, invoiced_total: 102 })],
  order_lines: [line('l', 'o', '2026-03-08', '2026-03-08 20:00', { promised_at: at('2026-03-08 21:00') })],
  claims: [claim('k', 'c', '2026-03-08 20:00', { resolved_at: at('2026-03-08 22:00') })],
  claim_events: [event('e', 'k', 'answered', '2026-03-08 20:30')],
  contacts: [message('m', 'k', 'inbound', '2026-03-08 20:10')],
  costs: [cost('x', 'labour', 10, '2026-03-08 20:00', { minutes: 3 })],
};

eachDatabase((_, open) => {
  test('after a change of the time zone days and weeks are those of the old one', async () => {
    const { db } = await open();
    const tokyo = { ...SETTINGS, timeZone: 'Asia/Tokyo' };
    await writeRecords(db, importOf(1, WORLD));
    await expect(bucketsOf(db, 'on-time')).resolves.toEqual([['a', week('2026-W10'), 1, 1]]);
    await expect(bringUpToDate(db, { now: NOW, settings: SETTINGS })).resolves.toBeNull();
    await expect(bringUpToDate(db, { now: NOW, settings: tokyo })).resolves.toBe(2);
    await expect(bucketsOf(db, 'on-time')).resolves.toEqual([['a', week('2026-W11'), 1, 1]]);
    const there = await open();
    await writeRecords(there.db, importOf(1, WORLD, { settings: tokyo }));
    const [moved, fresh] = [await databaseDump(db), await databaseDump(there.db)];
    expect({ ...moved, coverage: [] }).toEqual({ ...fresh, coverage: [] });
  });

  test('a setting of the figures changes and the figures stay', async () => {
    const { db } = await open();
    await writeRecords(db, importOf(1, WORLD));
    const costly = { ...SETTINGS, labourRatePerHour: 60, priceTolerancePercent: 0 };
    await bringUpToDate(db, { now: NOW, settings: costly });
    await expect(bucketsOf(db, 'cost-of-poor-service')).resolves.toEqual([['a', week('2026-W10'), 300, 102]]);
    await expect(bucketsOf(db, 'broken-price')).resolves.toEqual([['a', week('2026-W10'), 1, 1]]);
    /* An import with other settings counts everything anew first, so that what it takes away was what stood. */
    await writeRecords(db, importOf(2, { costs: [cost('y', 'refund', 1, '2026-03-08')] }));
    await expect(bucketsOf(db, 'cost-of-poor-service')).resolves.toEqual([['a', week('2026-W10'), 151, 102]]);
    const counted = await tableDump(db, 'observations');
    await rebuildAll(db, { now: NOW, settings: SETTINGS });
    expect(await tableDump(db, 'observations')).toEqual(counted);
    expect(await tableDump(db, 'restatements')).toEqual([]);
  });
});
