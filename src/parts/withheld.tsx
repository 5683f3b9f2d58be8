import styles from './withheld.module.css';

/** Why something is not shown that others see: a right that is granted apart, and by whom. Nothing has failed. */
export function Withheld({ what }: { readonly what: string }) {
  return (
    <p className={styles.withheld}>
      {what} can hold customers’ names and words. They are shown to people who have that right; an administrator grants
      it.
    </p>
  );
}
