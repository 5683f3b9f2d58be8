/**
 * Week that a key leads to: an index, −1 to stop reading, null where the key is none of the chart's.
 * From nowhere (`now` −1) an arrow starts at the end it points away from.
 */
export function trendKeyStep(key: string, now: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowLeft':
      return now < 0 ? count - 1 : Math.max(0, now - 1);
    case 'ArrowRight':
      return now < 0 ? 0 : Math.min(count - 1, now + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return now < 0 ? null : -1;
    default:
      return null;
  }
}
