import type { Transaction } from '../db/database.ts';
import type { CoverageSpan } from './types.ts';

/**
 * The spans of an import that are to be kept. An import that changed nothing and covers no day that is not covered
 * already (the same file, imported again) keeps none: it leaves everything as it was, the data version included.
 */
export const newCoverage = async (
  tx: Transaction,
  spans: readonly CoverageSpan[],
  changedRecords: boolean,
): Promise<readonly CoverageSpan[]> => {
  if (changedRecords) return spans;
  for (const { kind, teamId, fromDay, toDay } of spans) {
    const covering = await tx.all(
      `select 1 as one from coverage where kind = $1 and (team_id is null or team_id = $2)
       and from_day <= $3 and to_day >= $4 limit 1`,
      [kind, teamId ?? '', fromDay, toDay],
    );
    if (covering.length === 0) return spans;
  }
  return [];
};
