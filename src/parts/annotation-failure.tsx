import { referenceOf, wordsOf } from '../api/api-error.ts';
import styles from './annotation-form.module.css';

/** What was not written, why, and under which reference the service logged it. */
export function AnnotationFailure({ error, what }: { readonly error: Error; readonly what: string }) {
  const reference = referenceOf(error);
  return (
    <p className={styles.failure} role="alert">
      {what} {wordsOf(error)}
      {reference === null ? null : ` Reference ${reference}`}
    </p>
  );
}
