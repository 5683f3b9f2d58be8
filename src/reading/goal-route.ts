import type { Goal as Answered } from '../contract/goals.ts';
import { indicatorById } from '../domain/catalogue.ts';
import type { Indicator } from '../domain/catalogue-types.ts';
import { routeSoFar } from '../domain/route.ts';
import type { RouteInput, RouteSoFar } from '../domain/route-types.ts';
import { goalOf } from './goal-of.ts';
import type { Reading, Scorecard } from './read-scorecard.ts';

export type ReadIndicator = Extract<Reading, { kind: 'read' }>;

/** A goal with what the scorecard's own measure says of its way. */
export type GoalRoute =
  | {
      readonly kind: 'read';
      readonly goal: Answered;
      readonly indicator: Indicator;
      readonly reading: ReadIndicator;
      readonly input: RouteInput;
      readonly soFar: RouteSoFar;
    }
  /** Nothing can be read of it, and why. `indicator` null: not even its name is known here. */
  | { readonly kind: 'unread'; readonly goal: Answered; readonly indicator: Indicator | null; readonly why: string };

/** Reads one goal in the week and scope of the card. */
export function goalRoute(card: Scorecard, goal: Answered): GoalRoute {
  const indicator = card.indicators.get(goal.indicator) ?? null;
  if (indicator === null) {
    const known = indicatorById(goal.indicator) ?? null;
    return {
      kind: 'unread',
      goal,
      indicator: known,
      why:
        known === null
          ? 'Kept knows no indicator of that name'
          : 'Stands in the catalogue and is not computed yet: no figure to go by',
    };
  }
  const reading = card.reading(goal.indicator);
  if (reading === null) return { kind: 'unread', goal, indicator, why: 'No data was ever imported for it' };
  if (reading.kind === 'failed')
    return { kind: 'unread', goal, indicator, why: `Not read: ${reading.message} Reference ${reading.reference}` };
  const { series, measure } = reading;
  const input: RouteInput = { goal: goalOf(goal), indicator, series, analysis: measure.analysis, week: measure.week };
  return { kind: 'read', goal, indicator, reading, input, soFar: routeSoFar(input) };
}
