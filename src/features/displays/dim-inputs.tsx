import type { DimFields } from '../../state/display-drafts.ts';
import forms from '../../ui/form.module.css';
import styles from './display-form.module.css';
import { TextInput } from './text-input.tsx';

type Props = { readonly dim: DimFields; readonly problem: string | null; readonly onChange: (dim: DimFields) => void };

/** Hours in which the picture is darker, which may go over midnight. */
export function DimInputs({ dim, problem, onChange }: Props) {
  return (
    <fieldset className={forms.group}>
      <legend>Light</legend>
      <label className={forms.check}>
        <input
          type="checkbox"
          checked={dim.kind === 'between'}
          onChange={(event) => onChange({ ...dim, kind: event.currentTarget.checked ? 'between' : 'never' })}
        />
        Darker at certain hours
      </label>
      {dim.kind === 'never' ? null : (
        <div className={styles.row}>
          <TextInput
            label="Darker from"
            type="time"
            problem={problem}
            value={dim.from}
            onText={(from) => onChange({ ...dim, from })}
          />
          <TextInput label="Until" type="time" value={dim.to} onText={(to) => onChange({ ...dim, to })} />
          <TextInput
            label="Light that is left, in percent"
            inputMode="numeric"
            maxLength={3}
            value={dim.level}
            onText={(level) => onChange({ ...dim, level })}
          />
        </div>
      )}
    </fieldset>
  );
}
