import { wordsOf } from '../../api/api-error.ts';
import type { Minute } from '../../contract/minutes.ts';
import type { Review } from '../../contract/reviews.ts';
import type { Formats } from '../../domain/format.ts';
import { parseIsoWeek } from '../../domain/week.ts';
import { useFacts, type Facts } from '../../parts/actions-facts.ts';
import { actionDue, shortName } from '../../reading/action-due.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { cx } from '../../ui/cx.ts';
import { byWeek } from './minutes-actions.tsx';
import type { Minutes } from './use-review.ts';
import styles from './print.module.css';

type Props = { readonly card: Scorecard; readonly formats: Formats; readonly minutes: Minutes };

/** The second page: notes, decisions and actions side by side. */
export function PrintMinutes({ card, formats, minutes }: Props) {
  const facts = useFacts(formats);
  const title = `Minutes of ${formats.weekName(card.week)}`;
  return (
    <article className={styles.next} aria-label="Minutes">
      <header className={styles.head}>
        <h1>{title}</h1>
        <p>As they stood on {formats.dayAndYear(facts.today)}</p>
      </header>
      {minutes.kind === 'failed' ? (
        <p>The minutes could not be read. {wordsOf(minutes.error)}</p>
      ) : (
        <div className={styles.minutes}>
          <Written title="Notes" none="No note was written." review={minutes.review} kind="note" facts={facts} />
          <Written
            title="Decisions"
            none="Nothing was decided."
            review={minutes.review}
            kind="decision"
            facts={facts}
          />
          <PrintActions review={minutes.review} facts={facts} formats={formats} />
        </div>
      )}
    </article>
  );
}

type WrittenProps = {
  readonly title: string;
  readonly none: string;
  readonly review: Review;
  readonly kind: 'note' | 'decision';
  readonly facts: Facts;
};

function Written({ title, none, review, kind, facts }: WrittenProps) {
  const entries = review.minutes.filter((minute) => minute.kind === kind);
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {entries.length === 0 ? <p className={styles.note}>{none}</p> : null}
      {entries.map((entry) => (
        <div key={entry.id} className={styles.entry}>
          <h3 className={styles.sub}>{measureOf(entry, facts)}</h3>
          <p className={styles.words}>{entry.text}</p>
          <p className={styles.note}>
            {entry.changedBy}, {facts.dated(entry.changedAt)}
          </p>
        </div>
      ))}
    </section>
  );
}

type ActionsProps = { readonly review: Review; readonly facts: Facts; readonly formats: Formats };

function PrintActions({ review, facts, formats }: ActionsProps) {
  const own = review.minutes.filter(({ kind }) => kind === 'action');
  return (
    <section className={styles.section}>
      <h2>Actions</h2>
      {own.length === 0 ? (
        <p className={styles.note}>No action was agreed.</p>
      ) : (
        <ActionTable actions={own} facts={facts} formats={formats} />
      )}
      {byWeek(review.carried).map(([week, actions]) => {
        const number = parseIsoWeek(week);
        return (
          <div key={week}>
            <h3 className={styles.sub}>From {number === null ? week : formats.weekName(number)}</h3>
            <ActionTable actions={actions} facts={facts} formats={formats} />
          </div>
        );
      })}
    </section>
  );
}

function ActionTable({
  actions,
  facts,
  formats,
}: Omit<ActionsProps, 'review'> & { readonly actions: readonly Minute[] }) {
  return (
    <table className={styles.actions}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Owner</th>
          <th scope="col">Due</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((minute) => {
          if (minute.action === null) return null;
          const due = actionDue(minute.action, facts.today, facts.timeZone, formats);
          return (
            <tr key={minute.id}>
              <td>
                {minute.text}
                <span className={styles.beside}>{measureOf(minute, facts)}</span>
              </td>
              <td>{shortName(minute.action.owner)}</td>
              <td className={cx(styles.due, due.kind === 'late' ? styles.late : null)}>{due.words}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function measureOf({ indicator }: Minute, facts: Facts): string {
  return indicator === null ? 'The review as a whole' : facts.measureName(indicator);
}
