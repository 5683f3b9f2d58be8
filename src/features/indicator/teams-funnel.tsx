import { useMemo } from 'react';
import { FunnelChart } from '../../charts/funnel-chart.tsx';
import type { Indicator } from '../../domain/catalogue-types.ts';
import type { Formats } from '../../domain/format.ts';
import type { WeekNumber } from '../../domain/week.ts';
import { funnelPicture } from '../../reading/funnel-model.ts';
import type { TeamWeek } from '../../reading/team-multiples-read.ts';
import styles from './teams.module.css';

type Props = {
  readonly indicator: Indicator;
  readonly week: WeekNumber;
  readonly teams: readonly TeamWeek[];
  readonly formats: Formats;
};

/** Which teams differ by more than chance, given how many cases each has: a funnel in place of a ranking. */
export function TeamsFunnel({ indicator, week, teams, formats }: Props) {
  const picture = useMemo(() => funnelPicture(indicator, week, teams, formats), [indicator, week, teams, formats]);
  if (picture.kind === 'no-rate') return null;
  return (
    <section className={styles.part} aria-labelledby="team-funnel">
      <h3 id="team-funnel" className={styles.partTitle}>
        More than chance? Teams by number of {indicator.countedIn}
      </h3>
      {picture.kind === 'too-little' ? (
        <p className={styles.sub}>{picture.reason}</p>
      ) : (
        <>
          <p className={styles.sub}>{picture.said}</p>
          <FunnelChart model={picture.model} />
          {picture.notes.map((note) => (
            <p key={note} className={styles.sub}>
              {note}
            </p>
          ))}
        </>
      )}
    </section>
  );
}
