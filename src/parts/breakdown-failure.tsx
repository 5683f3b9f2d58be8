import { ApiError, referenceOf, wordsOf } from '../api/api-error.ts';
import { Button } from '../ui/button.tsx';
import styles from './cause-bars.module.css';

/** Why causes cannot be told; a figure without records behind it says so quietly. */
export function BreakdownFailure({
  error,
  what,
  onRetry,
}: {
  readonly error: Error;
  readonly what: string;
  readonly onRetry: () => void;
}) {
  // A figure that was sent ready-made has no records behind it: that is how it is, and nothing to try again.
  if (error instanceof ApiError && error.failure.kind === 'service' && error.failure.error.code === 'not-found')
    return <p className={styles.quiet}>{error.message}</p>;
  const reference = referenceOf(error);
  return (
    <div role="alert" className={styles.quiet}>
      <p>
        <b>{what}.</b> {wordsOf(error)}
      </p>
      <p>
        <Button kind="link" onClick={onRetry}>
          Try again
        </Button>
        {reference === null ? null : <span className={styles.reference}>Reference {reference}</span>}
      </p>
    </div>
  );
}
