import type { Formats } from '../../domain/format.ts';
import { mondayOf, parseIsoWeek } from '../../domain/week.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { addressOf } from '../../state/address.ts';
import { followLink } from '../../state/use-view.ts';
import type { ReviewView } from '../../state/view.ts';
import styles from './review.module.css';

type Props = { readonly card: Scorecard; readonly formats: Formats; readonly view: ReviewView };

/** A week that still runs has nothing to judge. */
export function NotComplete({ card, formats, view }: Props) {
  const week = parseIsoWeek(view.week);
  return (
    <section className={styles.main} aria-labelledby="review-not-complete">
      <h2 id="review-not-complete" className={styles.heading}>
        {week === null ? 'No week is complete yet' : `${formats.week(week)} is not complete`}
      </h2>
      <p className={styles.quiet}>
        {week === null
          ? 'A review looks back on a whole week: the first one comes with its Sunday.'
          : `It can be reviewed from ${formats.day(mondayOf(week + 1))} on, once its data is in.`}
      </p>
      {card.latest === null ? null : (
        <p>
          <a className={styles.link} href={addressOf({ ...view, week: 'latest', at: null })} onClick={followLink}>
            Review {formats.weekName(card.latest)}
          </a>
        </p>
      )}
    </section>
  );
}
