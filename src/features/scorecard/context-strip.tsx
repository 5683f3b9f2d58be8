import { RangeBar } from '../../charts/range-bar.tsx';
import { cx } from '../../ui/cx.ts';
import type { ContextCell, ContextModel } from './context-model.ts';
import styles from './context-strip.module.css';
import { FigureLink } from './figure-link.tsx';
import type { Formats } from '../../domain/format.ts';

type Props = { readonly context: ContextModel; readonly formats: Formats };

/** How much there was, who stayed silent, who had to ask again. The estimate never stands without its range. */
export function ContextStrip({ context, formats }: Props) {
  const { counts, silent, chasing } = context;
  return (
    <section className={styles.context} aria-label="Context">
      <dl className={styles.cells}>
        {counts.map((cell) => (
          <Cell key={cell.id} cell={cell} />
        ))}
        {silent === null ? null : (
          <div className={cx(styles.cell, styles.wide3)}>
            <dt>Silent dissatisfied customers, estimated</dt>
            <dd>
              <FigureLink open={{ kind: 'figure', indicator: 'silent-customers' }}>{silent.value}</FigureLink>
              <small>{silent.note}</small>
              {silent.estimate.high === 0 ? null : (
                <div className={styles.range}>
                  <RangeBar
                    label={silent.label}
                    heard={silent.estimate.claimants}
                    low={silent.estimate.low}
                    estimate={silent.estimate.mid}
                    high={silent.estimate.high}
                    format={formats.count}
                  />
                </div>
              )}
            </dd>
          </div>
        )}
        {chasing === null ? null : <Cell cell={chasing} className={styles.wide2} />}
      </dl>
    </section>
  );
}

function Cell({ cell, className }: { readonly cell: ContextCell; readonly className?: string | undefined }) {
  return (
    <div className={cx(styles.cell, className)}>
      <dt>{cell.name}</dt>
      <dd>
        <FigureLink open={{ kind: 'figure', indicator: cell.id }}>{cell.value}</FigureLink>
        {cell.note === '' ? null : <small>{cell.note}</small>}
      </dd>
    </div>
  );
}
