import { defineIndicator } from './catalogue-define.ts';
import type { Better, Dimension, FigureUnit, Indicator, Marks } from './catalogue-types.ts';

/** What an organisation says of an indicator of its own; the contract's catalogue answer has this shape. */
export type OwnIndicatorEntry = {
  readonly id: string;
  readonly name: string;
  readonly dimension: Dimension;
  readonly unit: FigureUnit;
  readonly better: Better;
  readonly decimals: number;
  readonly marks: Marks | null;
  readonly lagDays: number;
  readonly definition: string;
};

/** An organisation's indicator, fed by observations, as a full catalogue entry: from here on it works like a built-in one. */
export function ownIndicator(entry: OwnIndicatorEntry): Indicator {
  const { dimension, ...rest } = entry;
  const count = entry.unit === 'count';
  return defineIndicator({
    ...rest,
    group: dimension,
    numeratorWords: 'numerator of the observations sent',
    denominatorWords: count ? '' : 'denominator of the observations sent',
    countedIn: count ? '' : 'cases',
    needs: ['observations'],
    origin: 'own',
  });
}
