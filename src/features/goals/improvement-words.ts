import type { Improvement, ImprovementWords } from '../../contract/improvements.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import type { Formats } from '../../domain/format.ts';
import { parseIsoDate, weekOfDay } from '../../domain/week.ts';
import { COMPONENT_WORDS } from '../../reading/components.ts';
import { dateAndYear } from '../../reading/goal-words.ts';

/** "17 Aug 2026, week 34"; "No date yet" of an idea. */
export function effectiveWords(effective: string | null, formats: Formats): string {
  const day = effective === null ? null : parseIsoDate(effective);
  if (day === null) return 'No date yet';
  return `${dateAndYear(day, formats)}, ${formats.weekName(weekOfDay(day))}`;
}

/** Procedures, Systems and equipment … ; "None named". */
export function componentWords({ component }: Pick<Improvement, 'component'>): string {
  return component === null ? 'None named' : COMPONENT_WORDS[component].name;
}

/** The name of what is linked; its id where nobody knows the name, "None named" where nothing is. */
export function causeWords(
  cause: string | null,
  causes: ReadonlyArray<{ readonly id: string; readonly name: string }>,
): string {
  return cause === null ? 'None named' : (causes.find(({ id }) => id === cause)?.name ?? cause);
}

/** What somebody else made of it, in a line: the fields in which theirs differs from what is typed here. */
export function differenceWords(
  theirs: Improvement,
  mine: ImprovementWords,
  names: {
    readonly causes: ReadonlyArray<{ readonly id: string; readonly name: string }>;
    readonly indicators: ReadonlyMap<string, Indicator>;
    readonly formats: Formats;
  },
): string {
  const { causes, indicators, formats } = names;
  const lines = [
    theirs.title === mine.title ? null : `title “${theirs.title}”`,
    theirs.owner === mine.owner ? null : `owner ${theirs.owner ?? 'nobody'}`,
    theirs.component === mine.component ? null : `component ${componentWords(theirs)}`,
    theirs.cause === mine.cause ? null : `cause ${causeWords(theirs.cause, causes)}`,
    theirs.indicator === mine.indicator
      ? null
      : `measure ${theirs.indicator === null ? 'none' : (indicators.get(theirs.indicator)?.name ?? theirs.indicator)}`,
    theirs.effective === mine.effective ? null : `in effect ${effectiveWords(theirs.effective, formats)}`,
    theirs.team === mine.team ? null : 'another scope',
  ].filter((line) => line !== null);
  return lines.length === 0 ? 'the same as yours' : lines.join('; ');
}
