import { useState } from 'react';
import type { Goal } from '../../contract/goals.ts';
import type { IsoWeek } from '../../contract/scalars.ts';
import type { Formats } from '../../domain/format.ts';
import { parseIsoWeek } from '../../domain/week.ts';
import { AnnotationFailure } from '../../parts/annotation-failure.tsx';
import { NameField, useName } from '../../parts/name-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from './goal-form-field.tsx';
import { useEndGoal, type Sent } from './goal-form-save.ts';
import styles from './goal-form.module.css';

type Props = {
  readonly goal: Goal;
  readonly earliestFrom: IsoWeek;
  readonly formats: Formats;
  readonly onClose: () => void;
};

/** Ends a goal, with a reason. */
export function EndingForm({ goal, earliestFrom, formats, onClose }: Props) {
  const name = useName();
  const [reason, setReason] = useState('');
  const [revision, setRevision] = useState(goal.revision);
  const [meanwhile, setMeanwhile] = useState<string | null>(null);
  const onSent = (sent: Sent): void => {
    if (sent.kind === 'kept') {
      onClose();
      return;
    }
    const by = sent.goal?.changedBy ?? 'Somebody';
    const runs = sent.goal?.state === 'running';
    if (runs) setRevision(sent.goal.revision);
    setMeanwhile(
      runs
        ? `${by} changed this goal meanwhile. Look at its versions, or end it all the same.`
        : `${by} ended this goal already.`,
    );
  };
  const saving = useEndGoal(goal.id, onSent);
  const ready = reason.trim() !== '' && name !== '' && !saving.isPending;
  const week = parseIsoWeek(earliestFrom);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) saving.mutate({ revision, author: name, reason: reason.trim() });
      }}
    >
      <p>
        Its target no longer holds from {week === null ? earliestFrom : formats.weekName(week)} on. Past weeks keep the
        status that they had.
      </p>
      <Field label="Why">
        {(attributes) => (
          <textarea
            {...attributes}
            data-first-focus
            rows={2}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <NameField />
      {meanwhile === null ? null : (
        <p role="alert" className={styles.problem}>
          {meanwhile}
        </p>
      )}
      {saving.error === null ? null : <AnnotationFailure error={saving.error} what="The goal was not ended." />}
      <p className={styles.actions}>
        <Button kind="primary" type="submit" disabled={!ready}>
          {saving.isPending ? 'Ending …' : 'End the goal'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </p>
    </form>
  );
}
