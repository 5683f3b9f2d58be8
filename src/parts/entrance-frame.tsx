import { useEffect, type ReactNode } from 'react';
import styles from './entrance-frame.module.css';

type Props = {
  readonly title: string;
  /** Whose service this is, or what the page is about. */
  readonly sub: string;
  readonly children: ReactNode;
};

/** What stands around a page for somebody who is not signed in: no navigation, nothing of the data. */
export function EntranceFrame({ title, sub, children }: Props) {
  useEffect(() => {
    document.title = `${title} – Kept`;
  }, [title]);
  return (
    <>
      <header className={styles.bar}>Kept</header>
      <main id="main" className={styles.page}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.sub}>{sub}</p>
        {children}
      </main>
    </>
  );
}
