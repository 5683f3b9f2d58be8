import type { ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import styles from './top-bar.module.css';

/** The bar of 48 px over every page. `brand` and `nav` are links of the router; the open page carries `aria-current="page"`. */
export function TopBar({
  brand,
  nav,
  freshness,
  actions = null,
}: {
  readonly brand: ReactNode;
  readonly nav: ReactNode;
  /** Ring and the clocks: "Data to Sun 15 Nov, final", "Heard 08:41". */
  readonly freshness: ReactNode;
  /** `CommandButton` and whatever else stands at the right end. */
  readonly actions?: ReactNode;
}) {
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>{brand}</span>
      <nav className={styles.nav} aria-label="Main">
        {nav}
      </nav>
      <div className={styles.end}>
        <p className={styles.fresh}>{freshness}</p>
        {actions}
      </div>
    </header>
  );
}

/** "Find or jump to", 28 px, with its keys. */
export function CommandButton({ keys, onPress }: { readonly keys: readonly string[]; readonly onPress: () => void }) {
  return (
    <button type="button" className={styles.command} onClick={onPress} aria-keyshortcuts="Control+K Meta+K">
      Find or jump to{' '}
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </button>
  );
}
