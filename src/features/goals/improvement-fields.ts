import { COMPONENTS, type Component, type Improvement, type ImprovementWords } from '../../contract/improvements.ts';
import { parseIsoDate } from '../../domain/week.ts';

/** An improvement as it is typed; empty where nothing stands. */
export type ImprovementFields = {
  readonly title: string;
  readonly owner: string;
  readonly component: string;
  readonly cause: string;
  readonly indicator: string;
  readonly team: string | null;
  readonly effective: string;
};

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

function componentIn(text: string): Component | null {
  return COMPONENTS.find((each) => each === text) ?? null;
}
