import type { Team } from '../contract/teams.ts';
import type { Formats } from '../domain/format.ts';
import { targetHistory } from '../domain/target-history.ts';
import { mondayOf, sundayOf } from '../domain/week.ts';
import type { Reading, Scorecard } from './read-scorecard.ts';

export type TargetLine = {
  readonly id: string;
  /** "at least 95 %". */
  readonly value: string;
  /** "since Mon 29 Dec 2025", "Mon 30 Dec 2024 to Sun 28 Dec 2025". */
  readonly when: string;
  /** Set where the target is a team's own. */
  readonly team: string | null;
};

/** Every target that held in the scope in view, newest first. */
export function targetLines(
  card: Scorecard,
  { indicator }: Reading,
  teams: readonly Team[],
  formats: Formats,
): readonly TargetLine[] {
  if (!indicator.takesTarget) return [];
  return targetHistory(card.scope.targets, indicator.id, card.lineage)
    .map(({ from, to, value, team }) => ({
      id: String(from),
      value: formats.target(indicator, value),
      when:
        to === null
          ? `since ${formats.dayAndYear(mondayOf(from))}`
          : `${formats.dayAndYear(mondayOf(from))} to ${formats.dayAndYear(sundayOf(to))}`,
      team: team === null ? null : (teams.find((each) => each.id === team)?.name ?? team),
    }))
    .toReversed();
}
