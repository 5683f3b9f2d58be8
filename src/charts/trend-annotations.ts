import { rounded } from './paths.ts';
import { axisTextWidth } from './text-width.ts';
import type { TrendModel } from './trend-model.ts';
import type { TrendScales } from './trend-scales.ts';

export type AnnotationMark = {
  readonly x: number;
  /** Null where the lane has no room: the hairline stays, the read-out and the table hold the words. */
  readonly text: { readonly x: number; readonly anchor: 'start' | 'end'; readonly words: string } | null;
};

const INDENT = 5;
/** Closer than this, the text of the earlier one flips to its left (design.md, section 5). */
const NEAR = 120;

/** Hairlines with "what, date" in the lane above the plot; no two texts overlap and none leaves the picture. */
export function annotationMarks(
  annotations: TrendModel['annotations'],
  scales: TrendScales,
  width: number,
): readonly AnnotationMark[] {
  const seen = annotations
    .filter(({ week }) => week >= scales.from && week <= scales.to)
    .map(({ week, text }) => ({ x: rounded(scales.x(week)), words: text, length: axisTextWidth(text) }))
    .sort((a, b) => a.x - b.x);
  let taken = 0;
  return seen.map(({ x, words, length }, k) => {
    const next = seen[k + 1]?.x ?? Infinity;
    const fitsRight = x + INDENT + length <= Math.min(width, next - INDENT);
    const fitsLeft = x - INDENT - length >= taken;
    const wantsLeft = next - x < NEAR;
    const anchor = wantsLeft && fitsLeft ? 'end' : fitsRight ? 'start' : fitsLeft ? 'end' : null;
    taken = anchor === 'start' ? x + INDENT * 2 + length : x + INDENT;
    return {
      x,
      text: anchor === null ? null : { x: rounded(anchor === 'start' ? x + INDENT : x - INDENT), anchor, words },
    };
  });
}
