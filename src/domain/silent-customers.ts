import { wilsonInterval } from './wilson.ts';

/**
 * Of ten dissatisfied customers one says so: nine stay silent for each who claims (the article's rule of thumb).
 * The range runs from 1 in 5 (k = 4) to 1 in 26 (k = 25), between which published complaint rates lie
 * (TARP studies of the 1970s to 1990s, as cited in service literature: 4 % to 20 % of the dissatisfied complain).
 */
export const RULE_OF_THUMB = { low: 4, mid: 9, high: 25 } as const;

/** From so many sampled dissatisfied customers, of whom so many claimed, the organisation's own voice ratio is used. */
export const OWN_FROM = { dissatisfied: 30, claimed: 5 } as const;

export type SilentInput = {
  /** Distinct customers with a claim in the last 12 weeks. */
  readonly claimants: number;
  readonly activeCustomers: number;
  /** D: sampled dissatisfied customers of the trailing 52 weeks. */
  readonly dissatisfied: number;
  /** DC: those of them who claimed. */
  readonly dissatisfiedWhoClaimed: number;
};

/** Always a range, never a bare number. Whole customers. */
export type SilentEstimate = {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** Those who were heard. */
  readonly claimants: number;
  /** Whether k is the rule of thumb or the organisation's own sample. */
  readonly basis: 'rule-of-thumb' | 'own-sample';
  /** True where the number of active customers cut the range. */
  readonly capped: boolean;
};

/**
 * Silent dissatisfied customers: k·C, at most active customers − C.
 * Own k = (D − DC)/DC with the Wilson range of DC/D: a voice ratio v means (1 − v)/v silent for each who claims.
 */
export function estimateSilent(input: SilentInput): SilentEstimate {
  const { claimants, activeCustomers, dissatisfied, dissatisfiedWhoClaimed } = input;
  const most = Math.max(0, activeCustomers - claimants);
  const own = ownFactor(dissatisfied, dissatisfiedWhoClaimed);
  const factor = own ?? RULE_OF_THUMB;
  const bounded = (k: number) => Math.min(most, Math.round(k * claimants));
  return {
    low: bounded(factor.low),
    mid: bounded(factor.mid),
    high: bounded(factor.high),
    claimants,
    basis: own ? 'own-sample' : 'rule-of-thumb',
    capped: factor.high * claimants > most,
  };
}

function ownFactor(
  dissatisfied: number,
  claimed: number,
): { readonly low: number; readonly mid: number; readonly high: number } | null {
  if (dissatisfied < OWN_FROM.dissatisfied || claimed < OWN_FROM.claimed) return null;
  const voice = wilsonInterval(claimed, dissatisfied);
  if (!voice) return null;
  const silentPerVoice = (ratio: number) => (1 - ratio) / ratio;
  return {
    low: silentPerVoice(voice.upper),
    mid: silentPerVoice(claimed / dissatisfied),
    high: silentPerVoice(voice.lower),
  };
}
