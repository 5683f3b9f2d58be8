import type { Minute } from '../../contract/minutes.ts';
import type { Review } from '../../contract/reviews.ts';
import styles from './review.module.css';

type Props = {
  readonly review: Review;
  /** Name of a measure by its id. */
  readonly nameOf: (indicator: string) => string;
};

/** What was written down beside every measure, read together at the end of the hour. */
export function ActionsSection({ review, nameOf }: Props) {
  const of = (kind: Minute['kind']) => review.minutes.filter((minute) => minute.kind === kind);
  const open = review.carried.filter(({ action }) => action?.state === 'open').length;
  return (
    <>
      <h2 id="review-focus" className={styles.heading}>
        Decisions and actions
      </h2>
      <p className={styles.intro}>
        Due dates and owners of actions are changed at their line. {open === 0 ? 'No' : open} open from earlier weeks.
      </p>
      <Written title="Decisions" entries={of('decision')} none="No decision was written down." nameOf={nameOf} />
      <Written title="Actions" entries={of('action')} none="No action was agreed." nameOf={nameOf} />
      <Written title="Notes" entries={of('note')} none="No note was written." nameOf={nameOf} />
    </>
  );
}

function Written({
  title,
  entries,
  none,
  nameOf,
}: {
  readonly title: string;
  readonly entries: readonly Minute[];
  readonly none: string;
  readonly nameOf: Props['nameOf'];
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
                  action === null ? author : action.owner,
                  ...(action === null || action.state === 'open' ? [] : [action.state]),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
