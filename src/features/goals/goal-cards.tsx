import { ArrivalAxis, ArrivalBar } from '../../charts/arrival-bar.tsx';
import { cx } from '../../ui/cx.ts';
import { goalAddress } from './change-view.ts';
import { GoalArrival, GoalBar, GoalName, GoalNeed, GoalNow } from './goal-cells.tsx';
import { UNKNOWN, type GoalRows } from './goals-table.tsx';
import styles from './goal-cards.module.css';

/** From this width on both pictures of a card stand side by side. */
const WIDE = 680;
const GAP = 16;
const PADDING = 12;

/** A card for each goal, with all that its row has. */
export function GoalCards({ rows, view, focus, span, locale, width }: GoalRows & { readonly width: number }) {
  const wide = width >= WIDE;
  const bar = Math.max(200, Math.floor(wide ? (width - PADDING - GAP) / 2 : width - PADDING));
  return (
    <ul className={cx(styles.cards, wide ? styles.wide : null)}>
      {rows.map(({ row, ahead }) => (
        <li key={row.id} className={cx(styles.card, row.id === focus ? styles.focus : null)}>
          <div>
            <GoalName row={row} href={goalAddress(view, row.id)} place={row.id === focus ? 'in-focus' : 'elsewhere'} />
          </div>
          <div className={styles.now}>
            <GoalNow row={row} />
          </div>
          <div className={styles.picture}>
            <GoalBar row={row} width={bar} />
          </div>
          <div className={styles.picture}>
            <ArrivalAxis span={span} width={bar} locale={locale} />
            <ArrivalBar due={row.due} arrival={ahead?.arrival ?? UNKNOWN} span={span} width={bar} />
          </div>
          <div>
            <GoalArrival row={row} ahead={ahead} />
          </div>
          <div className={styles.need}>
            <span className={styles.needHead}>Must change a week</span>
            <GoalNeed row={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}
