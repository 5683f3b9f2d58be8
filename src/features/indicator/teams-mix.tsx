import { useMemo } from 'react';
import type { Formats } from '../../domain/format.ts';
import type { Reading, Scorecard } from '../../reading/read-scorecard.ts';
import { mixModel } from '../../reading/team-multiples-mix.ts';
import type { TeamReading } from '../../reading/team-multiples-read.ts';
import styles from './teams.module.css';

type Props = {
  readonly card: Scorecard;
  readonly reading: Extract<Reading, { kind: 'read' }>;
  readonly all: readonly TeamReading[];
  readonly formats: Formats;
};

/** The crude rate beside the one in the mix of teams of the week that it is compared with; nothing where neither can be. */
export function TeamsMix({ card, reading, all, formats }: Props) {
  const mix = useMemo(() => mixModel(card, reading, all, formats), [card, reading, all, formats]);
  if (mix === null) return null;
  return (
    <section className={styles.part} aria-labelledby="team-mix">
      <h3 id="team-mix" className={styles.partTitle}>
        With the mix of teams of {mix.against}
      </h3>
      <p className={styles.sub}>The figure as it is, and as it were had each team the share of cases it had then</p>
      <dl className={styles.rates}>
        <div>
          <dt>Crude</dt>
          <dd>
            <b>{mix.crude.value}</b> {mix.crude.change} vs {mix.against}
          </dd>
        </div>
        <div>
          <dt>Standardised</dt>
          <dd>
            <b>{mix.standardised.value}</b> {mix.standardised.change} vs {mix.against}
          </dd>
        </div>
      </dl>
      {mix.warning === null ? (
        <p className={styles.sub}>{mix.mix}</p>
      ) : (
        <p className={styles.warning}>
          <b>Mind the mix.</b> {mix.warning}
        </p>
      )}
      {mix.note === '' ? null : <p className={styles.sub}>{mix.note}</p>}
    </section>
  );
}
