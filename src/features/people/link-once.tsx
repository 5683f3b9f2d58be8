import type { PersonLink } from '../../contract/people.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { useMoments } from './use-moments.ts';

type Props = { readonly given: PersonLink };

/** A one-time link, which the service shows once: it keeps its fingerprint alone. */
export function LinkOnce({ given: { person, link } }: Props) {
  const moment = useMoments();
  if (link === null)
    return (
      <p role="status">
        {person.name} signs in the way that your organisation does; the rights wait under {person.email}.
      </p>
    );
  return (
    <>
      <p role="status">
        Hand this link to {person.name} yourself; Kept sends no mail. It is shown this once, works once, and until{' '}
        {moment(link.expiresAt)}. Whoever has it can set the password.
      </p>
      <CopyField label="One-time link" value={link.address} />
    </>
  );
}
