import type { Formats } from '../../domain/format.ts';
import type { Reading, Scorecard } from '../../reading/read-scorecard.ts';
import { silentEstimate } from '../../reading/silent-estimate.ts';

/** A figure that is estimated is shown as its range, never as a bare number (indicators.md, "Silent customers"). */
export type EstimateModel = {
  /** "238 to 1,490"; "Not known". */
  readonly range: string;
  /** "about 522; 58 claimed in 12 weeks". */
  readonly heard: string;
  readonly how: string;
  /** What the chart draws in its stead. */
  readonly drawn: string;
};

const CLAIMANTS = 'Customers who claimed in 12 weeks';

/** null for every figure that is counted. */
export function estimateModel(card: Scorecard, { indicator }: Reading, formats: Formats): EstimateModel | null {
  if (indicator.id !== 'silent-customers') return null;
  const drawn = `${CLAIMANTS}: the silent ones are estimated from them.`;
  const estimate = silentEstimate(card);
  if (estimate === null) return { range: 'Not known', heard: 'No estimate for this week', how: '', drawn };
  const { low, mid, high, claimants, basis } = estimate;
  return {
    range: `${formats.count(low)} to ${formats.count(high)}`,
    heard: `About ${formats.count(mid)}; ${formats.count(claimants)} claimed in 12 weeks`,
    how:
      basis === 'own-sample'
        ? 'By the silent ones for each claimant in your own sample'
        : 'By the rule of thumb: 9 silent for each who claims, from 4 to 25',
    drawn,
  };
}

/** The reading as its chart names it: the counted figure under an estimate is not called by the estimate's name. */
export function namedAsDrawn<Some extends Reading>(reading: Some): Some {
  if (reading.indicator.id !== 'silent-customers') return reading;
  const indicator = { ...reading.indicator, name: CLAIMANTS };
  return reading.kind === 'failed'
    ? { ...reading, indicator }
    : { ...reading, indicator, measure: { ...reading.measure, indicator } };
}
