import { useQuery } from '@tanstack/react-query';
import { commentsQuery } from '../../api/indicator-queries.ts';
import { referenceOf, wordsOf } from '../../api/api-error.ts';
import type { Team } from '../../contract/teams.ts';
import type { Formats } from '../../domain/format.ts';
import { parseIsoDate } from '../../domain/week.ts';
import { useMay } from '../../parts/use-session.ts';
import { Withheld } from '../../parts/withheld.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './review.module.css';

type Props = {
  readonly week: string;
  readonly chosen: readonly string[];
  readonly teams: readonly Team[];
  readonly formats: Formats;
};

/** What customers wrote in the week, worst grade first. */
export function WordsSection({ week, chosen, teams, formats }: Props) {
  const may = useMay();
  return (
    <>
      <h2 id="review-focus" className={styles.heading}>
        Customers’ words
      </h2>
      {may('listComments') ? (
        <Words week={week} chosen={chosen} teams={teams} formats={formats} />
      ) : (
        <Withheld what="What customers wrote" />
      )}
    </>
  );
}

function Words({ week, chosen, teams, formats }: Props) {
  const { data, error, refetch } = useQuery(commentsQuery(week, chosen));
  if (error !== null) {
    const reference = referenceOf(error);
    return (
      <div role="alert">
        <p className={styles.quiet}>
          What customers wrote could not be read. {wordsOf(error)}
          {reference === null ? '' : ` Reference ${reference}.`}
        </p>
        <Button onClick={() => void refetch()}>Try again</Button>
      </div>
    );
  }
  if (data === undefined) return <p className={styles.quiet}>Reading what customers wrote …</p>;
  if (data.total === 0) return <p className={styles.quiet}>No customer wrote anything in this week.</p>;
  const { comments, total } = data;
  const name = (id: string): string => teams.find((team) => team.id === id)?.name ?? id;
  return (
    <>
      <p className={styles.intro}>
        {total === comments.length
          ? `${formats.count(total)} ${total === 1 ? 'comment' : 'comments'}, worst grade first`
          : `The ${formats.count(comments.length)} with the worst grades of ${formats.count(total)} comments`}
      </p>
      <ul className={styles.comments}>
        {comments.map(({ id, date, team, text, grade, actionable }) => (
          <li key={id} className={styles.comment}>
            <span className={styles.grade}>
              {grade === null ? (
                <span className={styles.meta}>No grade</span>
              ) : (
                <>
                  <b>{formats.number(grade, 1)}</b> of 10
                </>
              )}
            </span>
            <span>
              {text}
              <span className={styles.said}>
                {[
                  name(team),
                  formats.day(parseIsoDate(date) ?? 0),
                  ...(actionable ? ['something to act on'] : []),
                ].join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
