import type { Transaction } from '../db/database.ts';

/**
 * Temporary table of the buckets that a transaction moves, with what they were and are. Both steps of a roll-up may move
 * a bucket (an indicator that was sent and is counted again): then it has two rows, of which one `was` and one `now` is 0.
 */
export const MOVED = 'moved';

export const createMoved = async (tx: Transaction): Promise<void> => {
  await tx.createTemp(
    MOVED,
    `step integer not null, indicator_id text not null, team_id text not null, week integer not null,
     was_numerator double precision not null, was_denominator double precision not null,
     now_numerator double precision not null, now_denominator double precision not null`,
  );
};

/** Writes the buckets of one step into the observations. A bucket of two zeros has no row. */
export const applyMoved = async (tx: Transaction, step: number): Promise<void> => {
  await tx.exec(
    `delete from observations where (indicator_id, team_id, week) in (
       select indicator_id, team_id, week from ${MOVED} where step = ${step})`,
  );
  await tx.exec(
    `insert into observations (indicator_id, team_id, week, numerator, denominator)
     select indicator_id, team_id, week, now_numerator, now_denominator from ${MOVED}
     where step = ${step} and (now_numerator <> 0 or now_denominator <> 0)`,
  );
};
