import type { Minute } from '../../contract/minutes.ts';
import type { Review } from '../../contract/reviews.ts';
import type { Formats } from '../../domain/format.ts';
import { parseIsoDate } from '../../domain/week.ts';
import styles from './review.module.css';

type Props = {
  readonly review: Review;
  /** Name of a measure by its id. */
  readonly nameOf: (indicator: string) => string;
  readonly formats: Formats;
};

/** What was written down beside every measure, read together at the end of the hour. */
export function ActionsSection({ review, nameOf, formats }: Props) {
  const of = (kind: Minute['kind']) => review.minutes.filter((minute) => minute.kind === kind);
  const open = review.carried.filter(({ action }) => action?.state === 'open');
  return (
    <>
      <h2 id="review-focus" className={styles.heading}>
        Decisions and actions
      </h2>
      <p className={styles.intro}>Written down in this review, beside every measure</p>
      <Written
        title="Decisions"
        entries={of('decision')}
        none="No decision was written down."
        {...{ nameOf, formats }}
      />
      <Written title="Actions" entries={of('action')} none="No action was agreed." {...{ nameOf, formats }} />
      <Written
        title="Open from earlier weeks"
        entries={open}
        none="No action of an earlier week is open."
        {...{ nameOf, formats }}
      />
      <Written title="Notes" entries={of('note')} none="No note was written." {...{ nameOf, formats }} />
    </>
  );
}

/** "due Mon 23 Nov", or that it is done or dropped. */
function dueWords({ due, state }: NonNullable<Minute['action']>, formats: Formats): string {
  return state === 'open' ? `due ${formats.day(parseIsoDate(due) ?? 0)}` : state;
}

function Written({
  title,
  entries,
  none,
  nameOf,
  formats,
}: {
  readonly title: string;
  readonly entries: readonly Minute[];
  readonly none: string;
  readonly nameOf: Props['nameOf'];
  readonly formats: Formats;
}) {
  return (
    <section aria-label={`All ${title.toLowerCase()}`}>
      <h3 className={styles.sub}>{title}</h3>
      {entries.length === 0 ? (
        <p className={styles.quiet}>{none}</p>
      ) : (
        <ul>
          {entries.map(({ id, text, indicator, author, action }) => (
            <li key={id} className={styles.written}>
              {text}
              <span className={styles.said}>
                {[
                  indicator === null ? 'The review as a whole' : nameOf(indicator),
                  ...(action === null ? [author] : [action.owner, dueWords(action, formats)]),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
