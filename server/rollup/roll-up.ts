import type { Transaction } from '../db/database.ts';
import type { KeyKind, Scope } from '../indicators/base.ts';
import type { IndicatorDefinition } from '../indicators/definition.ts';
import { DEFINITIONS } from '../indicators/definitions.ts';
import type { FigureSettings } from '../records/types.ts';
import type { KindChange } from './change-set.ts';
import { addContributions, CONTRIBUTIONS, createContributions } from './contributions.ts';
import { applyMoved, createMoved, MOVED } from './moved.ts';
import { allSent, collectSent, rollUpSent, SENT_PAIRS } from './sent.ts';
import { sqlSettings } from './sql-settings.ts';
import { collectTouchedKeys, DEFAULT_THRESHOLDS, type Thresholds } from './touched-keys.ts';

const SENT_STEP = 0;
const COUNTED_STEP = 1;

const quoted = (definitions: readonly IndicatorDefinition[]): string =>
  definitions.map(({ id }) => `'${id}'`).join(', ');

/** Buckets of the contributions that do not cancel out become moved buckets; those of sent figures are left alone. */
const moveByContributions = async (tx: Transaction): Promise<void> => {
  await tx.createTempAs(
    'contribution_sum',
    `select indicator_id, team_id, week, sum(numerator) as numerator, sum(denominator) as denominator
     from ${CONTRIBUTIONS} where (indicator_id, team_id) not in (${SENT_PAIRS})
     group by indicator_id, team_id, week having sum(numerator) <> 0 or sum(denominator) <> 0`,
  );
  await tx.exec(
    `insert into ${MOVED} (step, indicator_id, team_id, week, was_numerator, was_denominator, now_numerator, now_denominator)
     select ${COUNTED_STEP}, s.indicator_id, s.team_id, s.week, coalesce(o.numerator, 0), coalesce(o.denominator, 0),
       coalesce(o.numerator, 0) + s.numerator, coalesce(o.denominator, 0) + s.denominator
     from contribution_sum s
     left join observations o on o.indicator_id = s.indicator_id and o.team_id = s.team_id and o.week = s.week`,
  );
  await applyMoved(tx, COUNTED_STEP);
};

export type RollUpInput = {
  readonly changes: readonly KindChange[];
  /** Temporary table `(id)` of customers whose merges change, or null. */
  readonly movedCustomers: string | null;
  readonly settings: FigureSettings;
  /** Applies the changes to the record tables. */
  readonly apply: () => Promise<void>;
  readonly thresholds?: Thresholds;
  readonly check?: () => void;
};

/**
 * Applies a change of records and moves exactly the observations that it concerns, in the caller's transaction.
 *
 * What the touched keys contribute is taken away as it stands before the change and added as it stands after. Where a
 * change touches a large share of the keys, its indicators are counted as a whole and what they were is taken away: the
 * same difference, found another way. Either way the table is what a full rebuild makes, byte for byte. The moved buckets
 * stay in the temporary table `moved`.
 */
export const rollUp = async (tx: Transaction, input: RollUpInput): Promise<void> => {
  const { changes, check = () => undefined } = input;
  const settings = sqlSettings(input.settings);
  const keys = await collectTouchedKeys(tx, changes, input.movedCustomers, input.thresholds ?? DEFAULT_THRESHOLDS);
  const sent = changes.find(({ kind }) => kind === 'observations');
  if (sent !== undefined) await collectSent(tx, sent);
  await createMoved(tx);
  await createContributions(tx);
  const touches = (kind: Scope['kind']) => (definition: IndicatorDefinition) =>
    definition.parts.some(({ base }) => keys[base.key]?.kind === kind);
  const asWhole = DEFINITIONS.filter(touches('all'));
  const byKey = DEFINITIONS.filter((definition) => touches('keys')(definition) && !asWhole.includes(definition));
  const scopeOf = (key: KeyKind): Scope | null => keys[key];

  await addContributions(tx, byKey, scopeOf, settings, -1);
  check();
  await input.apply();
  check();
  const freed = sent === undefined ? [] : await rollUpSent(tx, SENT_STEP);
  const again = byKey.filter(({ id }) => freed.includes(id));
  await addContributions(
    tx,
    byKey.filter((definition) => !again.includes(definition)),
    scopeOf,
    settings,
    1,
  );
  check();
  const whole = [...new Set([...asWhole, ...again, ...DEFINITIONS.filter(({ id }) => freed.includes(id))])];
  if (whole.length > 0) {
    /* An indicator that changed its way in the middle took its keys away already: its part starts afresh. */
    await tx.exec(`delete from ${CONTRIBUTIONS} where indicator_id in (${quoted(whole)})`);
    await tx.exec(
      `insert into ${CONTRIBUTIONS} (indicator_id, team_id, week, numerator, denominator)
       select indicator_id, team_id, week, -numerator, -denominator from observations where indicator_id in (${quoted(whole)})`,
    );
    await addContributions(tx, whole, () => ({ kind: 'all' }), settings, 1);
  }
  check();
  await moveByContributions(tx);
};

/** Counts every observation anew from the records. */
export const rollUpAll = async (tx: Transaction, input: Pick<RollUpInput, 'settings' | 'check'>): Promise<void> => {
  await createContributions(tx);
  await tx.exec('delete from observations');
  await addContributions(tx, DEFINITIONS, () => ({ kind: 'all' }), sqlSettings(input.settings), 1);
  input.check?.();
  await tx.exec(
    `insert into observations (indicator_id, team_id, week, numerator, denominator)
     select indicator_id, team_id, week, sum(numerator), sum(denominator) from ${CONTRIBUTIONS}
     where (indicator_id, team_id) not in (${SENT_PAIRS})
     group by indicator_id, team_id, week having sum(numerator) <> 0 or sum(denominator) <> 0`,
  );
  await tx.exec(
    `insert into observations (indicator_id, team_id, week, numerator, denominator)
     select * from (${allSent()}) figures where numerator <> 0 or denominator <> 0`,
  );
  /* The same transaction may go on to import. */
  await tx.exec(`drop table ${CONTRIBUTIONS}`);
};
