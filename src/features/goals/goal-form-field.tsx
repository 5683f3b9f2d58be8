import type { ReactNode } from 'react';
import type { GoalField } from '../../state/goal-drafts.ts';
import { Field as PlainField, type FieldAttributes } from '../../ui/field.tsx';
import styles from './goal-form.module.css';

type Props = {
  readonly label: string;
  /** Marks it for the form, which says what is wrong with a field once somebody has been in it. */
  readonly name?: GoalField;
  /** Why it does not stand yet, in a sentence. */
  readonly problem?: string | undefined;
  readonly hint?: string | null | undefined;
  readonly children: (attributes: FieldAttributes) => ReactNode;
};

/** A field in the looks of the goal's form. */
export function Field({ problem, hint, ...rest }: Props) {
  return <PlainField {...rest} classes={styles} problem={problem ?? null} hint={hint ?? null} />;
}
