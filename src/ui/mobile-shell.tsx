import type { ReactNode } from 'react';
import styles from './mobile-shell.module.css';

/** The bar over a page below 640 px: brand, then the controls. */
export function MobileBar({ brand, controls }: { readonly brand: ReactNode; readonly controls: ReactNode }) {
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>{brand}</span>
      {controls}
    </header>
  );
}

/** The pages, 56 px at the bottom below 640 px. Children are links of the router (or a button for more). */
export function MobileTabs({ children }: { readonly children: ReactNode }) {
  return (
    <nav className={styles.tabs} aria-label="Main">
      {children}
    </nav>
  );
}
