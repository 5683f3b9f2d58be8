import { useEffect, useRef, useState } from 'react';
import { refusedAt, wordsOf } from '../../api/api-error.ts';
import type { Catalogue } from '../../contract/catalogue.ts';
import type { Display } from '../../contract/displays.ts';
import type { Team } from '../../contract/teams.ts';
import { settledFields, useFormDraft } from '../../parts/form-draft.ts';
import { focusFirst, MeanwhileNote } from '../../parts/meanwhile-note.tsx';
import { TypedBefore } from '../../parts/typed-before.tsx';
import { useMay } from '../../parts/use-session.ts';
import { indicatorsOf } from '../../reading/scope.ts';
import { displayDrafts } from '../../state/display-drafts.ts';
import { Button } from '../../ui/button.tsx';
import forms from '../../ui/form.module.css';
import { DISPLAY_KINDS, freshDraft, NEW_PLACE, withTheirDisplay } from './display-draft.ts';
import { fieldsOfDisplay, newDisplayFields, wordsOfFields } from './display-fields.ts';
import { DisplayInputs } from './display-inputs.tsx';
import { displayProblems, fieldAt, isFree, NO_PROBLEMS, type DisplayProblems } from './display-problems.ts';
import { DISPLAY_NAMES, fieldText } from './display-words.ts';
import { readCode } from './pairing-code.ts';
import { useSaveDisplay, type Sent } from './use-display-writes.ts';

type Props = {
  /** null: a new screen is approved. */
  readonly display: Display | null;
  readonly catalogue: Catalogue;
  readonly teams: readonly Team[];
  readonly onClose: () => void;
  /** With what became of it, in words. */
  readonly onKept: (words: string) => void;
};

/** What is said of a display. It stays in this tab until the service has it; what somebody else changed meanwhile is merged. */
export function DisplayForm({ display, catalogue, teams, onClose, onKept }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const may = useMay();
  const action = display === null ? 'approveDisplay' : 'changeDisplay';
  const reach = may(action, []) ? 'all' : 'own';
  const own = reach === 'all' ? teams : teams.filter(({ id }) => may(action, [id]));
  const place = display?.id ?? NEW_PLACE;
  const { draft, origin, set, change, forget } = useFormDraft(displayDrafts, DISPLAY_KINDS, place, () =>
    display === null
      ? freshDraft(
          NEW_PLACE,
          null,
          newDisplayFields({
            timeZone: catalogue.organisation.timeZone,
            team: reach === 'own' && own.length === 1 ? own.map(({ id }) => id) : [],
            available: new Set(catalogue.available),
            newId: () => crypto.randomUUID(),
          }),
        )
      : freshDraft(display.id, display.revision, fieldsOfDisplay(display)),
  );
  const [tries, setTries] = useState(0);
  // Each call takes the focus to what has to be settled.
  const [calls, setCalls] = useState(0);
  const [standing, setStanding] = useState<'stands' | 'revoked'>('stands');
  const onSent = (sent: Sent): void => {
    if (sent.kind === 'kept') {
      displayDrafts.drop(place);
      const { name } = sent.display.words;
      onKept(display === null ? `${name} is approved. Its screen begins within seconds.` : `${name} was changed.`);
      onClose();
    } else if (sent.standing === null) setStanding('revoked');
    else {
      set(withTheirDisplay(draft, sent.standing));
      setCalls((count) => count + 1);
    }
  };
  const saving = useSaveDisplay(onSent);
  useEffect(() => {
    if (calls > 0) focusFirst(form.current);
  }, [calls]);
  const { error } = saving;
  useEffect(() => {
    if (error !== null) focusFirst(form.current);
  }, [error]);
  const found = displayProblems(draft.mine, { what: display === null ? 'approve' : 'change', reach });
  const at = fieldAt(refusedAt(error));
  const problems = withRefusal(tries > 0 ? found : NO_PROBLEMS, at, error);
  const clashes = draft.meanwhile?.clashes ?? [];
  const indicators = indicatorsOf(catalogue);
  const submit = (): void => {
    setTries(tries + 1);
    setCalls((count) => count + 1);
    if (saving.isPending || !isFree(found) || clashes.length > 0) return;
    const typed = readCode(draft.mine.code);
    const code = typed.kind === 'code' ? typed.code : '';
    saving.mutate({ revision: draft.revision, code, id: draft.id, words: wordsOfFields(draft.mine) });
  };
  return (
    <form
      ref={form}
      className={forms.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TypedBefore origin={origin} onForget={forget} />
      <MeanwhileNote
        draft={draft}
        what="display"
        names={DISPLAY_NAMES}
        text={(field, fields) =>
          fieldText(field, fields, {
            team: (id) => teams.find((team) => team.id === id)?.name ?? id,
            indicator: (id) => indicators.get(id)?.name ?? id,
            locale: catalogue.organisation.locale,
          })
        }
        onSettle={(field, whose) => set(settledFields(draft, [field], whose))}
      />
      <DisplayInputs
        what={display === null ? 'approve' : 'change'}
        picture={display?.beat ?? null}
        fields={draft.mine}
        problems={problems}
        teams={own}
        catalogue={catalogue}
        onChange={(next) => {
          // What is typed after it was sent would be in neither.
          if (saving.isPending) return;
          saving.reset();
          change(next);
        }}
      />
      <div role="alert">
        {standing === 'revoked' ? (
          <p className={forms.problem}>Somebody revoked this display meanwhile. What you typed is kept here.</p>
        ) : null}
        {error === null || at !== null ? null : (
          <p className={forms.problem}>
            {display === null ? 'Nothing was approved.' : 'Nothing was changed.'} {wordsOf(error)}
          </p>
        )}
        {tries > 0 && !isFree(found) ? (
          <p className={forms.problem}>Not sent yet: something above is missing or cannot be so.</p>
        ) : null}
      </div>
      <p className={forms.actions}>
        <Button kind="primary" type="submit" disabled={saving.isPending || standing === 'revoked'}>
          {saving.isPending ? 'Keeping …' : display === null ? 'Approve the screen' : 'Keep the change'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </p>
    </form>
  );
}

/** What the service refused stands at its field, beside what the form itself has found. */
function withRefusal(problems: DisplayProblems, at: ReturnType<typeof fieldAt>, error: Error | null): DisplayProblems {
  if (at === null || error === null) return problems;
  return { ...problems, fields: { ...problems.fields, [at]: wordsOf(error) } };
}
