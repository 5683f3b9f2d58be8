import type { FunnelPlace } from '../domain/funnel.ts';

/** A team of a funnel plot. Values as they are shown: percent 0..100. */
export type FunnelTeam = {
  readonly id: string;
  readonly name: string;
  readonly n: number;
  readonly value: number;
  /** `89.8 %`. */
  readonly text: string;
  /** `917 of 1,021 lines`. */
  readonly cases: string;
  readonly place: FunnelPlace['kind'];
  /** `Within chance`, `Below, outside 99.8 %`. */
  readonly placeText: string;
};

/** All that a funnel plot draws, as plain data. Teams by name. */
export type FunnelModel = {
  readonly title: string;
  readonly sentence: string;
  /** What `n` counts: `lines`. */
  readonly countedIn: string;
  readonly teams: readonly FunnelTeam[];
  readonly average: { readonly value: number; readonly label: string };
  readonly target: { readonly value: number; readonly label: string } | null;
  readonly formatTick: (value: number) => string;
  readonly formatCount: (value: number) => string;
};
