import type { WeekNumber } from '../../src/domain/week.ts';
import type { Planted } from './planted.ts';
import { randomStream } from './random.ts';

type Share = readonly [causeId: string, share: number];

/** Why deliveries are late, third-level causes below `late-delivery`; the shares of each list add up to 1. */
const USUAL: readonly Share[] = [
  ['picked-late', 0.36],
  ['carrier-slot', 0.29],
  ['customer-away', 0.2],
  ['address-wrong', 0.15],
];
/** The new carrier misses its slots. */
const SINCE_CARRIER_CHANGE: readonly Share[] = [
  ['carrier-slot', 0.68],
  ['picked-late', 0.14],
  ['customer-away', 0.1],
  ['address-wrong', 0.08],
];

/**
 * The cause that a claim of a late delivery names. A stream of its own for each customer: nothing else of the company
 * moves by it, and a customer who claims again names the same cause as long as the carrier is the same.
 */
export const lateCauseMaker =
  (seed: string, planted: Planted) =>
  (customerId: string, teamId: string, week: WeekNumber): string => {
    const { teams, weeks } = planted.carrierChange;
    const shares = teams.includes(teamId) && week >= weeks.from ? SINCE_CARRIER_CHANGE : USUAL;
    let left = randomStream(seed, `late-cause/${customerId}`).unit();
    for (const [causeId, share] of shares) {
      left -= share;
      if (left < 0) return causeId;
    }
    return 'address-wrong';
  };
