import { expect, test } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { rebuildAll } from '../../server/records/rebuild.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import { eachDatabase, type TestDatabase } from './setup/test-databases.ts';
import { emptyDatabase, tableDump } from './support/dump.ts';
import { cause, claim, cost, customer, evaluation, event, line, message, order, post } from './support/rows.ts';
import { at, by, importOf, NOW, SETTINGS, type World } from './support/world.ts';

const BAD = [0.2, 0.5, 0.5, 0.5, 0.5] as const;

type TouchCase = {
  readonly guards: string;
  readonly before: World;
  /** A later import of these rows alone. */
  readonly then: World;
  /** Indicators of which some bucket must move. */
  readonly moves: readonly string[];
};

const ON_ONE_ORDER: World = {
  causes: [cause('late', null, 'promise')],
  claims: [
    claim('first', 'c', '2026-03-02', { order_id: 'o', cause_id: 'late' }),
    claim('second', 'c', '2026-03-09', { order_id: 'o', cause_id: 'late' }),
  ],
};

const UNASSIGNED: World = {
  orders: [order('o', 'c', '2026-03-02'), order('other', 'c', '2026-03-02', { team_id: 'b' })],
  order_lines: [line('l', 'o', '2026-03-04', '2026-03-04')],
  claims: [claim('k', 'c', '2026-03-05', { line_id: 'l', team_id: 'unassigned' })],
  costs: [cost('x', 'refund', 5, '2026-03-06', { claim_id: 'k', team_id: 'unassigned' })],
  listening_posts: [post('survey', 'random')],
  evaluations: [evaluation('v', 'c', '2026-03-06', BAD, { order_id: 'o', team_id: 'unassigned' })],
};

const CASES: readonly TouchCase[] = [
  {
    guards: 'closing the earlier claim does not make the later one a repeat',
    before: ON_ONE_ORDER,
    then: { claim_events: [event('e', 'first', 'closed', '2026-03-05')] },
    moves: ['repeated-claims', 'open-claims', 'chases'],
  },
  {
    guards: 'a cause that changes its class leaves the lines of its claims as they were',
    before: {
      orders: [order('o', 'c', '2026-03-02')],
      order_lines: [line('l1', 'o', '2026-03-04', '2026-03-04'), line('l2', 'o', '2026-03-04', '2026-03-04')],
      causes: [cause('product', null, 'promise'), cause('scratch', 'product', null)],
      claims: [claim('k', 'c', '2026-03-05', { line_id: 'l1', cause_id: 'scratch' })],
    },
    then: { causes: [cause('product', null, 'product')] },
    moves: ['right-first-time', 'promise-kept', 'broken-defective'],
  },
  {
    guards: 'a cause that moves under another leaves repeats as they were',
    before: {
      causes: [cause('delivery', null, null), cause('late', 'delivery', null), cause('van', 'delivery', null)],
      claims: [
        claim('k1', 'c', '2026-03-02', { cause_id: 'late' }),
        claim('k2', 'c', '2026-03-09', { cause_id: 'van' }),
      ],
    },
    then: { causes: [cause('van', 'late', null)] },
    moves: ['repeated-claims'],
  },
  {
    guards: 'an order that changes its team leaves its claims, costs and evaluations behind',
    before: UNASSIGNED,
    then: { orders: [order('o', 'c', '2026-03-02', { team_id: 'c' })] },
    moves: [
      'claims-opened',
      'open-claims',
      'repeated-claims',
      'cost-of-poor-service',
      'service-grade',
      'voice-ratio',
      'silent-customers',
    ],
  },
  {
    guards: 'a line that moves to another order leaves its claim behind',
    before: UNASSIGNED,
    then: { order_lines: [line('l', 'other', '2026-03-04', '2026-03-04')] },
    moves: ['claims-opened', 'repeated-claims', 'cost-of-poor-service', 'on-time', 'orders-due'],
  },
  {
    guards: 'customers that are merged still count as two',
    before: {
      customers: [customer('a'), customer('b')],
      orders: [order('o1', 'a', '2026-01-05'), order('o2', 'b', '2026-04-06')],
      causes: [cause('late', null, 'promise')],
      claims: [
        claim('k1', 'a', '2026-04-06', { cause_id: 'late' }),
        claim('k2', 'b', '2026-04-07', { cause_id: 'late' }),
      ],
      listening_posts: [post('survey', 'random')],
      evaluations: [evaluation('v', 'a', '2025-12-01', BAD)],
    },
    then: { customers: [customer('a', 'b')] },
    moves: ['retention-12-week', 'silent-customers', 'repeated-claims'],
  },
  {
    guards: 'customers that are no longer merged still count as one',
    before: {
      customers: [customer('a', 'b'), customer('b')],
      listening_posts: [post('survey', 'random')],
      evaluations: [evaluation('v', 'a', '2026-03-02', BAD)],
      claims: [claim('k', 'b', '2026-03-05'), claim('k2', 'a', '2026-03-05')],
      orders: [order('o1', 'a', '2026-03-02'), order('o2', 'b', '2026-03-02')],
    },
    then: { customers: [customer('a')] },
    moves: ['active-customers', 'silent-customers'],
  },
  {
    guards: 'a listening post that turns out to be open keeps its answers as sampled',
    before: { listening_posts: [post('survey', 'random')], evaluations: [evaluation('v', 'c', '2026-03-02', BAD)] },
    then: { listening_posts: [post('survey', 'open')] },
    moves: ['voice-ratio'],
  },
  {
    guards: 'a claim that comes after its cost does not give it its team',
    before: { costs: [cost('x', 'refund', 5, '2026-03-06', { claim_id: 'k', team_id: 'unassigned' })] },
    then: { claims: [claim('k', 'c', '2026-03-05')] },
    moves: ['cost-of-poor-service'],
  },
  {
    guards: 'an answer or a chase by message moves nothing',
    before: { claims: [claim('k', 'c', '2026-03-02', { acknowledge_by: by('2026-03-04') })] },
    then: {
      contacts: [
        message('m1', 'k', 'outbound', '2026-03-03'),
        message('m2', 'k', 'inbound', '2026-03-09', { intent: 'chase' }),
      ],
    },
    moves: ['answered-in-promise', 'chases'],
  },
  {
    guards: 'a claim that is withdrawn leaves the line defective and the customer a claimant',
    before: {
      orders: [order('o', 'c', '2026-03-02')],
      order_lines: [line('l', 'o', '2026-03-04', '2026-03-04')],
      causes: [cause('product', null, 'product')],
      claims: [claim('k', 'c', '2026-03-05', { order_id: 'o', cause_id: 'product' })],
    },
    then: {
      claims: [claim('k', 'c', '2026-03-05', { order_id: 'o', cause_id: 'product', voided_at: at('2026-03-06') })],
    },
    moves: ['right-first-time', 'promise-kept', 'silent-customers', 'claims-opened'],
  },
];

const bucketsByIndicator = async (db: Database): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.all<{ indicator_id: string; bucket: string }>(
    `select indicator_id, team_id || ' ' || week || ' ' || numerator || ' ' || denominator as bucket
     from observations order by indicator_id, team_id, week`,
  );
  const found = new Map<string, string>();
  for (const { indicator_id, bucket } of rows) found.set(indicator_id, `${found.get(indicator_id) ?? ''}${bucket}\n`);
  return found;
};

eachDatabase((_, open) => {
  let opened: Promise<TestDatabase> | undefined;
  for (const { guards, before, then, moves } of CASES) {
    test(guards, async () => {
      opened ??= open();
      const { db } = await opened;
      await emptyDatabase(db);
      await writeRecords(db, importOf(1, before));
      const was = await bucketsByIndicator(db);
      await writeRecords(db, importOf(2, then));
      const is = await bucketsByIndicator(db);
      const moved = moves.filter((id) => was.get(id) !== is.get(id));
      expect(moved).toEqual(moves);
      const rolledUp = await tableDump(db, 'observations');
      await rebuildAll(db, { now: NOW, settings: SETTINGS });
      expect(rolledUp).toEqual(await tableDump(db, 'observations'));
    });
  }
});
