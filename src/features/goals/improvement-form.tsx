import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { causesQuery } from '../../api/indicator-queries.ts';
import type { Improvement } from '../../contract/improvements.ts';
import type { Team } from '../../contract/teams.ts';
import type { Formats } from '../../domain/format.ts';
import { AnnotationFailure } from '../../parts/annotation-failure.tsx';
import { NameField, useName } from '../../parts/name-field.tsx';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { improvementDrafts } from '../../state/improvement-drafts.ts';
import { Button } from '../../ui/button.tsx';
import { settledFields, useFormDraft } from '../../parts/form-draft.ts';
import styles from './goal-form.module.css';
import { IMPROVEMENT_KINDS, improvementDraft, improvementPlace, withTheirImprovement } from './improvement-draft.ts';
import { wordsOfFields } from './improvement-fields.ts';
import { ImprovementInputs } from './improvement-inputs.tsx';
import { IMPROVEMENT_NAMES, improvementText } from './improvement-words.ts';
import { useSaveImprovement, type ImprovementSent } from './improvement-writes.ts';
import { focusFirst, MeanwhileNote } from '../../parts/meanwhile-note.tsx';
import { TypedBefore } from '../../parts/typed-before.tsx';

export type ImprovementFormProps = {
  /** null: a new one. */
  readonly improvement: Improvement | null;
  /** Of the goal in focus: chosen until another is. */
  readonly indicator: string | null;
  readonly team: string | null;
  readonly teams: readonly Team[];
  readonly card: Scorecard;
  readonly formats: Formats;
  readonly onClose: () => void;
};

/**
 * What was or shall be improved: what, by whom, where, against which cause, and since when. What is typed stays in this tab
 * until the service has it.
 */
export function ImprovementForm({ improvement, indicator, team, teams, card, formats, onClose }: ImprovementFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const name = useName();
  const { data } = useQuery(causesQuery());
  const causes = data?.causes ?? [];
  const place = improvementPlace(improvement, team);
  const { draft, origin, set, change, forget } = useFormDraft(improvementDrafts, IMPROVEMENT_KINDS, place, () =>
    improvementDraft(improvement, indicator, team),
  );
  const [tries, setTries] = useState(0);
  // Each call takes the focus to what has to be settled.
  const [calls, setCalls] = useState(0);
  const call = (): void => setCalls((count) => count + 1);
  const [standing, setStanding] = useState<'stands' | 'withdrawn'>('stands');
  const onSent = (sent: ImprovementSent): void => {
    if (sent.kind === 'kept') {
      improvementDrafts.drop(place);
      onClose();
    } else if (sent.standing === null) setStanding('withdrawn');
    else {
      set(withTheirImprovement(draft, sent.standing));
      call();
    }
  };
  const saving = useSaveImprovement(onSent);
  useEffect(() => {
    if (calls > 0) focusFirst(form.current);
  }, [calls]);
  const words = wordsOfFields(draft.mine);
  const clashes = draft.meanwhile?.clashes ?? [];
  const submit = (): void => {
    setTries(tries + 1);
    call();
    if (saving.isPending || words === null || clashes.length > 0 || name === '') return;
    saving.mutate({ id: draft.id, revision: draft.revision, author: name, words });
  };
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TypedBefore origin={origin} onForget={forget} />
      <MeanwhileNote
        draft={draft}
        what="improvement"
        names={IMPROVEMENT_NAMES}
        text={(field, said) => improvementText(field, said, { causes, teams, indicators: card.indicators, formats })}
        onSettle={(field, whose) => set(settledFields(draft, [field], whose))}
      />
      <ImprovementInputs
        fields={draft.mine}
        problems={tries > 0 ? 'shown' : 'hidden'}
        causes={causes}
        {...{ team, teams, card, formats }}
        onChange={(next) => {
          // What is typed after it was sent would be in neither.
          if (saving.isPending) return;
          saving.reset();
          change(next);
        }}
      />
      <NameField />
      {tries > 0 && name === '' ? <p className={styles.problem}>Say under which name you write.</p> : null}
      {standing === 'stands' ? null : (
        <p role="alert" className={styles.problem}>
          Somebody withdrew this improvement meanwhile. What you typed is kept here.
        </p>
      )}
      {saving.error === null ? null : <AnnotationFailure error={saving.error} what="The improvement was not kept." />}
      <p className={styles.actions}>
        <Button kind="primary" type="submit" disabled={saving.isPending || standing === 'withdrawn'}>
          {saving.isPending ? 'Keeping …' : improvement === null ? 'Add the improvement' : 'Keep the change'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </p>
    </form>
  );
}
