import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { ApiError, wordsOf } from '../../api/api-error.ts';
import { refetchScreen } from '../../api/refetch-screen.ts';
import { closeReview } from '../../api/review-commands.ts';
import { reviewQuery } from '../../api/review-queries.ts';
import type { Review } from '../../contract/reviews.ts';
import type { Formats } from '../../domain/format.ts';
import { parseIsoWeek } from '../../domain/week.ts';
import { NameField, useName } from '../../parts/name-field.tsx';
import { useMay } from '../../parts/use-session.ts';
import { useDrafts } from '../../state/drafts.ts';
import { useReviewClock } from '../../state/review-clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { countedMinutes, spentOf, unsavedIn } from './closing-words.ts';
import { saveWaiting } from './minutes-save.ts';
import styles from './closing.module.css';

type Props = { readonly review: Review; readonly formats: Formats };

/** The way to the end of the hour. Nothing where the review is closed already, or closing is not this person's to do. */
export function CloseReview({ review, formats }: Props) {
  const client = useQueryClient();
  // What is on the screen when a person decides to close: figures that come later were not seen.
  const [seen, setSeen] = useState<number | null>(null);
  const may = useMay();
  if (review.closed !== null || !may('closeReview')) return null;
  return (
    <div className={styles.close}>
      <Button onClick={() => setSeen(dataVersionOnScreen(client))}>Close the review</Button>
      {seen === null ? null : (
        <ClosingDialog review={review} formats={formats} dataVersion={seen} onEnd={() => setSeen(null)} />
      )}
    </div>
  );
}

/** The oldest version of the figures in view, should an answer still be on its way. */
function dataVersionOnScreen(client: QueryClient): number {
  const answers = client.getQueriesData<{ readonly dataVersion: number }>({
    queryKey: ['observations'],
    type: 'active',
  });
  const versions = answers.flatMap(([, data]) => (data === undefined ? [] : [data.dataVersion]));
  return versions.length === 0 ? 0 : Math.min(...versions);
}

type Closing =
  | { readonly kind: 'asking' }
  | { readonly kind: 'closing' }
  /** The data moved on: what would be kept was not seen. */
  | { readonly kind: 'moved-on' }
  | { readonly kind: 'closed-meanwhile' }
  | { readonly kind: 'failed'; readonly words: string };

type DialogProps = Props & { readonly dataVersion: number; readonly onEnd: () => void };

function ClosingDialog({ review, formats, dataVersion, onEnd }: DialogProps) {
  const client = useQueryClient();
  const author = useName();
  const clock = useReviewClock();
  const unsaved = useDrafts(({ drafts }) => unsavedIn(drafts, review));
  const [state, setState] = useState<Closing>({ kind: 'asking' });
  const number = parseIsoWeek(review.week);
  const week = number === null ? review.week : formats.weekName(number);

  const close = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setState({ kind: 'closing' });
    try {
      const closed = await closeReview(review.week, review.teams, { author, dataVersion, spent: spentOf(clock) });
      const { queryKey } = reviewQuery(review.week, review.teams);
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, closed);
      void client.invalidateQueries({ queryKey: ['reviews'] });
      onEnd();
    } catch (error) {
      setState(failureOf(error));
    }
  };
  const lookAgain = (): void => {
    refetchScreen(client);
    onEnd();
  };

  if (state.kind === 'moved-on' || state.kind === 'closed-meanwhile') {
    const words =
      state.kind === 'moved-on'
        ? 'Figures changed meanwhile: look again before you close. Nothing was closed.'
        : 'Somebody closed this review meanwhile. What they saw is kept.';
    return (
      <Dialog title={`Close the review of ${week}`} onClose={lookAgain}>
        <p role="alert">{words}</p>
        <p className={styles.actions}>
          <Button kind="primary" onClick={lookAgain}>
            Look again
          </Button>
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog title={`Close the review of ${week}`} onClose={onEnd}>
      <form className={styles.form} onSubmit={(event) => void close(event)}>
        <p>Closing keeps exactly what is seen now, so that it can be opened at any later time:</p>
        <ul className={styles.kept}>
          <li>every figure up to {week}, with targets, limits and definitions;</li>
          <li>
            {countedMinutes(review)}, and {review.carried.length} carried from earlier weeks.
          </li>
        </ul>
        <p>
          Then nothing can be added or changed, but actions can still be done or dropped. What is restated later is
          marked beside the figures of today.
        </p>
        {unsaved === 0 ? null : (
          <p className={styles.unsaved} role="alert">
            {unsaved === 1 ? '1 entry is' : `${unsaved} entries are`} typed but not saved, and could not be kept after
            closing. Save or clear {unsaved === 1 ? 'it' : 'them'} first.{' '}
            <Button kind="link" onClick={() => saveWaiting(client)}>
              Save now
            </Button>
          </p>
        )}
        <NameField />
        {state.kind === 'failed' ? <p role="alert">{state.words}</p> : null}
        <p className={styles.actions}>
          <Button kind="primary" type="submit" disabled={author === '' || unsaved > 0 || state.kind === 'closing'}>
            {state.kind === 'closing' ? 'Closing' : 'Close and keep'}
          </Button>
          <Button onClick={onEnd}>Not yet</Button>
        </p>
      </form>
    </Dialog>
  );
}

function failureOf(error: unknown): Closing {
  if (error instanceof ApiError && error.failure.kind === 'service' && error.failure.error.code === 'conflict') {
    const { at } = error.failure.error;
    if (at === 'dataVersion') return { kind: 'moved-on' };
    if (at === 'state') return { kind: 'closed-meanwhile' };
  }
  return { kind: 'failed', words: wordsOf(error) };
}
