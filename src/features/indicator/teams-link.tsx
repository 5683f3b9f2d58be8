import { addressOf } from '../../state/address.ts';
import { followLink } from '../../state/use-view.ts';
import type { IndicatorView } from '../../state/view.ts';
import styles from './teams.module.css';

/** To the same page of that team alone. */
export function TeamLink({
  id,
  view,
  children,
}: {
  readonly id: string;
  readonly view: IndicatorView;
  readonly children: string;
}) {
  return (
    <a className={styles.link} href={addressOf({ ...view, teams: [id], rows: null })} onClick={followLink}>
      {children}
    </a>
  );
}
