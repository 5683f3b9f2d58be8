import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refusedAt, wordsOf } from '../../api/api-error.ts';
import { changePerson } from '../../api/people-commands.ts';
import { peopleQuery } from '../../api/people-queries.ts';
import type { Person } from '../../contract/people.ts';
import type { SignInMode } from '../../contract/session.ts';
import type { Team } from '../../contract/teams.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';
import { PersonTools } from './person-tools.tsx';
import { RightsFields, type Rights } from './rights-fields.tsx';

type Props = {
  readonly person: Person;
  readonly mode: SignInMode;
  readonly teams: readonly Team[];
  readonly onClose: () => void;
};

type Words = Rights & { readonly name: string; readonly state: 'active' | 'disabled' };

const wordsOfPerson = ({ name, role, teams, records, state }: Person): Words => ({
  name,
  role,
  teams,
  records,
  state: state === 'disabled' ? 'disabled' : 'active',
});

const FIELDS: readonly string[] = ['name', 'role', 'teams', 'state', 'revision'];

/** What a person may do, whether they may come in at all, and their ways in. */
export function PersonDialog({ person, mode, teams, onClose }: Props) {
  const client = useQueryClient();
  const [words, setWords] = useState(() => wordsOfPerson(person));
  const [revision, setRevision] = useState(person.revision);
  const { queryKey } = peopleQuery();
  const changing = useMutation({
    mutationFn: (change: Words) => changePerson(person.id, { ...change, teams: [...change.teams], revision }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey });
      onClose();
    },
    onError: (error) => (refusedAt(error) === 'revision' ? client.invalidateQueries({ queryKey }) : undefined),
  });
  const { error } = changing;
  const at = refusedAt(error);
  const problem = (field: string): string | null => (error !== null && at === field ? wordsOf(error) : null);
  const loadTheirs = (): void => {
    setWords(wordsOfPerson(person));
    setRevision(person.revision);
    changing.reset();
  };
  return (
    <Dialog title={person.name} onClose={onClose}>
      <form
        className={forms.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!changing.isPending) changing.mutate({ ...words, name: words.name.trim() });
        }}
      >
        <Field label="Name" problem={problem('name')}>
          {(attributes) => (
            <input
              {...attributes}
              data-first-focus
              autoComplete="off"
              required
              maxLength={80}
              value={words.name}
              onChange={(event) => setWords({ ...words, name: event.currentTarget.value })}
            />
          )}
        </Field>
        <RightsFields
          value={words}
          teams={teams}
          problems={{ role: problem('role'), teams: problem('teams') }}
          onChange={(rights) => setWords({ ...words, ...rights })}
        />
        <div>
          <label className={forms.check}>
            <input
              type="checkbox"
              checked={words.state === 'disabled'}
              onChange={(event) => setWords({ ...words, state: event.currentTarget.checked ? 'disabled' : 'active' })}
            />
            Disabled: cannot sign in, and is signed out everywhere
          </label>
          {problem('state') === null ? null : <p className={forms.problem}>{problem('state')}</p>}
        </div>
        <div role="alert">
          {at === 'revision' ? (
            <p className={forms.problem}>
              Somebody changed this person meanwhile; nothing of theirs was written over.{' '}
              <Button kind="link" onClick={loadTheirs}>
                Load what stands
              </Button>
            </p>
          ) : error === null || (at !== null && FIELDS.includes(at)) ? null : (
            <p className={forms.problem}>Nothing was changed. {wordsOf(error)}</p>
          )}
        </div>
        <p className={forms.actions}>
          <Button kind="primary" type="submit" disabled={changing.isPending}>
            {changing.isPending ? 'Keeping …' : 'Keep the change'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </p>
      </form>
      {person.state === 'disabled' ? null : <PersonTools person={person} mode={mode} />}
    </Dialog>
  );
}
