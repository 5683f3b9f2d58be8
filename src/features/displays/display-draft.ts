import type { Display } from '../../contract/displays.ts';
import { withStanding, type FieldKinds } from '../../parts/form-draft.ts';
import {
  DISPLAY_FIELDS,
  type DisplayDraft,
  type DisplayField,
  type DisplayFields,
} from '../../state/display-drafts.ts';
import { fieldsOfDisplay, wordsOfFields } from './display-fields.ts';

/** Where the draft of a new display is kept; that of another one under its id. */
export const NEW_PLACE = 'new';

/** Two say the same where the same would be sent. */
function isSame(field: DisplayField, a: DisplayFields, b: DisplayFields): boolean {
  const sent = (fields: DisplayFields): unknown => {
    const { name, diagonalInches, distanceMetres, team, slides, dim } = wordsOfFields(fields);
    const told = { name, diagonal: diagonalInches, distance: distanceMetres, team: [...team].sort(), slides, dim };
    return { ...fields, ...told }[field];
  };
  return JSON.stringify(sent(a)) === JSON.stringify(sent(b));
}

export const DISPLAY_KINDS: FieldKinds<DisplayFields> = { names: DISPLAY_FIELDS, isSame };

/** What is written where nobody has typed yet. */
export function freshDraft(id: string, revision: number | null, fields: DisplayFields): DisplayDraft {
  return { id, revision, base: fields, mine: fields, reason: '', meanwhile: null };
}

/** Another's version of the display comes in. The service does not say whose. */
export function withTheirDisplay(draft: DisplayDraft, standing: Display): DisplayDraft {
  const { revision } = standing;
  return withStanding(draft, DISPLAY_KINDS, { fields: fieldsOfDisplay(standing), revision, by: 'Somebody' });
}
