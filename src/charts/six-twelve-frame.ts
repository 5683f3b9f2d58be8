import { axisTextWidth } from './text-width.ts';

export type Panel = {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** Room between the ends of the panel and its first and last point. */
  readonly inset: number;
};

export type SixTwelveFrame = {
  readonly width: number;
  readonly height: number;
  readonly weeks: Panel;
  readonly months: Panel;
};

/** Sizes of design.md, section 4: 672 x 290, 6 weeks in 196 px, 26 gap, 12 months. */
export const SIX_TWELVE_WIDTH = 672;
const HEIGHT = 290;
const TOP = 28;
const FOOT = 40;
const GAP = 26;
const LEFT = 30;
const RIGHT = 82;
const WEEKS_SHARE = 196 / (SIX_TWELVE_WIDTH - LEFT - GAP - RIGHT);
/** Under this width twelve months have no room for their values beside six weeks: they stand below them. */
const BESIDE_FROM = 560;
const STACKED_HEIGHT = 236;
const INSET = { weeks: 17, months: 15 } as const;

/** Where both panels stand; the texts of axis and gutter widen the margins where they need more. */
export function sixTwelveFrame(
  width: number,
  texts: { readonly ticks: readonly string[]; readonly labels: readonly string[] },
): SixTwelveFrame {
  const widest = (all: readonly string[]) => Math.max(0, ...all.map(axisTextWidth));
  const x0 = Math.max(LEFT, Math.ceil(widest(texts.ticks) + 8));
  const right = Math.min(width * 0.3, Math.max(RIGHT, Math.ceil(widest(texts.labels) + 10)));
  const end = Math.max(x0 + 1, Math.round(width - right));
  if (width >= BESIDE_FROM) {
    const split = Math.round(x0 + (end - x0 - GAP) * WEEKS_SHARE);
    const rows = { y0: TOP, y1: HEIGHT - FOOT };
    return {
      width,
      height: HEIGHT,
      weeks: { x0, x1: split, ...rows, inset: INSET.weeks },
      months: { x0: split + GAP, x1: end, ...rows, inset: INSET.months },
    };
  }
  const below = STACKED_HEIGHT + 8;
  return {
    width,
    height: below + STACKED_HEIGHT,
    weeks: { x0, x1: end, y0: TOP, y1: STACKED_HEIGHT - FOOT, inset: INSET.weeks },
    months: { x0, x1: end, y0: below + TOP, y1: below + STACKED_HEIGHT - FOOT, inset: INSET.months },
  };
}
