import { useState } from 'react';
import type { Improvement } from '../../contract/improvements.ts';
import { AnnotationFailure } from '../../parts/annotation-failure.tsx';
import { NameField, useName } from '../../parts/name-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from './goal-form-field.tsx';
import styles from './goal-form.module.css';
import { ImprovementForm, type ImprovementFormProps } from './improvement-form.tsx';
import { useWithdrawImprovement, type ImprovementSent } from './improvement-writes.ts';

/** What is done with an improvement. */
export type ImprovementOpen =
  | { readonly kind: 'new' }
  | { readonly kind: 'change'; readonly improvement: Improvement }
  | { readonly kind: 'withdraw'; readonly improvement: Improvement };

type Props = Omit<ImprovementFormProps, 'improvement'> & { readonly open: ImprovementOpen };

export function ImprovementDialog({ open, ...form }: Props) {
  const { onClose } = form;
  const title =
    open.kind === 'new'
      ? 'Add an improvement'
      : `${open.kind === 'change' ? 'Change' : 'Withdraw'} “${open.improvement.title}”`;
  return (
    <Dialog title={title} onClose={onClose}>
      {open.kind === 'withdraw' ? (
        <Withdrawal improvement={open.improvement} onClose={onClose} />
      ) : (
        <ImprovementForm {...form} improvement={open.kind === 'new' ? null : open.improvement} />
      )}
    </Dialog>
  );
}

function Withdrawal({ improvement, onClose }: { readonly improvement: Improvement; readonly onClose: () => void }) {
  const name = useName();
  const { id } = improvement;
  const [reason, setReason] = useState('');
  const [revision, setRevision] = useState(improvement.revision);
  const [meanwhile, setMeanwhile] = useState<string | null>(null);
  const saving = useWithdrawImprovement((sent: ImprovementSent) => {
    if (sent.kind === 'kept') onClose();
    else if (sent.standing === null) setMeanwhile('Somebody withdrew it already.');
    else {
      setRevision(sent.standing.revision);
      setMeanwhile(`${sent.standing.changedBy ?? 'Somebody'} changed it meanwhile. Withdraw it all the same?`);
    }
  });
  const ready = reason.trim() !== '' && name !== '' && !saving.isPending;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) saving.mutate({ id, revision, author: name, reason: reason.trim() });
      }}
    >
      <p>It leaves this list and the charts.</p>
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
      {saving.error === null ? null : <AnnotationFailure error={saving.error} what="It was not withdrawn." />}
      <p className={styles.actions}>
        <Button kind="primary" type="submit" disabled={!ready}>
          {saving.isPending ? 'Withdrawing …' : 'Withdraw'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </p>
    </form>
  );
}
