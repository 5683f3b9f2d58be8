import { expect, test } from 'vitest';
import { isoWeekLabel } from '../../../src/domain/week.ts';
import { storedAs } from '../../../server/indicators/definitions.ts';
import { writeRecords } from '../../../server/records/write-records.ts';
import { eachDatabase, type TestDatabase } from '../setup/test-databases.ts';
import { emptyDatabase } from './dump.ts';
import { bucketsOf, importOf, type World } from './world.ts';

export type Expected = ReadonlyArray<readonly [team: string, week: string, numerator: number, denominator: number]>;

export type WorldCase = {
  /** The failure that the case guards. */
  readonly guards: string;
  readonly world: World;
  /**
   * By indicator: its sums, or for an indicator that is stored as flows the levels, told where they change (a level
   * stands until the next entry of its team).
   */
  readonly expected: Readonly<Record<string, Expected>>;
};

const levelsOf = (buckets: Awaited<ReturnType<typeof bucketsOf>>): Expected => {
  const level = new Map<string, readonly [number, number]>();
  return buckets.map(([team, week, entered, enteredBelow]) => {
    const [numerator, denominator] = level.get(team) ?? [0, 0];
    const now = [numerator + entered, denominator + enteredBelow] as const;
    level.set(team, now);
    return [team, isoWeekLabel(week), ...now] as const;
  });
};

/** Runs hand-computed worlds on both databases, each in an empty one. */
export const testWorlds = (cases: readonly WorldCase[]): void => {
  eachDatabase((_, open) => {
    let opened: Promise<TestDatabase> | undefined;
    for (const { guards, world, expected } of cases) {
      test(guards, async () => {
        opened ??= open();
        const { db } = await opened;
        await emptyDatabase(db);
        await writeRecords(db, importOf(1, world));
        for (const [indicator, buckets] of Object.entries(expected)) {
          const stored = await bucketsOf(db, indicator);
          const found =
            storedAs(indicator) === 'flows'
              ? levelsOf(stored)
              : stored.map(([team, week, numerator, denominator]) => [
                  team,
                  isoWeekLabel(week),
                  numerator,
                  denominator,
                ]);
          expect([indicator, found]).toEqual([indicator, buckets]);
        }
      });
    }
  });
};
