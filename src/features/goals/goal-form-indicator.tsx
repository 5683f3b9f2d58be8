import { Link } from 'wouter';
import type { Goal } from '../../contract/goals.ts';
import { indicatorById } from '../../domain/catalogue.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import { refusesTarget } from '../../domain/goal.ts';
import { currentView } from '../../state/use-view.ts';
import { goalAddress } from './change-view.ts';
import { Field } from './goal-form-field.tsx';
import styles from './goal-form.module.css';

type Props = {
  readonly value: string;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly problem: string | undefined;
  readonly hint: string | null;
  /** The goal that runs on it already. */
  readonly running: Goal | null;
  readonly onChange: (indicator: string) => void;
  readonly onLeave: () => void;
};

/** The indicator of a new goal. Those that take none stand in the list too, because a person who looks for one has to learn why. */
export function IndicatorField({ value, indicators, problem, hint, running, onChange, onLeave }: Props) {
  // Not computed yet, and asked for all the same: so many shares in one figure invite a goal.
  const posture = indicators.has('posture') ? [] : [indicatorById('posture')].filter((each) => each !== undefined);
  const all = [...indicators.values(), ...posture].filter(({ group }) => group !== 'part');
  const chosen = all.find(({ id }) => id === value);
  const refusal = chosen === undefined ? null : refusesTarget(chosen);
  const view = currentView();
  return (
    <div className={styles.part} data-field="indicator">
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
      {running === null || view.page !== 'goals' ? null : (
        <p>
          <Link className={styles.link} href={goalAddress(view, running.id)} onClick={onLeave}>
            Look at the goal that runs
          </Link>
        </p>
      )}
    </div>
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
