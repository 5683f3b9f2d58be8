import { useState } from 'react';
import type { KeptAnnotation } from '../contract/annotations.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { AnnotationFailure } from './annotation-failure.tsx';
import { useWithdrawal } from './annotation-writes.ts';
import styles from './annotation-form.module.css';
import { NameField, useName } from './name-field.tsx';

type Props = { readonly annotation: KeptAnnotation['annotation']; readonly onClose: () => void };

/** Takes an annotation out of the charts, with a reason; what was written stays readable. */
export function AnnotationWithdrawal({ annotation, onClose }: Props) {
  const name = useName();
  const [reason, setReason] = useState('');
  const saving = useWithdrawal(annotation.id, onClose);
  const ready = reason.trim() !== '' && name !== '' && !saving.isPending;
  return (
    <Dialog title={`Withdraw “${annotation.text}”`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) saving.mutate({ author: name, reason: reason.trim() });
        }}
      >
        <p>
          {annotation.kind === 'change'
            ? 'The limits from before it hold again.'
            : 'It leaves the charts; here it stays, marked as withdrawn.'}
        </p>
        <label className={styles.wide}>
          Why
          <textarea
            data-first-focus
            rows={2}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <NameField />
        {saving.error === null ? null : <AnnotationFailure error={saving.error} what="It was not withdrawn." />}
        <p className={styles.actions}>
          <Button kind="primary" type="submit" disabled={!ready}>
            {saving.isPending ? 'Withdrawing …' : 'Withdraw'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </p>
      </form>
    </Dialog>
  );
}
