import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { catalogueQuery } from '../api/queries.ts';
import type { Team } from '../contract/teams.ts';
import { teamRows } from '../reading/team-tree.ts';
import forms from '../ui/form.module.css';
import styles from './teams-field.module.css';

/** Fewer are seen at a glance; more are searched. */
const MOST_AT_A_GLANCE = 12;

type Props = {
  /** What the choice is for, such as `Teams that are led, with all teams below them`. */
  readonly legend: string;
  /** Marks it for its form (`data-field`). */
  readonly name?: string;
  readonly teams: readonly Team[];
  readonly chosen: readonly string[];
  readonly problem: string | null;
  readonly onChange: (teams: readonly string[]) => void;
};

/** Several teams, each with a box to tick. A team that is gone from the records stays ticked until it is unticked. */
export function TeamsField({ legend, name, teams, chosen, problem, onChange }: Props) {
  const { data } = useQuery(catalogueQuery());
  const [find, setFind] = useState('');
  const rows = teamRows(teams, data?.organisation.locale ?? 'en-GB');
  const gone = chosen.filter((id) => !teams.some((team) => team.id === id));
  const known = [...rows, ...gone.map((id) => ({ id, name: id, depth: 0, above: [] as readonly string[] }))];
  const wanted = find.trim().toLowerCase();
  const shown = known.filter(({ id, name, above }) =>
    [name, id, ...above].some((text) => text.toLowerCase().includes(wanted)),
  );
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <fieldset className={forms.group} data-field={name}>
      <legend>{legend}</legend>
      {known.length > MOST_AT_A_GLANCE ? (
        <input
          type="search"
          aria-label="Find a team"
          placeholder="Find a team"
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
      ) : null}
      <div className={styles.teams}>
        {shown.map(({ id, name, depth }) => (
          <label key={id} className={forms.check} style={{ paddingInlineStart: depth * 20 }}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
        {shown.length === 0 ? <p className={forms.hint}>No team of that name.</p> : null}
      </div>
      {problem === null ? null : <p className={forms.problem}>{problem}</p>}
    </fieldset>
  );
}
