import type { FleetRow } from './fleet-row.ts';
import styles from './fleet.module.css';

/** What a display said of itself; what is out of order stands out by its weight and by a mark of its own. */
export function SaidOf({ said }: { readonly said: FleetRow['clock'] }) {
  if (said === null) return 'not known yet';
  return said.look === 'plain' ? said.words : <b className={styles.out}>{said.words}</b>;
}
