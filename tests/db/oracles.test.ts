import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mondayOf } from '../../src/domain/week.ts';
import { startOfDay } from '../../src/domain/zone.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { emptyDatabase } from './support/dump.ts';
import { activeOf, openClaimsOf, repeatedClaimsOf, retentionOf, type Sums } from './support/oracles.ts';
import { world } from './support/random-worlds.ts';
import { bucketsOf, importOf, SETTINGS, type Bucket, type World } from './support/world.ts';

/* Random records lie in the weeks 2914 to 2930; sent observations would take the place of counted ones. */
const FIRST = 2910;
const LAST = 2985;

const total = (buckets: readonly Bucket[], counts: (week: number) => boolean): Sums => ({
  numerator: buckets.reduce((sum, [, week, numerator]) => sum + (counts(week) ? numerator : 0), 0),
  denominator: buckets.reduce((sum, [, week, , denominator]) => sum + (counts(week) ? denominator : 0), 0),
});

eachDatabase((name, open) => {
  const check = async (
    guard: (records: World, bucketsBy: (id: string) => Promise<readonly Bucket[]>) => Promise<void>,
  ) => {
    const { db } = await open();
    await fc.assert(
      fc.asyncProperty(world, async (random) => {
        const records: World = { ...random, observations: [] };
        await emptyDatabase(db);
        await writeRecords(db, importOf(1, records));
        await guard(records, async (id) => bucketsOf(db, id));
      }),
      { numRuns: name === 'sqlite' ? 50 : 6, interruptAfterTimeLimit: 25_000 },
    );
  };

  test('the teams’ retention does not add up to that of the organisation', async () => {
    await check(async (records, bucketsBy) => {
      for (const [id, weeks] of [
        ['retention-12-week', 12],
        ['retention-12-month', 52],
      ] as const) {
        const buckets = await bucketsBy(id);
        for (let t = FIRST; t <= LAST + 52; t += 1) {
          expect([id, t, total(buckets, (week) => week <= t)]).toEqual([id, t, retentionOf(records, weeks, t)]);
        }
      }
    });
  });

  test('active customers or claimants are counted twice, or forgotten', async () => {
    await check(async (records, bucketsBy) => {
      const active = await bucketsBy('active-customers');
      const silent = await bucketsBy('silent-customers');
      for (let t = FIRST; t <= LAST; t += 1) {
        const { buyers, claimants } = activeOf(records, t);
        expect([t, total(active, (week) => week <= t)]).toEqual([t, { numerator: buyers, denominator: 0 }]);
        expect([t, total(silent, (week) => week <= t)]).toEqual([t, { numerator: claimants, denominator: buyers }]);
      }
    });
  });

  test('a repeated claim is told by other rules than those in words', async () => {
    await check(async (records, bucketsBy) => {
      const buckets = await bucketsBy('repeated-claims');
      for (let t = FIRST; t <= LAST; t += 1) {
        expect([t, total(buckets, (week) => week === t)]).toEqual([t, repeatedClaimsOf(records, t)]);
      }
    });
  });

  test('open claims drift from the claims that are open', async () => {
    await check(async (records, bucketsBy) => {
      const buckets = await bucketsBy('open-claims');
      for (let t = FIRST; t <= LAST; t += 1) {
        const end = startOfDay(mondayOf(t + 1), SETTINGS.timeZone) - 1;
        expect([t, total(buckets, (week) => week <= t).numerator]).toEqual([t, openClaimsOf(records, end)]);
      }
    });
  });
});
