import type { ArrivalModel } from '../charts/arrival-geometry.ts';
import type { Formats } from '../domain/format.ts';
import type { RouteAhead } from '../domain/route-ahead.ts';
import type { RouteVerdict } from '../domain/route-types.ts';
import { arrivalWords } from '../domain/route-sentence.ts';

/** What a simulation says of a goal, and how its row tells it. */
export type GoalAhead = RouteAhead & {
  readonly arrival: ArrivalModel['arrival'];
  readonly words: { readonly main: string; readonly sub: string };
};

/** A simulation as the goal's row tells it. */
export function toldAhead({ forecast, verdict }: RouteAhead, formats: Formats): GoalAhead {
  return { forecast, verdict, arrival: arrivalOf(verdict), words: arrivalWords(verdict, formats) };
}

/** One that is there already has nothing left to arrive; where nothing is known the goal's date stands alone. */
function arrivalOf(verdict: RouteVerdict): ArrivalModel['arrival'] {
  switch (verdict.kind) {
    case 'arrives':
      return verdict.arrival;
    case 'away':
      return { kind: 'none', away: true };
    case 'not-without-change':
    case 'out-of-sight':
      return { kind: 'none', away: false };
    case 'no-figure':
    case 'no-start':
    case 'there':
    case 'too-few':
      return { kind: 'unknown' };
  }
}
