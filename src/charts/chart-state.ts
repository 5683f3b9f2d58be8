import type { ReactNode } from 'react';
import type { WeekNumber } from '../domain/week.ts';
import type { TrendModel } from './trend-model.ts';

/** What a chart can be. One of these, never several at once. */
export type ChartState =
  | { readonly kind: 'loading' }
  /** Nothing happened, and that is known: why, and what to do next. */
  | { readonly kind: 'empty'; readonly reason: string; readonly action: ReactNode }
  /** Something failed: what, why in plain words, and the reference id under which the service logged it. */
  | {
      readonly kind: 'error';
      readonly what: string;
      readonly why: string;
      readonly reference: string | null;
      readonly onRetry: (() => void) | null;
    }
  /** Too few weeks for limits or too few cases for a rate. With a model its points are drawn, and the reason stands below. */
  | { readonly kind: 'too-little'; readonly reason: string; readonly model: TrendModel | null }
  | { readonly kind: 'data'; readonly model: TrendModel };

/**
 * Which of the design's frames a chart is drawn in: panel 672 x 190, headline 320 x 200, phone 358 x 148,
 * detail 1024 x 392. The width follows the container; the height is fixed, so nothing jumps.
 */
export type ChartVariant = 'panel' | 'headline' | 'phone' | 'detail';

export type TrendChartProps = {
  readonly model: TrendModel;
  readonly variant: ChartVariant;
  /** BCP 47 with region, for month names and dates. */
  readonly locale: string;
  readonly onChoose?: OnChoose | undefined;
};

/** A week with a figure is chosen, by Enter or a click on its point, or by the button in its row of the table. */
export type OnChoose = (week: WeekNumber) => void;

/** Props of `ChartFrame` (chart-frame.tsx): the frame around every trend. */
export type ChartFrameProps = {
  readonly title: string;
  readonly headingLevel?: 2 | 3;
  readonly state: ChartState;
  readonly variant: ChartVariant;
  readonly locale: string;
  /** Between title and picture: definition, value, status, meta (the panel's head is 97 px high with the title). */
  readonly head?: ReactNode;
  /** Below the picture: second measure or the signal in words (44 px, hairline above). */
  readonly under?: ReactNode;
  /** The computed sentence is always there for readers; `shown` sets it under the title as well. */
  readonly sentence?: 'shown' | 'for-readers';
  readonly onChoose?: OnChoose | undefined;
};
