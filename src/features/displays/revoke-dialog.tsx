import { wordsOf } from '../../api/api-error.ts';
import type { Display } from '../../contract/displays.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import forms from '../../ui/form.module.css';
import { useRevokeDisplay } from './use-display-writes.ts';

type Props = {
  readonly display: Pick<Display, 'id' | 'words'>;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
};

/** Asks once more, by name: what is revoked has to be paired anew. */
export function RevokeDialog({ display: { id, words }, onClose, onRevoked }: Props) {
  const revoking = useRevokeDisplay(id, onRevoked);
  return (
    <Dialog title={`Revoke “${words.name}”?`} onClose={onClose}>
      <div className={forms.form}>
        <p>
          Its screen loses the figures at once and shows a new code. Its name, sizes and slides are gone; to hang it
          again it is approved anew. This cannot be taken back.
        </p>
        {revoking.error === null ? null : (
          <p role="alert" className={forms.problem}>
            It was not revoked. {wordsOf(revoking.error)}
          </p>
        )}
        <p className={forms.actions}>
          <Button kind="primary" disabled={revoking.isPending} onClick={() => revoking.mutate()}>
            {revoking.isPending ? 'Revoking …' : `Revoke ${words.name}`}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </p>
      </div>
    </Dialog>
  );
}
