import { COMPONENTS, type Component, type Improvement, type ImprovementWords } from '../../contract/improvements.ts';
import { parseIsoDate } from '../../domain/week.ts';
import type { ImprovementFields } from '../../state/improvement-drafts.ts';

export function improvementFields(
  improvement: Improvement | null,
  indicator: string | null,
  team: string | null,
): ImprovementFields {
  if (improvement === null)
    return { title: '', owner: '', component: '', cause: '', indicator: indicator ?? '', team, effective: '' };
  return {
    title: improvement.title,
    owner: improvement.owner ?? '',
    component: improvement.component ?? '',
    cause: improvement.cause ?? '',
    indicator: improvement.indicator ?? '',
    team: improvement.team,
    effective: improvement.effective ?? '',
  };
}

/** What the service takes; null while something that it needs is missing. */
export function wordsOfFields(fields: ImprovementFields): ImprovementWords | null {
  const component = componentIn(fields.component);
  const title = fields.title.trim();
  const owner = fields.owner.trim();
  const { cause, indicator, team, effective } = fields;
  if (title === '' || owner === '' || component === null) return null;
  return {
    title,
    owner,
    component,
    cause: cause === '' ? null : cause,
    indicator: indicator === '' ? null : indicator,
    team,
    effective: parseIsoDate(effective) === null ? null : effective,
  };
}

export function componentIn(text: string): Component | null {
  return COMPONENTS.find((each) => each === text) ?? null;
}
