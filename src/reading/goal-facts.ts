import { changeText } from '../domain/sentence.ts';
import type { Formats } from '../domain/format.ts';
import { recognitionOf } from '../domain/recognition.ts';
import { chanceText } from '../domain/route-sentence.ts';
import { sustainedOf } from '../domain/sustained.ts';
import { capital } from '../domain/words.ts';
import type { GoalAhead } from './goal-ahead.ts';
import type { GoalRoute } from './goal-route.ts';
import type { Scorecard } from './read-scorecard.ts';

type ReadRoute = Extract<GoalRoute, { kind: 'read' }>;

export type GoalFact = { readonly id: string; readonly name: string; readonly words: string };

/** "Chance of being at the goal on 31 Jan": "28 %"; none where nothing can be said, or the date has passed. */
function chanceFact({ soFar }: ReadRoute, ahead: GoalAhead | null, formats: Formats): readonly GoalFact[] {
  const name = `Chance of being at the goal on ${formats.shortDay(soFar.goal.due)}`;
  // Its room is kept while it is simulated.
  if (ahead === null) return [{ id: 'chance', name, words: '…' }];
  if (ahead.forecast.kind !== 'given' || ahead.forecast.chance === null) return [];
  return [{ id: 'chance', name, words: chanceText(ahead.forecast.chance, formats) }];
}

/** Its chance, how steadily the target is met, and what changed. `ahead` null: still simulated. */
export function goalFacts(
  card: Scorecard,
  route: ReadRoute,
  ahead: GoalAhead | null,
  formats: Formats,
): readonly GoalFact[] {
  const { reading, indicator, goal } = route;
  const { measure, series } = reading;
  const { met, of, longest, current } = sustainedOf({
    series,
    indicator,
    targets: card.scope.targets,
    lineage: card.lineage,
    week: measure.week,
  });
  const weeks = (count: number): string => (count === 1 ? '1 week' : `${formats.count(count)} weeks`);
  return [
    ...chanceFact(route, ahead, formats),
    ...(of === 0 ? [] : [{ id: 'met', name: 'In target', words: `${formats.count(met)} of the last ${weeks(of)}` }]),
    ...(longest === null
      ? []
      : [
          {
            id: 'longest',
            name: 'Longest run',
            words: `${weeks(longest.weeks)}, ${formats.weekSpan(longest.from, longest.to).replace('–', ' to ')}`,
          },
        ]),
    ...(of === 0
      ? []
      : [
          {
            id: 'streak',
            name: 'Current streak',
            words: current === null ? 'none' : `${weeks(current.weeks)}, since ${formats.weekName(current.since)}`,
          },
        ]),
    ...(measure.state === 'figure'
      ? [{ id: 'change', name: 'Change', words: changeText(indicator, measure.change, measure.week, formats) }]
      : []),
    { id: 'owner', name: 'Owner', words: goal.owner ?? 'nobody named yet' },
  ].map((fact) => ({ ...fact, words: capital(fact.words) }));
}

/** "Seven weeks above the mean since 5 Oct"; null where no signal confirms an improvement. */
export function recognitionWords({ reading, indicator }: ReadRoute, formats: Formats): string | null {
  return recognitionOf(reading.measure.analysis, indicator, formats);
}
