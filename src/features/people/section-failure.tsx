import { referenceOf, wordsOf } from '../../api/api-error.ts';
import plain from '../../parts/plain-page.module.css';
import { Button } from '../../ui/button.tsx';

type Props = { readonly what: string; readonly error: Error; readonly onRetry: () => void };

/** A list that could not be read: why, and the way to try again. */
export function SectionFailure({ what, error, onRetry }: Props) {
  const reference = referenceOf(error);
  return (
    <div role="alert">
      <p className={plain.quiet}>
        {what} could not be read. {wordsOf(error)}
        {reference === null ? '' : ` Reference ${reference}`}
      </p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
