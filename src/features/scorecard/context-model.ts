import type { Formats } from '../../domain/format.ts';
import type { SilentEstimate } from '../../domain/silent-customers.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { silentEstimate } from '../../reading/silent-estimate.ts';

export type ContextCell = { readonly id: string; readonly name: string; readonly value: string; readonly note: string };

export type SilentModel = {
  readonly estimate: SilentEstimate;
  readonly value: string;
  readonly note: string;
  readonly label: string;
};

export type ContextModel = {
  readonly counts: readonly ContextCell[];
  readonly silent: SilentModel | null;
  readonly chasing: ContextCell | null;
};

const COUNTS = ['active-customers', 'orders-due', 'claims-opened'] as const;

/** The strip between headline and dimensions: how much there was, and who stayed silent. */
export function contextModel(card: Scorecard, formats: Formats): ContextModel {
  return {
    counts: COUNTS.flatMap((id) => cell(card, id, '', formats) ?? []),
    silent: silentModel(card, formats),
    chasing: cell(card, 'chases', 'contacts per open claim', formats),
  };
}

function cell(card: Scorecard, id: string, unit: string, formats: Formats): ContextCell | null {
  const reading = card.reading(id);
  if (reading?.kind !== 'read') return null;
  const { indicator, measure } = reading;
  if (measure.state !== 'figure') return { id, name: indicator.name, value: 'No figure', note: '' };
  const change = formats.change(indicator, measure.change);
  return {
    id,
    name: indicator.name,
    value: formats.figure(indicator, measure.value),
    note: [unit, change].filter((text) => text !== '').join(', '),
  };
}

/** Those who say nothing, always as a range beside those who were heard. */
function silentModel(card: Scorecard, formats: Formats): SilentModel | null {
  const estimate = silentEstimate(card);
  if (estimate === null) return null;
  const { low, mid, high, claimants } = estimate;
  const range = `range ${formats.count(low)} to ${formats.count(high)}`;
  return {
    estimate,
    value: formats.count(mid),
    note: range,
    label: `${formats.count(claimants)} heard; silent ${formats.count(mid)}, ${range}`,
  };
}
