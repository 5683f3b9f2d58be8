import { PASSWORD_LENGTH } from '../contract/session.ts';
import { Field } from '../ui/field.tsx';
import { PasswordInput } from '../ui/password-input.tsx';

const { least, most } = PASSWORD_LENGTH;

/** Why a password cannot be sent yet; null where the service may judge it. */
export function lengthProblem(password: string): string | null {
  const { length } = Array.from(password);
  if (length < least) return `At least ${least} characters: ${least - length} more.`;
  return length > most ? `At most ${most} characters.` : null;
}

type Props = {
  readonly label: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (password: string) => void;
};

/** A password that is chosen. Length is what counts; there are no rules of composition. */
export function NewPassword({ label, value, problem, onChange }: Props) {
  return (
    <Field
      label={label}
      problem={problem}
      hint={`At least ${least} characters. Three or four words that do not belong together do well.`}
    >
      {(attributes) => (
        <PasswordInput
          {...attributes}
          name="new-password"
          autoComplete="new-password"
          required
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
