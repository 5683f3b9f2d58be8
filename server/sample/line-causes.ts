import { lateShares, type CauseShare } from './late-causes.ts';
import type { Planted } from './planted.ts';
import { randomStream } from './random.ts';
import type { OrderLineRow } from './row-types.ts';

/** So many broken promises have a cause that somebody wrote down. */
const NAMED_SHARE = 0.72;

/** Why lines come short, third-level causes below `items-missing`; the shares of each list add up to 1. */
const SHORT: readonly CauseShare[] = [
  ['stock-count', 0.38],
  ['partial-pick', 0.27],
  ['no-substitute', 0.2],
  ['supplier-short', 0.15],
];
const SENT_BACK: readonly CauseShare[] = [
  ['damaged', 0.64],
  ['wrong-item', 0.36],
];

type Line = Omit<OrderLineRow, 'cause_id'>;

/**
 * The cause that the depot writes down for a line that was late, short or sent back. Drawn from the order's own number
 * alone: no stream of the company moves by it, so every other figure stays what it was.
 */
export const lineCauseMaker =
  (seed: string, planted: Planted) =>
  (line: Line, teamId: string): string | null => {
    const shares = sharesOf(line, teamId, planted);
    if (shares === null) return null;
    const random = randomStream(seed, `line-cause/${line.order_id}`);
    return random.chance(NAMED_SHARE) ? drawn(shares, random.unit()) : null;
  };

const sharesOf = (line: Line, teamId: string, planted: Planted): readonly CauseShare[] | null => {
  if (line.delivered_day === null) return null;
  if (line.delivered_day > line.promised_day) return lateShares(planted, teamId, line.promised_week);
  if (line.quantity_accepted !== null && line.quantity_accepted < line.quantity_ordered) return SHORT;
  return line.returned_at === null ? null : SENT_BACK;
};

const drawn = (shares: readonly CauseShare[], unit: number): string | null => {
  let left = unit;
  for (const [causeId, share] of shares) {
    left -= share;
    if (left < 0) return causeId;
  }
  return shares.at(-1)?.[0] ?? null;
};
