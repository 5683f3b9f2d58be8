import { useEffect, useRef, useState } from 'react';
import type { Goal } from '../../contract/goals.ts';
import type { IsoWeek } from '../../contract/scalars.ts';
import { indicatorById } from '../../domain/catalogue.ts';
import type { Formats } from '../../domain/format.ts';
import { AnnotationFailure } from '../../parts/annotation-failure.tsx';
import { NameField, useName } from '../../parts/name-field.tsx';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { GOAL_FIELDS, goalDrafts, type GoalField } from '../../state/goal-drafts.ts';
import { Button } from '../../ui/button.tsx';
import { useFormDraft } from '../../parts/form-draft.ts';
import { Field } from './goal-form-field.tsx';
import { draftOfGoal, draftPlace, GOAL_KINDS, newDraft, settled, withTheirs } from './goal-form-draft.ts';
import { wordsOf } from './goal-form-fields.ts';
import { GoalFieldsPart } from './goal-form-inputs.tsx';
import {
  asksFrom,
  fieldProblems,
  refusedField,
  runningGoal,
  saidFields,
  type FieldProblems,
} from './goal-form-problems.ts';
import { useSaveGoal, type Sent } from './goal-form-save.ts';
import { useTouched } from './goal-form-touched.ts';
import { FIELD_NAMES, fieldText } from './goal-form-words.ts';
import styles from './goal-form.module.css';
import { focusFirst, MeanwhileNote } from '../../parts/meanwhile-note.tsx';
import { TypedBefore } from '../../parts/typed-before.tsx';

export type GoalFormProps = {
  /** null: a new one, for `indicator` where one was named. */
  readonly goal: Goal | null;
  readonly indicator: string | null;
  readonly team: string | null;
  readonly card: Scorecard;
  readonly goals: readonly Goal[];
  readonly earliestFrom: IsoWeek;
  readonly formats: Formats;
  readonly onClose: () => void;
};

/** A goal as a person writes it. What is typed stays in this tab until the service has it. */
export function GoalForm({ goal, indicator: asked, team, card, goals, earliestFrom, formats, onClose }: GoalFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const name = useName();
  const place = draftPlace(goal, team);
  const { draft, origin, set, change, forget } = useFormDraft(goalDrafts, GOAL_KINDS, place, () =>
    goal === null ? newDraft(asked, earliestFrom) : draftOfGoal(goal),
  );
  const [tries, setTries] = useState(0);
  const touched = useTouched();
  // Each call takes the focus to what has to be settled.
  const [calls, setCalls] = useState(0);
  const call = (): void => setCalls((count) => count + 1);
  const [gone, setGone] = useState<string | null>(null);
  const onSent = (sent: Sent): void => {
    if (sent.kind === 'kept') {
      goalDrafts.drop(place);
      onClose();
    } else if (sent.goal?.state === 'running') {
      set(withTheirs(draft, sent.goal));
      call();
    } else setGone(`${sent.goal?.changedBy ?? 'Somebody'} ended this goal meanwhile. What you typed is kept here.`);
  };
  const saving = useSaveGoal(onSent);
  const indicator = card.indicators.get(draft.mine.indicator) ?? indicatorById(draft.mine.indicator) ?? null;
  const problems = fieldProblems(draft, { team, indicator, earliestFrom, goals });
  const refused = refusedField(saving.error);
  const running = runningGoal(draft, goals, team);
  const isSaid = (field: GoalField): boolean =>
    tries > 0 || touched.fields.has(field) || (field === 'indicator' && running !== null);
  const said = Object.fromEntries(GOAL_FIELDS.filter(isSaid).map((field) => [field, problems[field]]));
  const shown: FieldProblems = { ...said, ...(refused === null ? {} : { [refused.field]: refused.message }) };
  useEffect(() => {
    if (calls > 0) focusFirst(form.current);
  }, [calls]);
  const fields = saidFields(draft, earliestFrom);
  const words = wordsOf(fields, team);
  const clashes = draft.meanwhile?.clashes ?? [];
  const submit = (): void => {
    setTries(tries + 1);
    call();
    if (saving.isPending || Object.keys(problems).length > 0 || clashes.length > 0 || name === '') return;
    saving.mutate({ draft, words, author: name }, { onError: call });
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it listens to its fields being left, to nothing that is done to the form itself
    <form
      ref={form}
      className={styles.form}
      noValidate
      onBlur={touched.onBlur}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TypedBefore origin={origin} onForget={forget} />
      <MeanwhileNote
        draft={draft}
        what="goal"
        names={FIELD_NAMES}
        text={(field, said) => fieldText(field, wordsOf(said, team), indicator, formats)}
        onSettle={(field, whose) => set(settled(draft, field, whose))}
      />
      <GoalFieldsPart
        {...{ fields, words, indicator, card, formats, earliestFrom }}
        problems={shown}
        isNew={goal === null}
        asksFrom={asksFrom(draft)}
        running={running}
        onLeave={onClose}
        onChange={(next) => {
          // What is typed after it was sent would be in neither.
          if (saving.isPending) return;
          saving.reset();
          change(next);
        }}
      />
      {goal === null ? null : (
        <Field label="Why it is changed" hint="Stands beside the version in the history.">
          {(attributes) => (
            <textarea
              {...attributes}
              rows={2}
              maxLength={500}
              value={draft.reason}
              onChange={(event) => set({ ...draft, reason: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <NameField />
      {tries > 0 && name === '' ? <p className={styles.problem}>Say under which name you write.</p> : null}
      {gone === null ? null : (
        <p role="alert" className={styles.problem}>
          {gone}
        </p>
      )}
      {saving.error === null || refused !== null ? null : (
        <AnnotationFailure error={saving.error} what="The goal was not kept." />
      )}
      <p className={styles.actions}>
        <Button kind="primary" type="submit" disabled={saving.isPending}>
          {saving.isPending ? 'Keeping …' : goal === null ? 'Set the goal' : 'Keep the change'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </p>
    </form>
  );
}
