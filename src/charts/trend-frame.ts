import type { Domain } from './scale.ts';
import type { ChartVariant } from './chart-state.ts';

/** The pixels that a trend is drawn into. Margins are the least; labels longer than theirs widen them. */
export type TrendFrame = {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Signal markers in px; the newest one is 1.35 times as large. */
  readonly markSize: number;
  /** Annotations whose words find no room: `silent` keeps their hairline alone, `numbered` says how many there are. */
  readonly lane: 'silent' | 'numbered';
  readonly locale: string;
  /** A value scale shared with other charts; without it the chart's own values make one. */
  readonly shared?: (Domain & { readonly ticks: readonly number[] }) | undefined;
};

/** Sizes of design.md, section 4 and 8. The width is the one in the design; the container's own takes its place. */
const VARIANTS: Readonly<Record<ChartVariant, Omit<TrendFrame, 'locale'>>> = {
  panel: { width: 672, height: 190, margin: { top: 22, right: 96, bottom: 32, left: 22 }, markSize: 6, lane: 'silent' },
  headline: {
    width: 320,
    height: 200,
    margin: { top: 8, right: 84, bottom: 32, left: 22 },
    markSize: 6,
    lane: 'silent',
  },
  phone: { width: 358, height: 148, margin: { top: 20, right: 94, bottom: 32, left: 20 }, markSize: 6, lane: 'silent' },
  detail: {
    width: 1024,
    height: 392,
    margin: { top: 34, right: 134, bottom: 36, left: 28 },
    markSize: 8,
    lane: 'numbered',
  },
};

/** A small multiple, 320 x 116 (design of the indicator's page): no gutter, no lane, one scale for all. */
export function multipleFrame(width: number, locale: string, shared: TrendFrame['shared']): TrendFrame {
  return {
    width,
    height: 116,
    margin: { top: 8, right: 4, bottom: 20, left: 22 },
    markSize: 5.5,
    lane: 'silent',
    locale,
    shared,
  };
}

/** What the ticks of a small multiple are fitted to: more than its plot of 88 px, since three of them tell more than two. */
export const MULTIPLE_PLOT = 104;

export function trendFrame(variant: ChartVariant, locale: string, width: number | null = null): TrendFrame {
  const frame = VARIANTS[variant];
  return { ...frame, locale, width: width ?? frame.width };
}
