import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refusedAt, wordsOf } from '../../api/api-error.ts';
import { invitePerson } from '../../api/people-commands.ts';
import { peopleQuery } from '../../api/people-queries.ts';
import type { SignInMode } from '../../contract/session.ts';
import type { Team } from '../../contract/teams.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';
import { LinkOnce } from './link-once.tsx';
import { RightsFields, type Rights } from './rights-fields.tsx';

type Props = { readonly mode: SignInMode; readonly teams: readonly Team[]; readonly onClose: () => void };

const FIELDS: readonly string[] = ['email', 'name', 'role', 'teams'];

/** Somebody new: who, and what they may do. Then the link to hand on, where there are passwords. */
export function InviteDialog({ mode, teams, onClose }: Props) {
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [rights, setRights] = useState<Rights>({ role: 'viewer', teams: [], records: false });
  const inviting = useMutation({
    mutationFn: invitePerson,
    onSuccess: () => client.invalidateQueries({ queryKey: peopleQuery().queryKey }),
  });
  const { error } = inviting;
  const at = refusedAt(error);
  const problem = (field: string): string | null => (error !== null && at === field ? wordsOf(error) : null);
  const title = mode === 'accounts' ? 'Invite a person' : 'Add a person';
  if (inviting.isSuccess)
    return (
      <Dialog title={`${inviting.data.person.name} is ${mode === 'accounts' ? 'invited' : 'added'}`} onClose={onClose}>
        <div className={forms.form}>
          <LinkOnce given={inviting.data} />
        </div>
      </Dialog>
    );
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={forms.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!inviting.isPending)
            inviting.mutate({ email: email.trim(), name: name.trim(), ...rights, teams: [...rights.teams] });
        }}
      >
        <Field label={mode === 'proxy' ? 'E-mail or user name' : 'E-mail'} problem={problem('email')}>
          {(attributes) => (
            <input
              {...attributes}
              data-first-focus
              type={mode === 'proxy' ? 'text' : 'email'}
              autoComplete="off"
              required
              maxLength={254}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label="Name" hint="Stands beside what the person writes." problem={problem('name')}>
          {(attributes) => (
            <input
              {...attributes}
              autoComplete="off"
              required
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <RightsFields
          value={rights}
          teams={teams}
          problems={{ role: problem('role'), teams: problem('teams') }}
          onChange={setRights}
        />
        <div role="alert">
          {error === null || (at !== null && FIELDS.includes(at)) ? null : (
            <p className={forms.problem}>Nobody was invited. {wordsOf(error)}</p>
          )}
        </div>
        <p className={forms.actions}>
          <Button kind="primary" type="submit" disabled={inviting.isPending}>
            {inviting.isPending ? 'Inviting …' : mode === 'accounts' ? 'Make the invitation' : 'Add the person'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </p>
      </form>
    </Dialog>
  );
}
