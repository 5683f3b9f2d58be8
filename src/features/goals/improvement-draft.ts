import type { Improvement } from '../../contract/improvements.ts';
import {
  IMPROVEMENT_FIELDS,
  type ImprovementDraft,
  type ImprovementField,
  type ImprovementFields,
} from '../../state/improvement-drafts.ts';
import { withStanding, type FieldKinds } from '../../parts/form-draft.ts';
import { improvementFields } from './improvement-fields.ts';

/** Blanks around what is typed say nothing. */
function isSame(field: ImprovementField, a: ImprovementFields, b: ImprovementFields): boolean {
  return a[field]?.trim() === b[field]?.trim();
}

export const IMPROVEMENT_KINDS: FieldKinds<ImprovementFields> = { names: IMPROVEMENT_FIELDS, isSame };

/** Where the draft of an improvement is kept: its own id, or the new one of a team. */
export function improvementPlace(improvement: Improvement | null, team: string | null): string {
  return improvement?.id ?? `new:${team ?? ''}`;
}

/** What is written where nobody has typed yet. */
export function improvementDraft(
  improvement: Improvement | null,
  indicator: string | null,
  team: string | null,
): ImprovementDraft {
  const fields = improvementFields(improvement, indicator, team);
  return {
    id: improvement?.id ?? crypto.randomUUID(),
    revision: improvement?.revision ?? null,
    base: fields,
    mine: fields,
    reason: '',
    meanwhile: null,
  };
}

/** Another's version of the improvement comes in. */
export function withTheirImprovement(draft: ImprovementDraft, standing: Improvement): ImprovementDraft {
  const { revision, changedBy } = standing;
  const fields = improvementFields(standing, null, null);
  return withStanding(draft, IMPROVEMENT_KINDS, { fields, revision, by: changedBy ?? 'Somebody' });
}
