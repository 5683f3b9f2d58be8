import type { NewPerson } from '../../contract/people.ts';
import type { Team } from '../../contract/teams.ts';
import { ROLES, type Role } from '../../domain/policy.ts';
import { RECORDS_WORDS, ROLE_NAMES, ROLE_WORDS } from '../../reading/access-words.ts';
import { capital } from '../../domain/words.ts';
import { Field } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';
import { TeamsField } from '../../parts/teams-field.tsx';

export type Rights = Pick<NewPerson, 'role' | 'records'> & { readonly teams: readonly string[] };

type Props = {
  readonly value: Rights;
  readonly teams: readonly Team[];
  /** Of a refusal, by its field. */
  readonly problems: { readonly role: string | null; readonly teams: string | null };
  readonly onChange: (rights: Rights) => void;
};

/** What a person may do: the role, whose goals and notes where the role is lead, and customers' names and words apart. */
export function RightsFields({ value, teams, problems, onChange }: Props) {
  return (
    <>
      <Field label="Role" hint={`${capital(ROLE_WORDS[value.role])}.`} problem={problems.role}>
        {(attributes) => (
          <select
            {...attributes}
            value={value.role}
            onChange={(event) => onChange({ ...value, role: roleOf(event.currentTarget.value) })}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {ROLE_NAMES[role]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {value.role === 'lead' ? (
        <TeamsField
          legend="Teams that are led, with all teams below them"
          teams={teams}
          chosen={value.teams}
          problem={problems.teams}
          onChange={(chosen) => onChange({ ...value, teams: chosen })}
        />
      ) : null}
      <label className={forms.check}>
        <input
          type="checkbox"
          checked={value.records}
          onChange={(event) => onChange({ ...value, records: event.currentTarget.checked })}
        />
        {RECORDS_WORDS}
      </label>
    </>
  );
}

const roleOf = (text: string): Role => ROLES.find((role) => role === text) ?? 'viewer';
