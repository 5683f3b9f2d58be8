import { useId, type ReactNode } from 'react';
import type { GoalField } from '../../state/goal-drafts.ts';
import styles from './goal-form.module.css';

export type FieldAttributes = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
};

type Props = {
  readonly label: string;
  /** Marks it for the form, which says what is wrong with a field once somebody has been in it. */
  readonly name?: GoalField;
  /** Why it does not stand yet, in a sentence. */
  readonly problem?: string | undefined;
  readonly hint?: string | null | undefined;
  readonly children: (attributes: FieldAttributes) => ReactNode;
};

/** A field with its name, its hint and its problem, which readers hear with it. */
export function Field({ label, name, problem, hint, children }: Props) {
  const id = useId();
  const says = [hint == null ? null : `${id}hint`, problem === undefined ? null : `${id}problem`];
  const described = says.filter((each) => each !== null).join(' ');
  return (
    <div className={styles.field} data-field={name}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': problem !== undefined,
        'aria-describedby': described === '' ? undefined : described,
      })}
      {hint == null ? null : (
        <p id={`${id}hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {problem === undefined ? null : (
        <p id={`${id}problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
