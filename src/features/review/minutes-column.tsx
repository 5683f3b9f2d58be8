import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConnection } from '../../api/connection.ts';
import type { Review } from '../../contract/reviews.ts';
import type { IsoWeek } from '../../contract/scalars.ts';
import type { Formats } from '../../domain/format.ts';
import { useFacts } from '../../parts/actions-facts.ts';
import { useAuthor } from '../../parts/use-session.ts';
import { CloseReview } from './closing-dialog.tsx';
import { MinutesActions } from './minutes-actions.tsx';
import { MinutesDecisions } from './minutes-decisions.tsx';
import type { MinutesMode } from './minutes-section.ts';
import { MinutesNotes } from './minutes-notes.tsx';
import { saveWaiting } from './minutes-save.ts';
import styles from './minutes.module.css';

export type MinutesProps = {
  readonly review: Review;
  readonly week: IsoWeek;
  readonly teams: readonly string[];
  /** The measure in view; null: the review as a whole. */
  readonly indicator: string | null;
  readonly formats: Formats;
  readonly mode: MinutesMode;
};

/**
 * Notes, decisions and actions beside the measure in view. What is typed is kept in the tab at once and at the service
 * after a pause; where two people write at once their words are merged, or both shown for one of them to settle.
 * The fields for new words are `#minute-note`, `#minute-decision` and `#minute-action`.
 */
export function MinutesColumn({ review, week, teams, indicator, formats, mode }: MinutesProps) {
  const facts = useFacts(formats);
  useSaveWaiting();
  const where = { week, teams, indicator };
  const props = { review, where, facts, formats, mode };
  return (
    <div className={styles.column}>
      {/* What was removed beside one measure is not brought back beside another. */}
      <MinutesNotes key={indicator ?? ''} {...props} />
      <MinutesDecisions {...props} />
      <MinutesActions {...props} />
      <CloseReview review={review} formats={formats} />
    </div>
  );
}

/** Every time that the service is heard, or says who writes, what waits for it is sent. */
function useSaveWaiting(): void {
  const client = useQueryClient();
  const connection = useConnection();
  const author = useAuthor();
  useEffect(() => {
    if (connection.kind !== 'disconnected' && author.kind !== 'unknown') saveWaiting(client);
  }, [client, connection, author.kind]);
}
