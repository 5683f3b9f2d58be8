import type { Formats } from '../../domain/format.ts';

/** A size or distance with no more decimals than were said, one at most. */
export const plainNumber = (value: number, { number }: Formats): string =>
  number(value, Number.isInteger(value) ? 0 : 1);
