import type { WeekNumber } from '../../src/domain/week.ts';
import type { Planted } from './planted.ts';
import { randomStream } from './random.ts';

export type CauseShare = readonly [causeId: string, share: number];

/** Why deliveries are late, third-level causes below `late-delivery`; the shares of each list add up to 1. */
const USUAL: readonly CauseShare[] = [
  ['picked-late', 0.36],
  ['carrier-slot', 0.29],
  ['customer-away', 0.2],
  ['address-wrong', 0.15],
];
/** The new carrier misses its slots. */
const SINCE_CARRIER_CHANGE: readonly CauseShare[] = [
  ['carrier-slot', 0.68],
  ['picked-late', 0.14],
  ['customer-away', 0.1],
  ['address-wrong', 0.08],
];

/** The causes of what a team delivers late in a week. */
export const lateShares = (planted: Planted, teamId: string, week: WeekNumber): readonly CauseShare[] => {
  const { teams, weeks } = planted.carrierChange;
  return teams.includes(teamId) && week >= weeks.from ? SINCE_CARRIER_CHANGE : USUAL;
};

/**
 * The cause that a claim of a late delivery names. A stream of its own for each customer: nothing else of the company
 * moves by it, and a customer who claims again names the same cause as long as the carrier is the same.
 */
export const lateCauseMaker =
  (seed: string, planted: Planted) =>
  (customerId: string, teamId: string, week: WeekNumber): string => {
    let left = randomStream(seed, `late-cause/${customerId}`).unit();
    for (const [causeId, share] of lateShares(planted, teamId, week)) {
      left -= share;
      if (left < 0) return causeId;
    }
    return 'address-wrong';
  };
