import { useId, type ReactNode } from 'react';
import styles from './form.module.css';

export type FieldAttributes = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
};

type Classes = { readonly field?: string; readonly hint?: string; readonly problem?: string };

type Props = {
  readonly label: string;
  /** Marks it for its form (`data-field`). */
  readonly name?: string | undefined;
  /** Of a form that has looks of its own. */
  readonly classes?: Classes;
  /** Why it does not stand yet, in a sentence. */
  readonly problem?: string | null;
  readonly hint?: string | null;
  readonly children: (attributes: FieldAttributes) => ReactNode;
};

/** A field with its name, its hint and its problem, which readers hear with it. */
export function Field({ label, name, classes = styles, problem = null, hint = null, children }: Props) {
  const id = useId();
  const described = [hint === null ? '' : `${id}hint`, problem === null ? '' : `${id}problem`].join(' ').trim();
  return (
    <div className={classes.field} data-field={name}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': problem !== null, 'aria-describedby': described === '' ? undefined : described })}
      {hint === null ? null : (
        <p id={`${id}hint`} className={classes.hint}>
          {hint}
        </p>
      )}
      {problem === null ? null : (
        <p id={`${id}problem`} className={classes.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
