import { useQuery } from '@tanstack/react-query';
import { importsQuery } from '../../api/import-queries.ts';
import type { ImportReport } from '../../contract/imports.ts';
import { useMay } from '../../parts/use-session.ts';
import { restatedWeeks } from '../../reading/restatements.ts';
import { isoWeekLabel } from '../../domain/week.ts';
import { Button } from '../../ui/button.tsx';
import { changeIndicator } from './change-view.ts';
import styles from './indicator.module.css';
import type { IndicatorModel } from './page-model.ts';

const NO_IMPORTS: readonly ImportReport[] = [];

/** What is no longer as it was: targets that held before, and final weeks that later records changed. */
export function HistorySection({ model }: { readonly model: IndicatorModel }) {
  const { card, reading, formats, targets } = model;
  const may = useMay();
  // Without the imports a restatement is told without its file.
  const { data } = useQuery({ ...importsQuery(), enabled: may('listImports') });
  const restated = reading.kind === 'read' ? restatedWeeks(card, reading, data?.imports ?? NO_IMPORTS, formats) : [];
  return (
    <section className={styles.region} aria-labelledby="history">
      <h2 id="history" className={styles.heading}>
        Targets and restatements
      </h2>
      {targets.length === 0 ? (
        <p className={styles.quiet}>{reading.indicator.takesTarget ? 'No target was set.' : 'Takes no target.'}</p>
      ) : (
        <ul className={styles.lines} aria-label="Targets">
          {targets.map(({ id, value, when, team }) => (
            <li key={id}>
              <span>
                {value}
                {team === null ? '' : `, ${team}`}
              </span>
              <span className={styles.when}>{when}</span>
            </li>
          ))}
        </ul>
      )}
      <h3 className={styles.subHeading}>Restated weeks</h3>
      {restated.length === 0 ? (
        <p className={styles.quiet}>None: every final week is as it first was.</p>
      ) : (
        <ul className={styles.lines} aria-label="Restated weeks">
          {restated.map(({ week, words, since }) => (
            <li key={week}>
              <span>
                {words}
                {since === '' ? '' : `, ${since}`}
              </span>
              <Button
                kind="link"
                aria-label={`Records of ${formats.weekName(week)}`}
                onClick={() => changeIndicator({ rows: isoWeekLabel(week) }, 'push')}
              >
                Records
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
