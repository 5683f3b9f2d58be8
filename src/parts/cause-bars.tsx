import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { breakdownQuery } from '../api/indicator-queries.ts';
import type { Breakdown } from '../contract/breakdown.ts';
import type { Formats } from '../domain/format.ts';
import { isoWeekLabel, type WeekNumber } from '../domain/week.ts';
import { causeBars } from '../reading/cause-bars.ts';
import { cx } from '../ui/cx.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { BreakdownFailure } from './breakdown-failure.tsx';
import styles from './cause-bars.module.css';

type Props = {
  /** Id of the indicator. */
  readonly indicator: string;
  /** The week whose cases went wrong: that of the figure that is shown (`measure.week`). */
  readonly week: WeekNumber;
  /** The scope in view; none is the whole organisation. */
  readonly teams: readonly string[];
  readonly formats: Formats;
};

/** In the review with the running share at right, under an `h3`; on the indicator's page a region of its own with an `h2`. */
export type CauseBarsLook = 'review' | 'indicator';

type CauseBarsProps = Props & {
  readonly look: CauseBarsLook;
  /** A line under the bars. */
  readonly note?: string;
};

/** What stood behind the cases that went wrong in a week, by their first cause. A list: its words and counts are its table. */
export function CauseBars({ indicator, week, teams, formats, look, note = '' }: CauseBarsProps) {
  const answer = useQuery(breakdownQuery(indicator, isoWeekLabel(week), teams));
  const { data } = answer;
  // A grade or a mere count: no case of it can go wrong.
  if (data?.casesWords === '') return null;
  const model = data === undefined ? null : causeBars(data, formats);
  const plain = data === undefined ? 'Causes' : `${capital(data.casesWords)} by first cause`;
  const title = look === 'indicator' ? 'First cause' : plain;
  return (
    <Region look={look} title={`${title}, ${formats.weekName(week)}`}>
      <Answered answer={answer} what="The causes could not be read" rows={5} look={look}>
        {model === null || data === undefined || data.cases === 0 || model.bars.length === 0 ? (
          <p className={styles.quiet}>{emptyWords(data, formats.weekName(week))}</p>
        ) : (
          <>
            <p className={styles.sub}>{look === 'review' ? `${model.total}, running share at right` : model.total}</p>
            <ul className={cx(styles.bars, look === 'review' ? styles.wide : styles.narrow)} aria-label={plain}>
              {model.bars.map((bar) => (
                <Bar key={bar.id} label={bar.label} text={bar.countText} share={shareOf(bar.count, model.bars)}>
                  {look === 'review' ? (
                    <span className={styles.running}>
                      <VisuallyHidden>, down to here </VisuallyHidden>
                      {bar.runningText}
                    </span>
                  ) : null}
                </Bar>
              ))}
            </ul>
            {note === '' ? null : <p className={styles.quiet}>{note}</p>}
          </>
        )}
      </Answered>
    </Region>
  );
}

/** How far the cases went wrong (days late), where that can be measured; nothing at all where it cannot. */
export function SpreadBars({ indicator, week, teams, formats }: Props) {
  const answer = useQuery(breakdownQuery(indicator, isoWeekLabel(week), teams));
  const spread = answer.data?.spread ?? null;
  // What cannot be measured has no region; while it is not known, the causes beside it show that something loads.
  if (spread === null || answer.data?.cases === 0) return null;
  return (
    <Region look="indicator" title={`${spread.name}, ${formats.weekName(week)}`}>
      <p className={styles.sub}>{spread.note}</p>
      <ul className={cx(styles.bars, styles.narrow)} aria-label={spread.name}>
        {spread.bins.map(({ label, count }) => (
          <Bar key={label} label={label} text={formats.count(count)} share={shareOf(count, spread.bins)} />
        ))}
      </ul>
    </Region>
  );
}

function Region({
  look,
  title,
  children,
}: {
  readonly look: CauseBarsLook;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const Heading = look === 'review' ? 'h3' : 'h2';
  return (
    <section className={look === 'review' ? undefined : styles.region} aria-label={title}>
      <Heading className={look === 'review' ? styles.subTitle : styles.title}>{title}</Heading>
      {children}
    </section>
  );
}

/** A bar from zero, on the scale of the longest. */
function Bar({
  label,
  text,
  share,
  children = null,
}: {
  readonly label: string;
  readonly text: string;
  readonly share: number;
  readonly children?: ReactNode;
}) {
  return (
    <li>
      <span>{label}</span>
      <svg className={styles.track} width="100%" height="14" aria-hidden="true">
        <rect className={styles.bar} y="2" width={`${Math.round(share * 1000) / 10}%`} height="10" />
      </svg>
      <b className={styles.count}>{text}</b>
      {children}
    </li>
  );
}

function Answered({
  answer,
  what,
  rows,
  look,
  children,
}: {
  readonly answer: UseQueryResult<Breakdown>;
  readonly what: string;
  readonly rows: number;
  readonly look: CauseBarsLook;
  readonly children: ReactNode;
}) {
  if (answer.isPending) {
    return (
      <div>
        <Skeleton width="100%" height={rows * (look === 'review' ? 24 : 22) + 24} />
        <VisuallyHidden>Loading</VisuallyHidden>
      </div>
    );
  }
  if (answer.isError)
    return <BreakdownFailure error={answer.error} what={what} onRetry={() => void answer.refetch()} />;
  return children;
}

function shareOf(count: number, all: ReadonlyArray<{ readonly count: number }>): number {
  const most = Math.max(0, ...all.map((each) => each.count));
  return most > 0 ? Math.max(0, count) / most : 0;
}

function emptyWords(data: Breakdown | undefined, week: string): string {
  if (data === undefined) return '';
  return data.cases === 0
    ? `No ${data.casesWords} in ${week}.`
    : `No cause is known of the ${data.casesWords} in ${week}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
