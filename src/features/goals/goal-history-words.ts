import type { GoalVersions, GoalWords } from '../../contract/goals.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import type { Formats } from '../../domain/format.ts';
import { dayOfInstant } from '../../domain/zone.ts';
import { GOAL_FIELDS } from '../../state/goal-drafts.ts';
import { FIELD_NAMES, fieldText } from './goal-form-words.ts';

export type Version = GoalVersions['versions'][number];

const WHAT = { set: 'Set', changed: 'Changed', ended: 'Ended' } as const;

/** "Changed by Ines Duarte, Mon 16 Nov 2026, 09:14": goals live long, so the year is said. */
export function versionHead({ what, by, at }: Version, formats: Formats, timeZone: string): string {
  const instant = Date.parse(at);
  const day = formats.dayAndYear(dayOfInstant(instant, timeZone));
  return `${WHAT[what]} by ${by}, ${day}, ${formats.time(instant, timeZone)}`;
}

/** What a version says otherwise than the one before it, a line for each field; all that the first one says. */
export function versionChanges(
  words: GoalWords,
  before: GoalWords | null,
  indicator: Indicator | null,
  formats: Formats,
): readonly string[] {
  const fields = GOAL_FIELDS.filter((field) => field !== 'indicator');
  return fields.flatMap((field) => {
    const now = fieldText(field, words, indicator, formats);
    if (before === null) return now === 'none' ? [] : [`${FIELD_NAMES[field]}: ${now}`];
    const was = fieldText(field, before, indicator, formats);
    return was === now ? [] : [`${FIELD_NAMES[field]}: ${now}, before ${was}`];
  });
}
