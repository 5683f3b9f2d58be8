import type { WeekNumber } from '../../src/domain/week.ts';
import type { Transaction } from '../db/database.ts';
import { DEFINITIONS } from '../indicators/definitions.ts';
import { MOVED } from '../rollup/moved.ts';
import type { WeekSpan } from './types.ts';

const FLOWS = DEFINITIONS.filter(({ stored }) => stored === 'flows')
  .map(({ id }) => `'${id}'`)
  .join(', ');

/**
 * Weeks whose sums moved. Flows reach into coming weeks (a customer stops being active in twelve weeks): they count only
 * up to the present week, and only where nothing else moved.
 */
export const movedWeeks = async (tx: Transaction, presentWeek: WeekNumber): Promise<WeekSpan | null> => {
  const spanWhere = async (condition: string): Promise<WeekSpan | null> => {
    const rows = await tx.all<{ from_week: number | null; to_week: number | null; n: number }>(
      `select min(week) as from_week, max(week) as to_week, count(distinct week) as n from ${MOVED} where ${condition}`,
    );
    const found = rows[0];
    if (found === undefined || found.from_week === null || found.to_week === null) return null;
    return { from: found.from_week, to: found.to_week, count: found.n };
  };
  return (
    (await spanWhere(`indicator_id not in (${FLOWS})`)) ??
    (await spanWhere(`indicator_id in (${FLOWS}) and week <= ${presentWeek}`))
  );
};
