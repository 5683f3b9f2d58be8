import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { rebuildAll } from '../../server/records/rebuild.ts';
import { undoImport } from '../../server/records/undo-import.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import type { Thresholds } from '../../server/rollup/touched-keys.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { databaseDump, emptyDatabase, tableDump } from './support/dump.ts';
import { steps, type Step } from './support/random-worlds.ts';
import { batchesOf, importOf, NOW, SETTINGS } from './support/world.ts';

/** Counting by key only, as a whole always, and from a size on that random imports have on both sides. */
const WAYS: ReadonlyArray<{ readonly way: string; readonly thresholds: Thresholds }> = [
  { way: 'by key', thresholds: { rows: 1_000_000, share: 1 } },
  { way: 'as a whole', thresholds: { rows: 0, share: 0 } },
  { way: 'by share', thresholds: { rows: 4, share: 0.5 } },
];

const run = async (
  db: Database,
  sequence: readonly Step[],
  thresholds: Thresholds,
  afterEach: () => Promise<void>,
): Promise<void> => {
  const standing: number[] = [];
  for (const [index, step] of sequence.entries()) {
    const importId = index + 1;
    if (step.kind === 'import') {
      const input = importOf(importId, {}, { now: step.now, batches: batchesOf(step.world) });
      await writeRecords(db, { ...input, sourceSystem: step.source }, thresholds);
      standing.push(importId);
    } else {
      const undone = standing.splice(step.which % Math.max(1, standing.length), 1)[0];
      if (undone !== undefined) await undoImport(db, { importId: undone, now: NOW, settings: SETTINGS }, thresholds);
    }
    await afterEach();
  }
};

eachDatabase((name, open) => {
  for (const { way, thresholds } of WAYS) {
    test(`a roll-up ${way} drifts from a full rebuild after imports, corrections, late rows or undos`, async () => {
      const { db } = await open();
      await fc.assert(
        fc.asyncProperty(steps, async (sequence) => {
          await emptyDatabase(db);
          await run(db, sequence, thresholds, async () => {
            const rolledUp = await tableDump(db, 'observations');
            await rebuildAll(db, { now: NOW, settings: SETTINGS });
            expect(rolledUp).toEqual(await tableDump(db, 'observations'));
          });
        }),
        { numRuns: name === 'sqlite' ? 30 : 6, interruptAfterTimeLimit: 25_000 },
      );
    });
  }

  test('undoing the latest import leaves a trace in some table', async () => {
    const { db } = await open();
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        await emptyDatabase(db);
        let before = await databaseDump(db);
        for (const [index, step] of sequence.entries()) {
          if (step.kind === 'undo') continue;
          const input = importOf(index + 1, {}, { now: step.now, batches: batchesOf(step.world) });
          await writeRecords(db, input);
          const after = await databaseDump(db);
          await undoImport(db, { importId: index + 1, now: NOW, settings: SETTINGS });
          expect(await databaseDump(db)).toEqual(before);
          await writeRecords(db, { ...input, batches: batchesOf(step.world) });
          expect(await databaseDump(db)).toEqual(after);
          before = after;
        }
      }),
      { numRuns: name === 'sqlite' ? 30 : 6, interruptAfterTimeLimit: 25_000 },
    );
  });
});
