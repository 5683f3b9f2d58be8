import { referenceOf, wordsOf } from '../api/api-error.ts';
import { Button } from '../ui/button.tsx';
import styles from './page-failure.module.css';

/** Nothing can be shown: what failed, what to do, and under which reference the service logged it. */
export function PageFailure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const reference = referenceOf(error);
  return (
    <section className={styles.failure} role="alert">
      <h2>The figures could not be read</h2>
      <p>{wordsOf(error)}</p>
      {reference === null ? null : <p className={styles.reference}>Reference {reference}</p>}
      <p>
        <Button kind="primary" onClick={onRetry}>
          Try again
        </Button>
      </p>
    </section>
  );
}
