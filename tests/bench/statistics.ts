/** Middle value, or the mean of the two in the middle. Throws where there is none: a bench without runs has no result. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('No runs');
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};

/** The smallest value that at least `share` (0..1) of the values do not exceed (nearest rank). */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('No values');
  return found;
};

/** Quotients of the runs of one pair each: what disturbed the machine disturbed both. */
export const pairwise = (upper: readonly number[], lower: readonly number[]): readonly number[] =>
  upper.flatMap((value, index) => {
    const below = lower[index];
    return below === undefined || below === 0 ? [] : [value / below];
  });
