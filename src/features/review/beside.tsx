import type { Formats } from '../../domain/format.ts';
import { referenceOf, wordsOf } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { useMay } from '../../parts/use-session.ts';
import { MinutesColumn } from './minutes-column.tsx';
import styles from './review.module.css';
import type { Minutes } from './use-review.ts';

type Props = {
  readonly minutes: Minutes;
  readonly week: string;
  readonly teams: readonly string[];
  readonly indicator: string | null;
  readonly formats: Formats;
};

/** The minutes beside the measure in view, or why they cannot be read. */
export function Beside({ minutes, week, teams, indicator, formats }: Props) {
  const may = useMay();
  if (minutes.kind === 'failed') {
    const reference = referenceOf(minutes.error);
    return (
      <section className={styles.main} role="alert">
        <h2 className={styles.sub}>The minutes could not be read</h2>
        <p className={styles.quiet}>{wordsOf(minutes.error)}</p>
        {reference === null ? null : <p className={styles.said}>Reference {reference}</p>}
        <Button onClick={minutes.retry}>Try again</Button>
      </section>
    );
  }
  const { review } = minutes;
  return (
    <MinutesColumn
      review={review}
      week={week}
      teams={teams}
      indicator={indicator}
      formats={formats}
      mode={review.closed !== null ? 'closed' : may('addMinute', teams) ? 'open' : 'read'}
    />
  );
}
