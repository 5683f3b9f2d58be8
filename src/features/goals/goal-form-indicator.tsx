import { indicatorById } from '../../domain/catalogue.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import { refusesTarget } from '../../domain/goal.ts';
import { Field } from './goal-form-field.tsx';

type Props = {
  readonly value: string;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly problem: string | undefined;
  readonly hint: string | null;
  readonly onChange: (indicator: string) => void;
};

/** The indicator of a new goal. Those that take none stand in the list too, because a person who looks for one has to learn why. */
export function IndicatorField({ value, indicators, problem, hint, onChange }: Props) {
  // Not computed yet, and asked for all the same: so many shares in one figure invite a goal.
  const posture = indicators.has('posture') ? [] : [indicatorById('posture')].filter((each) => each !== undefined);
  const all = [...indicators.values(), ...posture].filter(({ group }) => group !== 'part');
  const chosen = all.find(({ id }) => id === value);
  const refusal = chosen === undefined ? null : refusesTarget(chosen);
  return (
    <Field label="Indicator" problem={refusal ?? problem} hint={hint}>
      {(attributes) => (
        <select
          {...attributes}
          data-first-focus
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">Choose one</option>
          <Options label="Take a goal" of={all.filter((each) => refusesTarget(each) === null)} />
          <Options label="Take no goal" of={all.filter((each) => refusesTarget(each) !== null)} />
        </select>
      )}
    </Field>
  );
}

function Options({ label, of }: { readonly label: string; readonly of: readonly Indicator[] }) {
  if (of.length === 0) return null;
  return (
    <optgroup label={label}>
      {of.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
