import styles from './key-swatch.module.css';

/** A sample of a chart mark for the key "How to read", 18 x 11. The key is the only legend in the product. */
export function KeySwatch({ mark }: { readonly mark: 'variation' | 'target' | 'last-week' | 'week-so-far' }) {
  return (
    <svg className={styles.swatch} width="18" height="11" viewBox="0 0 18 11" aria-hidden="true">
      {mark === 'variation' ? (
        <>
          <rect className={styles.band} width="18" height="11" />
          <path className={styles.edge} d="M0 .5H18M0 10.5H18" />
        </>
      ) : null}
      {mark === 'target' ? <path className={styles.target} d="M0 5.5H18" /> : null}
      {mark === 'last-week' ? (
        <>
          <path className={styles.line} d="M0 8 5 3 9 6" />
          <circle className={styles.dot} cx="12" cy="6" r="3.2" />
        </>
      ) : null}
      {mark === 'week-so-far' ? <circle className={styles.hollow} cx="9" cy="5.5" r="3.6" /> : null}
    </svg>
  );
}
