import { Link } from 'wouter';
import styles from './error-boundary.module.css';

/** An address that names no page. */
export function MissingPage({ path }: { readonly path: string }) {
  return (
    <main id="main" className={styles.failed}>
      <h1>No page here</h1>
      <p>Nothing stands at {path}. The address may have been cut off.</p>
      <p>
        <Link href="/">Go to the scorecard</Link>
        <Link href="/data">Go to the data</Link>
      </p>
    </main>
  );
}
