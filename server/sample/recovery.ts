import type { WeekNumber } from '../../src/domain/week.ts';
import type { Planted } from './planted.ts';
import { randomStream, steadyChance } from './random.ts';

/**
 * Whether an order is short once the planted recovery is counted: some more are at its beginning, some fewer at its end.
 * It draws from streams of its own, so that the orders of all other teams stay as they were. `usualShare`: of orders that
 * are short without it, a part of which is forgiven.
 */
export const recoveryMaker = (seed: string, { recovery }: Planted, usualShare: number) => {
  const more = steadyChance(randomStream(seed, 'recovery/more'));
  const fewer = steadyChance(randomStream(seed, 'recovery/fewer'));
  const { teamId: recovering, weeks, addedFirstWeek, addedLastWeek } = recovery;
  return (teamId: string, week: WeekNumber, isShort: boolean): boolean => {
    if (teamId !== recovering || week < weeks.from) return isShort;
    const way = Math.min(1, (week - weeks.from) / (weeks.to - weeks.from));
    const added = addedFirstWeek + way * (addedLastWeek - addedFirstWeek);
    if (isShort) return added >= 0 || !fewer(-added / usualShare);
    return added > 0 && more(added);
  };
};
