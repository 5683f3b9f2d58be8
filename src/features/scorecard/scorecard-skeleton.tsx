import { computedIndicators } from '../../domain/catalogue-computed.ts';
import { DIMENSIONS } from '../../domain/catalogue-types.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { dimensionName } from '../../reading/grades.ts';
import headline from './headline.module.css';
import page from './scorecard.module.css';
import styles from './skeleton.module.css';
import tile from './tile.module.css';

const COLUMNS = ['Promise kept', 'Where the promise broke', 'Promise kept, 26 weeks', 'Signals this week'] as const;

/** The first load in its final layout: names are known at once, blocks hold the final sizes, nothing moves. */
export function ScorecardSkeleton() {
  return (
    <div>
      <VisuallyHidden as="p">Loading the figures</VisuallyHidden>
      <div className={headline.head} aria-hidden="true">
        {COLUMNS.map((name, index) => (
          <div key={name} className={headline.section}>
            <p className={styles.title}>{name}</p>
            <div className={styles.column}>
              {index === 0 ? <Skeleton width={200} height={54} /> : <Skeleton width="100%" height={180} />}
            </div>
          </div>
        ))}
      </div>
      <div className={styles.context} aria-hidden="true" />
      <div className={page.dimensions} aria-hidden="true">
        {DIMENSIONS.map((id) => (
          <div key={id} className={styles.dimension}>
            <div className={styles.head}>
              <p className={styles.name}>{dimensionName(id)}</p>
              <Skeleton width={48} height={20} />
            </div>
            {computedIndicators
              .filter((indicator) => indicator.group === id)
              .map((indicator) => (
                <div key={indicator.id} className={tile.tile}>
                  <p className={styles.tileName}>{indicator.name}</p>
                  <p className={tile.value}>
                    <Skeleton width={104} height={26} />
                  </p>
                  <p className={tile.status}>
                    <Skeleton width={84} />
                  </p>
                  <p className={tile.gap}>
                    <Skeleton width={142} />
                  </p>
                  <p className={tile.change}>
                    <Skeleton width={126} />
                  </p>
                  <div className={tile.spark}>
                    <Skeleton width={146} height={70} />
                  </div>
                  <p className={tile.date}>Loading</p>
                </div>
              ))}
          </div>
        ))}
      </div>
    </div>
  );
}
