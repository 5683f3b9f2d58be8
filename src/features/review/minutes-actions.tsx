import { parseIsoWeek } from '../../domain/week.ts';
import type { Minute } from '../../contract/minutes.ts';
import { MinutesActionRow } from './minutes-action-row.tsx';
import { MinutesNewAction } from './minutes-new-action.tsx';
import { MinutesRemoval, useRemoval } from './minutes-removal.tsx';
import type { SectionProps } from './minutes-section.ts';
import styles from './minutes.module.css';

/** Actions of this review, those that earlier weeks left open, and the field for the next one. */
export function MinutesActions(props: SectionProps) {
  const { review, where, facts, formats, mode } = props;
  const removal = useRemoval();
  const own = review.minutes.filter(({ kind }) => kind === 'action');
  const carried = byWeek(review.carried);
  return (
    <section className={styles.section} aria-labelledby="minutes-actions">
      <h2 id="minutes-actions" className={styles.heading}>
        Actions
      </h2>
      {own.length === 0 ? null : (
        <table className={styles.actions} aria-label="Actions of this review">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Owner</th>
              <th scope="col">Due</th>
            </tr>
          </thead>
          <tbody>
            {own.map((action) => (
              <MinutesActionRow key={action.id} action={action} removal={removal} {...props} />
            ))}
          </tbody>
        </table>
      )}
      <MinutesRemoval removal={removal} />
      {mode === 'open' ? <MinutesNewAction review={review} where={where} facts={facts} /> : null}
      {mode !== 'open' && own.length === 0 ? <p className={styles.none}>No action was agreed.</p> : null}
      {carried.map(([week, actions]) => {
        const number = parseIsoWeek(week);
        const title = `From ${number === null ? week : formats.weekName(number)}`;
        return (
          <div key={week}>
            <h3 className={styles.sub}>{title}</h3>
            <table className={styles.actions} aria-label={`Actions ${title.toLowerCase()}`}>
              <thead className={styles.said}>
                <tr>
                  <th scope="col">What</th>
                  <th scope="col">Owner</th>
                  <th scope="col">Due</th>
                </tr>
              </thead>
              <tbody>
                {actions.map((action) => (
                  <MinutesActionRow key={action.id} action={action} removal={null} {...props} />
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </section>
  );
}

/** As the service orders them: by week, then by due date. */
export function byWeek(actions: readonly Minute[]): ReadonlyArray<readonly [string, readonly Minute[]]> {
  const weeks = [...new Set(actions.map(({ week }) => week))];
  return weeks.map((week) => [week, actions.filter((action) => action.week === week)]);
}
