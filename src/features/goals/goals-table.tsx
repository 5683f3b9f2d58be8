import { memo } from 'react';
import { ArrivalAxis, ArrivalBar } from '../../charts/arrival-bar.tsx';
import type { ArrivalSpan } from '../../charts/arrival-geometry.ts';
import type { GoalAhead } from '../../reading/goal-ahead.ts';
import type { GoalRow } from '../../reading/goal-row.ts';
import type { GoalsView } from '../../state/view.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { goalAddress } from './change-view.ts';
import { GoalArrival, GoalBar, GoalName, GoalNeed, GoalNow } from './goal-cells.tsx';
import styles from './goals-table.module.css';

/** Columns of words as wide as in the picture; what is left is shared by the two pictures. */
const WORDS = 242 + 93 + 237 + 120;
const PADDING = 22;
const WIDEST = 320;
const NARROWEST = 180;

/** How wide both pictures of a row are; null where there is no room for them side by side. */
export function tableBarWidth(width: number): number | null {
  const bar = Math.min(WIDEST, Math.floor((width - WORDS) / 2 - PADDING));
  return bar < NARROWEST ? null : bar;
}

export type GoalRows = {
  readonly rows: ReadonlyArray<{ readonly row: GoalRow; readonly ahead: GoalAhead | null }>;
  readonly view: GoalsView;
  /** Id of the goal in focus. */
  readonly focus: string;
  readonly span: ArrivalSpan;
  readonly locale: string;
};

export function GoalsTable({ rows, view, focus, span, locale, bar }: GoalRows & { readonly bar: number }) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>Goals with their route and projected arrival</caption>
      <colgroup>
        <col className={styles.nameColumn} />
        <col className={styles.nowColumn} />
        <col />
        <col />
        <col className={styles.arrivalColumn} />
        <col className={styles.needColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Goal</th>
          <th scope="col">Now</th>
          <th scope="col">Route travelled from start to goal</th>
          <th scope="col">
            <VisuallyHidden>Goal date and arrival by month</VisuallyHidden>
            <ArrivalAxis span={span} width={bar} locale={locale} />
          </th>
          <th scope="col">Projected arrival</th>
          <th scope="col" className={styles.end}>
            Must change a week
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, ahead }) => (
          <Row
            key={row.id}
            row={row}
            ahead={ahead}
            href={goalAddress(view, row.id)}
            place={row.id === focus ? 'in-focus' : 'elsewhere'}
            span={span}
            bar={bar}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Pick<GoalRows, 'span'> & {
  readonly row: GoalRow;
  readonly ahead: GoalAhead | null;
  readonly href: string;
  readonly place: 'in-focus' | 'elsewhere';
  readonly bar: number;
};

/** Drawn again for its own arrival, not for those of others. */
const Row = memo(function Row({ row, ahead, href, place, span, bar }: RowProps) {
  return (
    <tr className={place === 'in-focus' ? styles.focus : undefined}>
      <th scope="row">
        <GoalName row={row} href={href} place={place} />
      </th>
      <td className={styles.number}>
        <GoalNow row={row} />
      </td>
      <td>
        <GoalBar row={row} width={bar} />
      </td>
      <td>
        <ArrivalBar due={row.due} arrival={ahead?.arrival ?? UNKNOWN} span={span} width={bar} />
      </td>
      <td className={styles.arrival}>
        <GoalArrival row={row} ahead={ahead} />
      </td>
      <td className={styles.end}>
        <GoalNeed row={row} />
      </td>
    </tr>
  );
});

/** While it is simulated the goal's date stands alone. */
export const UNKNOWN: GoalAhead['arrival'] = { kind: 'unknown' };
