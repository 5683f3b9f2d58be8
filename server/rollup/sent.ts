import { INDICATORS } from '../../src/domain/catalogue.ts';
import type { Transaction } from '../db/database.ts';
import { DEFINITIONS } from '../indicators/definitions.ts';
import { type KindChange, versionsOf } from './change-set.ts';
import { applyMoved, MOVED } from './moved.ts';

/**
 * Observations that were sent ready-made. One indicator and team never mixes counted and sent: where any stand that
 * were sent, counted records add nothing (`notSent`); sending for an indicator and team that is counted is refused.
 */
const quoted = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(', ');

const SCALED = INDICATORS.filter(({ numeratorScale }) => numeratorScale !== 1);
const FLOWS = quoted(DEFINITIONS.filter(({ stored }) => stored === 'flows').map(({ id }) => id));

const scale = `case indicator_id ${SCALED.map(({ id, numeratorScale }) => `when '${id}' then ${numeratorScale}`).join(' ')} else 1 end`;

/** Sent figures in the form in which they are stored: a stock of one week enters in its week and leaves after it. */
const stored = (where: string): string => `
  select indicator_id, team_id, week, numerator * ${scale} as numerator, denominator
  from sent_observations where voided_at is null ${where}
  union all
  select indicator_id, team_id, week + 1, -numerator * ${scale}, -denominator
  from sent_observations where voided_at is null and indicator_id in (${FLOWS}) ${where}`;

/** Pairs (indicator, team) for which figures were sent. */
export const SENT_PAIRS = `select indicator_id, team_id from sent_observations where voided_at is null`;

/** Buckets and pairs that changed sent rows touch; collected before the change. */
export const collectSent = async (tx: Transaction, change: KindChange): Promise<void> => {
  await tx.createTemp('sent_bucket', 'indicator_id text not null, team_id text not null, week integer not null');
  for (const rows of versionsOf(change)) {
    await tx.exec(
      `insert into sent_bucket (indicator_id, team_id, week) select r.indicator_id, r.team_id, r.week from ${rows} r`,
    );
    await tx.exec(
      `insert into sent_bucket (indicator_id, team_id, week)
       select r.indicator_id, r.team_id, r.week + 1 from ${rows} r where r.indicator_id in (${FLOWS})`,
    );
  }
  await tx.createTempAs(
    'sent_pair_before',
    `select distinct indicator_id, team_id from sent_bucket where (indicator_id, team_id) in (${SENT_PAIRS})`,
  );
};

/**
 * Writes the touched buckets of sent figures (the first step of a roll-up), after the change.
 * @returns ids of indicators of which a pair lost its last sent figure: they are counted again.
 */
export const rollUpSent = async (tx: Transaction, step: number): Promise<readonly string[]> => {
  /* Buckets of a pair without sent figures may hold counted ones (never both): those stay. */
  const touched = `select distinct indicator_id, team_id, week from sent_bucket
    where (indicator_id, team_id) in (${SENT_PAIRS})
      or (indicator_id, team_id) in (select indicator_id, team_id from sent_pair_before)`;
  await tx.createTempAs(
    'sent_now',
    `select indicator_id, team_id, week, sum(numerator) as numerator, sum(denominator) as denominator
     from (${stored('and (indicator_id, team_id) in (select indicator_id, team_id from sent_bucket)')}) figures
     group by indicator_id, team_id, week`,
  );
  await tx.exec(
    `insert into ${MOVED} (step, indicator_id, team_id, week, was_numerator, was_denominator, now_numerator, now_denominator)
     select ${step}, b.indicator_id, b.team_id, b.week, coalesce(o.numerator, 0), coalesce(o.denominator, 0),
       coalesce(n.numerator, 0), coalesce(n.denominator, 0)
     from (${touched}) b
     left join observations o on o.indicator_id = b.indicator_id and o.team_id = b.team_id and o.week = b.week
     left join sent_now n on n.indicator_id = b.indicator_id and n.team_id = b.team_id and n.week = b.week
     where coalesce(o.numerator, 0) <> coalesce(n.numerator, 0) or coalesce(o.denominator, 0) <> coalesce(n.denominator, 0)`,
  );
  await applyMoved(tx, step);
  const freed = await tx.all<{ indicator_id: string }>(
    `select distinct indicator_id from sent_pair_before where (indicator_id, team_id) not in (${SENT_PAIRS})`,
  );
  return freed.map((row) => row.indicator_id);
};

/** All sent figures as they are stored, for a rebuild. */
export const allSent = (): string =>
  `select indicator_id, team_id, week, sum(numerator) as numerator, sum(denominator) as denominator
   from (${stored('')}) figures group by indicator_id, team_id, week`;
