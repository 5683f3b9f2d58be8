import { useState } from 'react';
import type { FormDraft, FormDrafts } from '../state/form-drafts.ts';
import { mergeFields, type SameField } from './field-merge.ts';

/** What stands at the service, as the form shows it. */
export type Standing<Fields> = { readonly fields: Fields; readonly revision: number; readonly by: string };

/** How the fields of one form are told apart. */
export type FieldKinds<Fields> = {
  readonly names: ReadonlyArray<Extract<keyof Fields, string>>;
  readonly isSame: SameField<Fields>;
};

/** Another's version comes in: what only they changed is taken, what both changed waits for a choice. Nothing typed is lost. */
export function withStanding<Fields>(
  draft: FormDraft<Fields>,
  { names, isSame }: FieldKinds<Fields>,
  { fields: theirs, revision, by }: Standing<Fields>,
): FormDraft<Fields> {
  const { fields, taken, clashes } = mergeFields(names, isSame, { base: draft.base, mine: draft.mine, theirs });
  return { ...draft, revision, base: theirs, mine: fields, meanwhile: { by, taken, clashes } };
}

/** A choice for fields that belong together; theirs stand in `base`. */
export function settledFields<Fields>(
  draft: FormDraft<Fields>,
  fields: ReadonlyArray<Extract<keyof Fields, string>>,
  whose: 'mine' | 'theirs',
): FormDraft<Fields> {
  const { meanwhile, base, mine } = draft;
  if (meanwhile === null) return draft;
  return {
    ...draft,
    mine: whose === 'mine' ? mine : fields.reduce((all, each) => ({ ...all, [each]: base[each] }), mine),
    meanwhile: { ...meanwhile, clashes: meanwhile.clashes.filter((each) => !fields.includes(each)) },
  };
}

export type DraftState<Fields> = {
  readonly draft: FormDraft<Fields>;
  /** Whether it was typed before this dialog was opened. */
  readonly origin: 'restored' | 'fresh';
  readonly set: (draft: FormDraft<Fields>) => void;
  readonly change: (fields: Partial<Fields>) => void;
  /** Forgets what was typed. */
  readonly forget: () => void;
};

/** The draft of a place: what the tab still holds, else what stands now. */
export function useFormDraft<Fields>(
  drafts: FormDrafts<Fields>,
  { names, isSame }: FieldKinds<Fields>,
  place: string,
  fresh: () => FormDraft<Fields>,
): DraftState<Fields> {
  const kept = drafts.useDraft(place);
  const [initial, setInitial] = useState(fresh);
  const isTyped = ({ base, mine, reason }: FormDraft<Fields>): boolean =>
    reason !== '' || names.some((field) => !isSame(field, base, mine));
  const [origin, setOrigin] = useState<'restored' | 'fresh'>(kept !== null && isTyped(kept) ? 'restored' : 'fresh');
  const draft = kept ?? initial;
  const set = (next: FormDraft<Fields>): void => drafts.keep(place, next);
  return {
    draft,
    origin,
    set,
    change: (fields) => set({ ...draft, mine: { ...draft.mine, ...fields } }),
    forget: () => {
      drafts.drop(place);
      setInitial(fresh());
      setOrigin('fresh');
    },
  };
}
