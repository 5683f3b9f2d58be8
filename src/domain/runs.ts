/** Below (−1) or above (1) a line; 0 on it, between two lines, or without a figure. */
export type Side = -1 | 0 | 1;

/** Called with the indexes, oldest first, of what was found. */
export type Emit = (side: -1 | 1, indexes: readonly number[]) => void;

/** Below this share of the scale of the numbers a difference is rounding, not a difference. */
const ROUNDING = 1e-12;

/** What two numbers may differ by and still count as the same. */
export function roundingOf(a: number, b: number): number {
  return ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}

/** Every stretch of at least `least` neighbours on the same side. */
export function forRuns(sides: readonly Side[], least: number, emit: Emit): void {
  let start = 0;
  for (let index = 1; index <= sides.length; index += 1) {
    const side = sides[start] ?? 0;
    if (index < sides.length && sides[index] === side) continue;
    if (side !== 0 && index - start >= least) emit(side, indexesFrom(start, index));
    start = index;
  }
}

/** Every stretch of at least `least` figures of which each is strictly above (or below) the one before. */
export function forTrends(values: ReadonlyArray<number | null>, least: number, emit: Emit): void {
  const steps = values.map((now, index): Side => {
    const before = values[index - 1] ?? null;
    if (now === null || before === null) return 0;
    const slack = roundingOf(now, before);
    return now > before + slack ? 1 : now < before - slack ? -1 : 0;
  });
  forRuns(steps, least - 1, (side, indexes) => emit(side, [(indexes[0] ?? 1) - 1, ...indexes]));
}

/**
 * The points on one side of every window of `of` neighbouring figures that holds at least `needed` of them.
 * Windows that share such a point are one. A window with a gap in it counts for nothing.
 */
export function forWindows(
  values: ReadonlyArray<number | null>,
  sides: readonly Side[],
  { of, needed }: { readonly of: number; readonly needed: number },
  emit: Emit,
): void {
  for (const side of [-1, 1] as const) {
    let open: number[] = [];
    for (let start = 0; start + of <= values.length; start += 1) {
      if (!holds(values, sides, side, start, of, needed)) continue;
      const inside = indexesFrom(start, start + of).filter((index) => sides[index] === side);
      const last = open.at(-1) ?? -1;
      if ((inside[0] ?? 0) > last && open.length > 0) {
        emit(side, open);
        open = [];
      }
      open.push(...inside.filter((index) => index > last));
    }
    if (open.length > 0) emit(side, open);
  }
}

function holds(
  values: ReadonlyArray<number | null>,
  sides: readonly Side[],
  side: Side,
  start: number,
  of: number,
  needed: number,
): boolean {
  let count = 0;
  for (let index = start; index < start + of; index += 1) {
    if (values[index] === null) return false;
    if (sides[index] === side) count += 1;
  }
  return count >= needed;
}

function indexesFrom(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}
