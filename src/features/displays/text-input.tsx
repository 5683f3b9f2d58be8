import type { ComponentPropsWithoutRef } from 'react';
import { Field } from '../../ui/field.tsx';

type Props = Omit<ComponentPropsWithoutRef<'input'>, 'onChange' | 'value' | 'id'> & {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | null | undefined;
  readonly value: string;
  /** Takes the focus when its dialog opens. */
  readonly isFirst?: boolean;
  readonly onText: (text: string) => void;
};

/** One line of text with its name, its hint and its problem. */
export function TextInput({ label, hint, problem, value, isFirst = false, onText, ...rest }: Props) {
  return (
    <Field label={label} hint={hint ?? null} problem={problem ?? null}>
      {(attributes) => (
        <input
          autoComplete="off"
          {...rest}
          {...attributes}
          {...(isFirst ? { 'data-first-focus': '' } : {})}
          value={value}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
