import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { wordsOf } from '../../api/api-error.ts';
import { revokeApiKey } from '../../api/people-commands.ts';
import { apiKeysQuery } from '../../api/people-queries.ts';
import type { ApiKey } from '../../contract/api-keys.ts';
import { kindWords } from '../../domain/words.ts';
import plain from '../../parts/plain-page.module.css';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import forms from '../../ui/form.module.css';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { KeyDialog } from './key-dialog.tsx';
import styles from './people-page.module.css';
import { SectionFailure } from './section-failure.tsx';
import { useMoments } from './use-moments.ts';

type Open = { readonly kind: 'none' | 'new' } | { readonly kind: 'revoke'; readonly key: ApiKey };

/** Keys with which other systems import, each for some kinds of records. */
export function KeysSection() {
  const keys = useQuery(apiKeysQuery());
  const moment = useMoments();
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const close = (): void => setOpen({ kind: 'none' });
  return (
    <section className={plain.section} aria-labelledby="keys">
      <div className={styles.head}>
        <h2 id="keys">Keys for imports</h2>
        <Button kind="primary" onClick={() => setOpen({ kind: 'new' })}>
          Make a key
        </Button>
      </div>
      <p className={plain.quiet}>
        With a key another system sends files without a person. It reads no figures, and imports nothing but the kinds
        of records that it is made for.
      </p>
      {keys.error === null ? null : (
        <SectionFailure what="The keys" error={keys.error} onRetry={() => void keys.refetch()} />
      )}
      {keys.data === undefined ? null : keys.data.keys.length === 0 ? (
        <p className={plain.quiet}>No key was made yet.</p>
      ) : (
        <Table
          caption="Keys, active ones first"
          captionLook="hidden"
          columns={columnsOf(moment, (key) => setOpen({ kind: 'revoke', key }))}
          rows={keys.data.keys}
          rowKey={({ id }) => id}
        />
      )}
      {open.kind === 'new' ? <KeyDialog onClose={close} /> : null}
      {open.kind === 'revoke' ? <RevokeDialog of={open.key} onClose={close} /> : null}
    </section>
  );
}

function RevokeDialog({ of: { id, name }, onClose }: { readonly of: ApiKey; readonly onClose: () => void }) {
  const client = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => revokeApiKey(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: apiKeysQuery().queryKey });
      onClose();
    },
  });
  return (
    <Dialog title={`Revoke “${name}”?`} onClose={onClose}>
      <div className={forms.form}>
        <p>Whatever sends files with it is refused from now on. What it imported stays. This cannot be taken back.</p>
        {revoking.error === null ? null : (
          <p role="alert" className={forms.problem}>
            It was not revoked. {wordsOf(revoking.error)}
          </p>
        )}
        <p className={forms.actions}>
          <Button kind="primary" disabled={revoking.isPending} onClick={() => revoking.mutate()}>
            {revoking.isPending ? 'Revoking …' : 'Revoke the key'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </p>
      </div>
    </Dialog>
  );
}

function columnsOf(
  moment: (instant: string) => string,
  onRevoke: (key: ApiKey) => void,
): ReadonlyArray<TableColumn<ApiKey>> {
  return [
    {
      id: 'name',
      header: 'Name',
      kind: 'row-header',
      cell: ({ name, hint, state }) => (
        <div className={cx(styles.row, state === 'revoked' ? styles.off : undefined)}>
          {name}
          <span className={styles.second}>ends in {hint}</span>
        </div>
      ),
    },
    { id: 'kinds', header: 'Imports', kind: 'text', need: 'extra', cell: ({ kinds }) => kindWords(kinds) },
    {
      id: 'made',
      header: 'Made',
      kind: 'text',
      need: 'extra',
      cell: ({ createdAt, createdBy }) => `${moment(createdAt)} by ${createdBy}`,
    },
    {
      id: 'used',
      header: 'Last used',
      kind: 'text',
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'never' : moment(lastUsedAt)),
    },
    {
      id: 'state',
      header: 'Revoke',
      kind: 'text',
      cell: (key) =>
        key.state === 'revoked' ? (
          `revoked${key.revokedAt === null ? '' : ` ${moment(key.revokedAt)}`}`
        ) : (
          <Button kind="link" aria-label={`Revoke ${key.name}`} onClick={() => onRevoke(key)}>
            Revoke
          </Button>
        ),
    },
  ];
}
