import { zoneClock } from '../../src/domain/zone.ts';
import { bumpDataVersion, readDataVersion } from '../db/data-version.ts';
import type { Database, Transaction } from '../db/database.ts';
import { keepRestatements } from '../rollup/restatements.ts';
import { rollUp } from '../rollup/roll-up.ts';
import type { Thresholds } from '../rollup/touched-keys.ts';
import { keepBefore, upsertStaged } from './apply-change.ts';
import { followMerges } from './canonical-customers.ts';
import { type Classified, classifyRecords, PROBLEMS_NAMED, RowsRefused } from './classify-records.ts';
import { coverageOf } from './infer-coverage.ts';
import { movedWeeks } from './moved-weeks.ts';
import { newCoverage } from './new-coverage.ts';
import { bringUpToDateIn } from './rezone.ts';
import { stageRecords } from './stage-records.ts';
import type { CoverageSpan, WriteRecordsInput, WriteResult } from './types.ts';

/** Thrown at the end of a dry run, to roll everything back. */
class DryRunEnds extends Error {
  readonly result: WriteResult;

  constructor(result: WriteResult) {
    super('A dry run leaves nothing behind.');
    this.result = result;
  }
}

const writeCoverage = async (tx: Transaction, importId: number, spans: readonly CoverageSpan[]): Promise<void> => {
  await tx.insertRows(
    'coverage',
    ['import_id', 'kind', 'team_id', 'from_day', 'to_day'],
    spans.map(({ kind, teamId, fromDay, toDay }) => [importId, kind, teamId, fromDay, toDay]),
  );
};

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const writeIn = async (
  tx: Transaction,
  input: WriteRecordsInput,
  thresholds: Thresholds | undefined,
): Promise<WriteResult> => {
  const { importId, sourceSystem, settings } = input;
  await bringUpToDateIn(tx, input);
  const staged = await stageRecords(tx, input);
  const rowsStaged = staged.reduce((sum, { rows, duplicates }) => sum + rows + duplicates, 0);
  const check = (): void => input.signal?.throwIfAborted();
  input.onProgress?.({ phase: 'writing', rowsStaged });
  const coverage = await coverageOf(tx, staged, input);

  const classified: Classified[] = [];
  for (const each of staged) {
    check();
    classified.push(await classifyRecords(tx, each, sourceSystem));
  }
  const problems = classified
    .flatMap((each) => each.problems)
    .sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity))
    .slice(0, PROBLEMS_NAMED);
  if (input.strict === true && problems.length > 0) throw new RowsRefused(problems);

  const changes = classified.map(({ change }) => change).filter(({ stageRows }) => stageRows > 0);
  const customers = changes.find(({ kind }) => kind === 'customers');
  const merges = customers === undefined ? null : await followMerges(tx, customers);
  const provenance = `${text(sourceSystem)}, cast(${Math.trunc(input.recordedAt)} as bigint), cast(${importId} as bigint), voided_at`;
  await rollUp(tx, {
    changes,
    movedCustomers: merges?.movedCustomers ?? null,
    settings,
    ...(thresholds === undefined ? {} : { thresholds }),
    check,
    apply: async () => {
      for (const change of changes) {
        await keepBefore(tx, importId, change);
        await upsertStaged(tx, change, provenance);
        check();
      }
      await merges?.apply();
      input.onProgress?.({ phase: 'rolling-up', rowsStaged });
    },
  });
  const kept = await newCoverage(tx, coverage, changes.length > 0);
  await writeCoverage(tx, importId, kept);
  const restated = await keepRestatements(tx, { importId, now: input.now, settings });
  const moved = changes.length > 0 || kept.length > 0;
  const result: WriteResult = {
    perKind: Object.fromEntries(classified.map(({ change, counts }) => [change.kind, counts])),
    weeks: await movedWeeks(tx, zoneClock(settings.timeZone).weekOfInstant(input.now)),
    restated,
    coverage,
    problems,
    dataVersion: moved ? await bumpDataVersion(tx, input.now) : (await readDataVersion(tx)).version,
  };
  check();
  await input.finish?.(tx, result);
  if (input.dryRun === true) throw new DryRunEnds(result);
  return result;
};

/**
 * Writes the records of one import and everything that follows from them in one transaction: rows, what changed rows
 * were before, coverage, the observations of exactly the buckets that moved, restatements of final weeks, data version.
 * Either all of it stands or nothing.
 *
 * @throws RowsRefused where `strict` is set and a row is refused; the signal's reason where it is aborted;
 *   `DatabaseFailure` where the disk is full or another writer does not end.
 */
export const writeRecords = async (
  db: Database,
  input: WriteRecordsInput,
  thresholds?: Thresholds,
): Promise<WriteResult> => {
  try {
    return await db.transaction(async (tx) => writeIn(tx, input, thresholds));
  } catch (error) {
    if (error instanceof DryRunEnds) return { ...error.result, dataVersion: (await readDataVersion(db)).version };
    throw error;
  }
};
