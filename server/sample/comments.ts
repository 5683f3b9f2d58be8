import type { OrderFate } from './orders.ts';
import type { Random } from './random.ts';

const FATES = ['returned', 'late', 'short', 'overcharged'] as const;
type Fate = (typeof FATES)[number];

/** What customers write of an order that went wrong, in their own words. */
const COMPLAINTS: Readonly<Record<Fate, readonly string[]>> = {
  returned: [
    'Had to be sent back.',
    'Two of the hinges did not close. Sent back, and now I wait again.',
    'Scratched on arrival. The driver saw it and left it anyway.',
    'Not what I ordered; the exchange was friendly but it cost me a day.',
  ],
  late: [
    'Came after the day we were promised.',
    'I took a day off work for nothing. Nobody called.',
    'A day late is bad enough, hearing nothing is worse.',
    'Promised for the morning, came the next afternoon.',
    'Third time in a row that the day was not kept.',
  ],
  short: [
    'Part of the order was missing.',
    'The screws were not in the parcel. The fitter had to come twice.',
    'Eight ordered, six delivered, eight invoiced.',
    'One box of three was left at the depot.',
  ],
  overcharged: [
    'The invoice was above the quote.',
    'A delivery fee that nobody had mentioned.',
    'It was put right after I called, but why at all?',
  ],
};

/** What those write whose order came as promised. */
const PRAISE: readonly string[] = [
  'On the day, complete, at the price agreed.',
  'Friendly driver, called half an hour before.',
  'Good packaging, nothing to complain about.',
  'Quick answer on the phone when I had a question.',
  'As always. Thank you.',
];
/** Fewer of them write at all. */
const PRAISING_SHARE = 0.3;

/** The words of a customer who writes; null where one who has nothing to complain of writes nothing. */
export const commentOn = (fate: OrderFate, random: Random): string | null => {
  const wrong = FATES.find((name) => fate[name]);
  const words = random.unit();
  const praises = random.chance(PRAISING_SHARE);
  if (wrong === undefined && !praises) return null;
  const texts = wrong === undefined ? PRAISE : COMPLAINTS[wrong];
  return texts[Math.floor(words * texts.length)] ?? null;
};
