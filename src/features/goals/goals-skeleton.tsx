import { useRef } from 'react';
import { useWidth } from '../../charts/use-width.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { tableBarWidth } from './goals-table.tsx';
import styles from './goals.module.css';

const ROWS = 4;
/** Height of a row of the table, of a card, and of a chart with its title. */
const ROW = 64;
const CARD = 236;
const CHART = 348;

/** The first load in its final layout: blocks hold the final sizes, nothing moves. */
export function GoalsSkeleton() {
  const ref = useRef<HTMLDivElement>(null);
  const row = tableBarWidth(useWidth(ref, 1376)) === null ? CARD : ROW;
  return (
    <div ref={ref}>
      <VisuallyHidden as="p">Loading the goals</VisuallyHidden>
      <div aria-hidden="true">
        <div className={styles.goals}>
          {Array.from({ length: ROWS }, (_, index) => (
            <div key={index} style={{ height: row }}>
              <Skeleton width="100%" height={row - 16} />
            </div>
          ))}
        </div>
        <div className={styles.columns}>
          {['route', 'causes', 'components'].map((id) => (
            <div key={id} className={styles.region}>
              <Skeleton width="100%" height={CHART - 12} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
