import type { Improvement } from '../../contract/improvements.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import type { Formats } from '../../domain/format.ts';
import { parseIsoDate, weekOfDay } from '../../domain/week.ts';
import { COMPONENT_WORDS } from '../../reading/components.ts';
import { dateAndYear } from '../../reading/goal-words.ts';
import type { ImprovementField, ImprovementFields } from '../../state/improvement-drafts.ts';
import { componentIn } from './improvement-fields.ts';

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

/** What each field is called where two people's words stand side by side. */
export const IMPROVEMENT_NAMES: Readonly<Record<ImprovementField, string>> = {
  title: 'Title',
  owner: 'Owner',
  component: 'Component',
  cause: 'Cause',
  indicator: 'Measure',
  effective: 'In effect since',
  team: 'Whose',
};

type Names = {
  readonly causes: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  readonly teams: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly formats: Formats;
};

/** What a field says, in words. */
export function improvementText(field: ImprovementField, fields: ImprovementFields, names: Names): string {
  const { causes, teams, indicators, formats } = names;
  switch (field) {
    case 'title':
      return `“${fields.title.trim()}”`;
    case 'owner':
      return fields.owner.trim() === '' ? 'nobody' : fields.owner.trim();
    case 'component':
      return componentWords({ component: componentIn(fields.component) });
    case 'cause':
      return causeWords(fields.cause === '' ? null : fields.cause, causes);
    case 'indicator':
      if (fields.indicator === '') return 'none';
      return indicators.get(fields.indicator)?.name ?? fields.indicator;
    case 'effective':
      return effectiveWords(fields.effective === '' ? null : fields.effective, formats);
    case 'team':
      if (fields.team === null) return 'the whole organisation';
      return teams.find(({ id }) => id === fields.team)?.name ?? fields.team;
  }
}
