import type { PendingRecord } from './compile-mapping.ts';
import type { References } from './references.ts';
import { cellProblem } from './row-problem.ts';
import type { RowTally } from './row-tally.ts';

const parentOf = ({
  kind,
  draft,
}: PendingRecord): { readonly id: unknown; readonly column: string; readonly of: 'teams' | 'causes' } | null => {
  if (kind === 'teams') return { id: draft['parent_team_id'], column: 'parent_team_id', of: 'teams' };
  return kind === 'causes' ? { id: draft['parent_cause_id'], column: 'parent_cause_id', of: 'causes' } : null;
};

/**
 * Teams and causes may name a parent that comes further down in the file: they are held back until it has come.
 * Those whose parent never comes are refused at the end.
 */
export const parentWatch = (references: References) => {
  let held: readonly PendingRecord[] = [];
  const waits = (record: PendingRecord): boolean => {
    const parent = parentOf(record);
    return parent !== null && typeof parent.id === 'string' && !references[parent.of].has(parent.id);
  };
  return {
    /** Answers the records that need not wait (any longer). */
    release: (records: readonly PendingRecord[]): readonly PendingRecord[] => {
      if (held.length === 0 && !records.some(waits)) return records;
      const all = [...held, ...records];
      held = all.filter(waits);
      return all.filter((record) => !waits(record));
    },
    refuseRest: (tally: RowTally): void => {
      for (const record of held) {
        const parent = parentOf(record);
        const id = parent === null ? '' : String(parent.id);
        tally.refuse(
          record.line,
          record.cells,
          cellProblem(
            parent?.column ?? null,
            id,
            `No ${parent?.of === 'teams' ? 'team' : 'cause'} has this id, here or in the file.`,
          ),
        );
      }
    },
  };
};
