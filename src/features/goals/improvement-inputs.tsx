import { COMPONENTS } from '../../contract/improvements.ts';
import type { Team } from '../../contract/teams.ts';
import type { Formats } from '../../domain/format.ts';
import { Choices } from '../../parts/annotation-choices.tsx';
import annotation from '../../parts/annotation-form.module.css';
import { COMPONENT_WORDS } from '../../reading/components.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import type { ImprovementFields } from '../../state/improvement-drafts.ts';
import { useMay } from '../../parts/use-session.ts';
import { Field } from './goal-form-field.tsx';
import { weekHint } from './goal-form-points.tsx';
import styles from './goal-form.module.css';

type Props = {
  readonly fields: ImprovementFields;
  readonly problems: 'shown' | 'hidden';
  readonly causes: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  readonly team: string | null;
  readonly teams: readonly Team[];
  readonly card: Scorecard;
  readonly formats: Formats;
  readonly onChange: (change: Partial<ImprovementFields>) => void;
};

/** The fields of an improvement; what it needs is said at its field. */
export function ImprovementInputs({ fields, problems, causes, team, teams, card, formats, onChange }: Props) {
  const told = (text: string, words: string): string | undefined =>
    problems === 'shown' && text.trim() === '' ? words : undefined;
  const components = COMPONENTS.map((id) => ({ id, name: COMPONENT_WORDS[id].name }));
  const measures = [...card.indicators.values()].filter(({ group }) => group !== 'part');
  const idea = 'None yet: an idea. Once it is in effect, this page says whether it worked.';
  return (
    <>
      <Field label="What is improved" problem={told(fields.title, 'Say in a few words what is improved.')}>
        {(attributes) => (
          <input
            {...attributes}
            data-first-focus
            value={fields.title}
            maxLength={120}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
          />
        )}
      </Field>
      <div className={styles.row}>
        <Field label="Owner" problem={told(fields.owner, 'Somebody answers for an improvement: name its owner.')}>
          {(attributes) => (
            <input
              {...attributes}
              value={fields.owner}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => onChange({ owner: event.currentTarget.value })}
            />
          )}
        </Field>
        <Select
          label="Component"
          value={fields.component}
          none="Choose one"
          options={components}
          problem={told(fields.component, 'Say which component of the service it changes.')}
          onChange={(component) => onChange({ component })}
        />
      </div>
      <div className={styles.row}>
        <Select
          label="Cause that it removes"
          value={fields.cause}
          none="None"
          options={causes}
          onChange={(cause) => onChange({ cause })}
        />
        <Select
          label="Measure that it is to move"
          value={fields.indicator}
          none={fields.cause === '' ? 'None' : 'Repeated claims, by its cause'}
          options={measures}
          onChange={(indicator) => onChange({ indicator })}
        />
      </div>
      <Field label="In effect since" hint={weekHint(fields.effective, formats) ?? idea}>
        {(attributes) => (
          <input
            {...attributes}
            type="date"
            value={fields.effective}
            onChange={(event) => onChange({ effective: event.currentTarget.value })}
          />
        )}
      </Field>
      <Whose fields={fields} team={team} teams={teams} onChange={onChange} />
    </>
  );
}

/** This team's or everybody's; one of another team stays that team's. */
function Whose({ fields, team, teams, onChange }: Pick<Props, 'fields' | 'team' | 'teams' | 'onChange'>) {
  const mayForAll = useMay()('addImprovement', []);
  const own = fields.team ?? team;
  if (own === null) return null;
  return (
    <div className={annotation.form}>
      <Choices
        legend="Whose"
        value={fields.team === null ? 'all' : 'team'}
        options={[
          { value: 'team', label: teams.find(({ id }) => id === own)?.name ?? own },
          ...(mayForAll ? [{ value: 'all', label: 'The whole organisation' } as const] : []),
        ]}
        onChange={(whose) => onChange({ team: whose === 'all' ? null : own })}
      />
    </div>
  );
}

type SelectProps = {
  readonly label: string;
  readonly value: string;
  /** What the empty choice says. */
  readonly none: string;
  readonly options: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
};

function Select({ label, value, none, options, problem, onChange }: SelectProps) {
  const isKnown = value === '' || options.some(({ id }) => id === value);
  return (
    <Field label={label} problem={problem}>
      {(attributes) => (
        <select {...attributes} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{none}</option>
          {isKnown ? null : <option value={value}>{value}</option>}
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
