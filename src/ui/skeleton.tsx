import styles from './skeleton.module.css';

/** A block that holds the final size of what is loading. No shimmer: nothing moves until there is something to see. */
export function Skeleton({ width, height = 12 }: { readonly width: number | string; readonly height?: number }) {
  return <span className={styles.block} style={{ width, height }} aria-hidden="true" />;
}
