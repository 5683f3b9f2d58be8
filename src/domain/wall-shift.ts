/** Pixels of one step. */
const STEP = 4;
/** Places in a row and in a column. The picture's margin is far wider than the way. */
const SIDE = 5;
const PLACES = SIDE * SIDE;

export type Shift = { readonly x: number; readonly y: number };

/**
 * Where the picture stands in a minute, against burn-in: one step a minute along a way through 25 places, row by row there
 * and the same way back, so that it never jumps. Any whole minute gives a place.
 */
export function shiftAt(minute: number): Shift {
  const round = 2 * (PLACES - 1);
  const along = ((Math.floor(minute) % round) + round) % round;
  const place = along < PLACES ? along : round - along;
  const row = Math.floor(place / SIDE);
  const column = place % SIDE;
  const half = (SIDE - 1) / 2;
  return { x: ((row % 2 === 0 ? column : SIDE - 1 - column) - half) * STEP, y: (row - half) * STEP };
}
