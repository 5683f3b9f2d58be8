import type { Catalogue } from '../../contract/catalogue.ts';
import type { Display } from '../../contract/displays.ts';
import type { Team } from '../../contract/teams.ts';
import { formats } from '../../domain/format.ts';
import { TeamsField } from '../../parts/teams-field.tsx';
import type { DisplayFields } from '../../state/display-drafts.ts';
import { Field } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';
import { DimInputs } from './dim-inputs.tsx';
import styles from './display-form.module.css';
import type { DisplayProblems } from './display-problems.ts';
import { letterWords } from './letter-words.ts';
import { readCode } from './pairing-code.ts';
import { SlideList } from './slide-list.tsx';
import { TextInput } from './text-input.tsx';
import { timeZonesWith } from './time-zones.ts';

type Props = {
  readonly what: 'approve' | 'change';
  /** Of its screen, where that is known. */
  readonly picture: Display['beat'];
  readonly fields: DisplayFields;
  readonly problems: DisplayProblems;
  /** That may be chosen. */
  readonly teams: readonly Team[];
  readonly catalogue: Catalogue;
  readonly onChange: (change: Partial<DisplayFields>) => void;
};

/** The fields of a display; what it needs is said at its field. */
export function DisplayInputs({
  what,
  picture,
  fields,
  problems: { fields: told, slides },
  teams,
  catalogue,
  onChange,
}: Props) {
  const { locale } = catalogue.organisation;
  const typed = readCode(fields.code);
  return (
    <>
      {what === 'approve' ? (
        <TextInput
          label="Code on the screen"
          hint="Six letters and digits; small letters and blanks do not matter."
          // What can never become a code is said while it is typed.
          problem={typed.kind === 'wrong' ? typed.problem : told.code}
          value={fields.code}
          isFirst
          className={styles.code}
          spellCheck={false}
          autoCapitalize="characters"
          maxLength={20}
          onText={(code) => onChange({ code })}
        />
      ) : null}
      <TextInput
        label="Name"
        hint="Such as where it hangs."
        problem={told.name}
        value={fields.name}
        isFirst={what === 'change'}
        maxLength={60}
        onText={(name) => onChange({ name })}
      />
      <div className={styles.row}>
        <TextInput
          label="Diagonal in inches"
          problem={told.diagonal}
          value={fields.diagonal}
          inputMode="decimal"
          maxLength={6}
          onText={(diagonal) => onChange({ diagonal })}
        />
        <TextInput
          label="Reading distance in metres"
          problem={told.distance}
          value={fields.distance}
          inputMode="decimal"
          maxLength={6}
          onText={(distance) => onChange({ distance })}
        />
        <Field label="Time zone" problem={told.timeZone ?? null}>
          {(attributes) => (
            <select
              {...attributes}
              value={fields.timeZone}
              onChange={(event) => onChange({ timeZone: event.currentTarget.value })}
            >
              {timeZonesWith(fields.timeZone).map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p className={forms.hint}>{letterWords(fields, picture, formats(locale))}</p>
      <TeamsField
        legend="Teams whose figures it shows, with all teams below them; none ticked: the whole organisation"
        teams={teams}
        chosen={fields.team}
        problem={told.team ?? null}
        onChange={(team) => onChange({ team })}
      />
      <SlideList
        slides={fields.slides}
        problem={told.slides ?? null}
        problems={slides}
        catalogue={catalogue}
        onChange={(next) => onChange({ slides: next })}
      />
      <DimInputs dim={fields.dim} problem={told.dim ?? null} onChange={(dim) => onChange({ dim })} />
      <TextInput
        label="Loads itself anew every night at"
        hint="At a quiet hour. It comes back to the slide that it showed."
        problem={told.reloadAt}
        value={fields.reloadAt}
        type="time"
        className={styles.time}
        onText={(reloadAt) => onChange({ reloadAt })}
      />
    </>
  );
}
