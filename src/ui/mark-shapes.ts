/** How a measure stands; `none` = no target, `few` = not enough data. */
export type StatusShape = 'on' | 'watch' | 'act' | 'none' | 'few';
export type SignalShape = 'improving' | 'concerning' | 'neutral';
/** A stale figure keeps its last shape, hollow. */
export type Freshness = 'fresh' | 'stale';
export type MarkShape = StatusShape | SignalShape | 'on-stale' | 'watch-stale' | 'act-stale';

type Outline = {
  readonly d: string;
  /** Stroke width in a 12 x 12 box; null = filled. */
  readonly stroke: number | null;
  readonly dash?: string;
};

/**
 * Every mark in a 12 x 12 box, as outlines of one path each. The shapes differ, not only the colours:
 * print, greyscale and forced colours keep them apart (design.md, section 3).
 */
export const MARK_OUTLINES: Readonly<Record<MarkShape, Outline>> = {
  on: { d: 'M.8 6a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0-10.4 0Z', stroke: null },
  watch: { d: 'M6 .6 11.7 11H.3Z', stroke: null },
  act: { d: 'M6 0l6 6-6 6-6-6Z', stroke: null },
  none: { d: 'M10.9 6a4.9 4.9 0 1 1-9.8 0a4.9 4.9 0 1 1 9.8 0Z', stroke: 1.5, dash: '2.2 1.65' },
  few: {
    d: 'M.8 6a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0-10.4 0ZM1.6 6.6 6.6 1.6M2 9.6 9.6 2M4.4 11 11 4.4M8 11.2 11.2 8',
    stroke: 1.2,
  },
  'on-stale': { d: 'M1.3 6a4.7 4.7 0 1 0 9.4 0a4.7 4.7 0 1 0-9.4 0Z', stroke: 1.6 },
  'watch-stale': { d: 'M6 2.2 10.4 10.2H1.6Z', stroke: 1.6 },
  'act-stale': { d: 'M6 1.2 10.8 6 6 10.8 1.2 6Z', stroke: 1.6 },
  improving: { d: 'M1.5 1.5h9v9h-9Z', stroke: null },
  concerning: { d: 'M1.8 1.8l8.4 8.4m0-8.4-8.4 8.4', stroke: 3 },
  neutral: { d: 'M0 4h12v4H0Z', stroke: null },
};

/** The hollow version of a status; a shape that judges nothing stays as it is, save that a stale circle is whole. */
export function staleShape(status: StatusShape): MarkShape {
  switch (status) {
    case 'on':
      return 'on-stale';
    case 'watch':
      return 'watch-stale';
    case 'act':
      return 'act-stale';
    case 'none':
    case 'few':
      return status;
  }
}
