import { testWorlds } from './support/cases.ts';
import { cause, claim, customer, event, line, message, order } from './support/rows.ts';
import { at, by } from './support/world.ts';

const CAUSES = [
  cause('delivery', null, 'promise'),
  cause('late', 'delivery', null),
  cause('late-van', 'late', null),
  cause('late-ferry', 'late', null),
  cause('wrong-place', 'delivery', null),
];

testWorlds([
  {
    guards: 'an automatic reply passes for an answer, or a person’s answer does not',
    world: {
      claims: [
        claim('column', 'c', '2026-03-02', { acknowledge_by: by('2026-03-03'), acknowledged_at: by('2026-03-03') }),
        claim('contact', 'c', '2026-03-02', { acknowledge_by: by('2026-03-03') }),
        claim('event', 'c', '2026-03-02', { acknowledge_by: by('2026-03-03') }),
        claim('automatic', 'c', '2026-03-02', { acknowledge_by: by('2026-03-03') }),
        claim('system', 'c', '2026-03-02', { acknowledge_by: by('2026-03-03') }),
        claim('late', 'c', '2026-03-02', { acknowledge_by: by('2026-03-03'), acknowledged_at: at('2026-03-04') }),
        claim('none', 'c', '2026-03-02', { acknowledge_by: by('2026-03-09') }),
        claim('no-promise', 'c', '2026-03-02', { acknowledged_at: at('2026-03-02') }),
        claim('before', 'c', '2026-03-02', { acknowledge_by: by('2026-03-09') }),
      ],
      contacts: [
        message('m1', 'contact', 'inbound', '2026-03-02 13:00'),
        message('m2', 'contact', 'outbound', '2026-03-03 23:59'),
        message('m3', 'automatic', 'outbound', '2026-03-02 13:00', { automated: 1 }),
        /* Written before the claim was made: no answer to it. */
        message('m4', 'before', 'outbound', '2026-03-01'),
      ],
      claim_events: [
        event('e1', 'event', 'answered', '2026-03-03 10:00'),
        event('e2', 'system', 'answered', '2026-03-03 10:00', 'system'),
      ],
    },
    expected: {
      'answered-in-promise': [
        ['a', '2026-W10', 3, 6],
        ['a', '2026-W11', 0, 2],
      ],
    },
  },
  {
    guards: 'a claim that is open or reopened passes for resolved, or an extension moves its deadline',
    world: {
      claims: [
        claim('in-time', 'c', '2026-03-02', { resolve_by: by('2026-03-06'), resolved_at: by('2026-03-06') }),
        claim('late', 'c', '2026-03-02', { resolve_by: by('2026-03-06'), resolved_at: at('2026-03-07 00:00') }),
        claim('open', 'c', '2026-03-02', { resolve_by: by('2026-03-06') }),
        claim('reopened', 'c', '2026-03-02', { resolve_by: by('2026-03-06'), resolved_at: at('2026-03-03') }),
        claim('closed-again', 'c', '2026-03-02', { resolve_by: by('2026-03-06') }),
        claim('again-too-late', 'c', '2026-03-02', { resolve_by: by('2026-03-06') }),
        claim('extended', 'c', '2026-03-02', { resolve_by: by('2026-03-06') }),
        claim('confirmed-later', 'c', '2026-03-02', { resolve_by: by('2026-03-06') }),
      ],
      claim_events: [
        event('e1', 'reopened', 'reopened', '2026-04-01'),
        event('e2', 'closed-again', 'resolved', '2026-03-03'),
        event('e3', 'closed-again', 'reopened', '2026-03-04'),
        event('e4', 'closed-again', 'resolved', '2026-03-05'),
        event('e5', 'again-too-late', 'resolved', '2026-03-03'),
        event('e6', 'again-too-late', 'reopened', '2026-03-04'),
        event('e7', 'again-too-late', 'resolved', '2026-03-08'),
        event('e8', 'extended', 'extended', '2026-03-05'),
        event('e9', 'extended', 'resolved', '2026-03-08'),
        /* Resolved in time; that it was also closed a week later changes nothing. */
        event('e10', 'confirmed-later', 'resolved', '2026-03-05'),
        event('e11', 'confirmed-later', 'closed', '2026-03-12'),
      ],
    },
    expected: { 'resolved-in-promise': [['a', '2026-W10', 3, 8]] },
  },
  {
    guards: 'open before + opened + reopened − closed is not open after',
    world: {
      claims: [
        claim('same-week', 'c', '2026-03-02', { resolved_at: at('2026-03-05') }),
        claim('later', 'c', '2026-03-02', { resolved_at: at('2026-03-20') }),
        claim('still', 'c', '2026-03-12', { team_id: 'b' }),
        claim('again', 'c', '2026-03-02'),
        claim('closed-first', 'c', '2026-03-02', { resolved_at: at('2026-02-20') }),
        claim('duplicate', 'c', '2026-03-02', { duplicate_of: 'later' }),
      ],
      claim_events: [
        event('e1', 'again', 'closed', '2026-03-10'),
        event('e2', 'again', 'closed', '2026-03-11'),
        event('e3', 'again', 'reopened', '2026-03-24', 'customer'),
        event('e4', 'again', 'reopened', '2026-03-25', 'customer'),
        event('e5', 'again', 'closed', '2026-04-01'),
      ],
    },
    expected: {
      'open-claims': [
        /* later and again; again closes in W11, later in W12; again stands open from W13 to W14. */
        ['a', '2026-W10', 2, 0],
        ['a', '2026-W11', 1, 0],
        ['a', '2026-W12', 0, 0],
        ['a', '2026-W13', 1, 0],
        ['a', '2026-W14', 0, 0],
        ['b', '2026-W11', 1, 0],
      ],
    },
  },
  {
    guards: 'a customer who asks again is not heard, or one who writes once is taken for chasing',
    world: {
      claims: [
        claim('asked', 'c', '2026-03-02', { resolved_at: at('2026-03-18') }),
        claim('closed', 'c', '2026-03-02', { resolved_at: at('2026-03-03') }),
        claim('reopened', 'c', '2026-03-02'),
      ],
      claim_events: [
        event('e1', 'reopened', 'closed', '2026-03-03'),
        event('e2', 'reopened', 'reopened', '2026-03-04'),
        event('e3', 'reopened', 'closed', '2026-03-05'),
      ],
      contacts: [
        message('m1', 'asked', 'inbound', '2026-03-02 12:00', { intent: 'question' }),
        message('m2', 'asked', 'inbound', '2026-03-03', { intent: 'question' }),
        message('m3', 'asked', 'outbound', '2026-03-04'),
        message('m4', 'asked', 'inbound', '2026-03-05', { intent: 'question' }),
        message('m5', 'asked', 'outbound', '2026-03-06', { automated: 1 }),
        message('m6', 'asked', 'inbound', '2026-03-10', { intent: 'other' }),
        message('m7', 'asked', 'inbound', '2026-03-10 13:00', { intent: 'chase', automated: 1 }),
        message('m8', 'closed', 'inbound', '2026-03-04', { intent: 'chase' }),
        message('m9', 'reopened', 'inbound', '2026-03-04 13:00', { intent: 'chase' }),
      ],
    },
    expected: {
      /* W10: m2 (no answer since m1) and m9; three claims were open in it. W11: m6, which an automatic reply did not answer. */
      chases: [
        ['a', '2026-W10', 2, 3],
        ['a', '2026-W11', 1, 1],
        ['a', '2026-W12', 0, 1],
        ['a', '2026-W13', 0, 0],
      ],
    },
  },
  {
    guards: 'a repeat is missed across merged customers or within one second-level cause, or the 91st day counts',
    world: {
      causes: CAUSES,
      customers: [customer('old', 'new'), customer('new'), customer('older', 'old')],
      claims: [
        claim('first', 'old', '2026-01-05', { cause_id: 'late-van' }),
        claim('merged', 'new', '2026-04-05', { cause_id: 'late-ferry' }),
        claim('chain', 'older', '2026-07-05', { cause_id: 'late' }),
        claim('other-cause', 'new', '2026-04-06', { cause_id: 'wrong-place' }),
        claim('root', 'new', '2026-04-06', { cause_id: 'delivery' }),
        claim('other-customer', 'x', '2026-04-06', { cause_id: 'late' }),
        claim('no-cause', 'old', '2026-04-06'),
      ],
    },
    expected: {
      'repeated-claims': [
        ['a', '2026-W02', 0, 1],
        /* 5 April is the 90th day after 5 January. */
        ['a', '2026-W14', 1, 1],
        ['a', '2026-W15', 0, 4],
        /* 5 July is the 91st day after 5 April. */
        ['a', '2026-W27', 0, 1],
      ],
      'claims-with-cause': [
        ['a', '2026-W02', 1, 1],
        ['a', '2026-W14', 1, 1],
        ['a', '2026-W15', 3, 4],
        ['a', '2026-W27', 1, 1],
      ],
    },
  },
  {
    guards: 'a chase on an order whose claim is still open passes for a repeat, or a repeat for a chase',
    world: {
      causes: CAUSES,
      orders: [order('o1', 'c1', '2026-01-02')],
      order_lines: [line('l1', 'o1', '2026-01-05', null)],
      claims: [
        claim('first', 'c1', '2026-01-05', { order_id: 'o1', cause_id: 'late', resolved_at: at('2026-01-20') }),
        /* Chases: the first is still open, also where the order is told by the line alone. */
        claim('chase', 'c1', '2026-01-12', { order_id: 'o1', cause_id: 'late', resolved_at: at('2026-01-20') }),
        claim('chase-by-line', 'c1', '2026-01-19', { line_id: 'l1', cause_id: 'late', resolved_at: at('2026-01-20') }),
        /* Repeats: the first is closed. */
        claim('after', 'c1', '2026-01-26', { order_id: 'o1', cause_id: 'late', resolved_at: at('2026-01-27') }),
        /* Another order: a repeat although others are open. */
        claim('open-a', 'c2', '2026-01-05', { order_id: 'o2', cause_id: 'late' }),
        claim('open-b', 'c2', '2026-01-12', { order_id: 'o3', cause_id: 'late' }),
        /* A chase on o3 that also repeats the claim on o2. */
        claim('both', 'c2', '2026-01-19', { order_id: 'o3', cause_id: 'late' }),
        /* Claims without an order are of no common order. */
        claim('none-a', 'c3', '2026-01-05', { cause_id: 'late' }),
        claim('none-b', 'c3', '2026-01-12', { cause_id: 'late' }),
        /* First closed, then reopened: closed when the second was made, so the second is a repeat. */
        claim('again-a', 'c4', '2026-01-05', { order_id: 'o4', cause_id: 'late' }),
        claim('again-b', 'c4', '2026-01-12', { order_id: 'o4', cause_id: 'late' }),
      ],
      claim_events: [
        event('e1', 'again-a', 'closed', '2026-01-08', 'staff'),
        event('e2', 'again-a', 'reopened', '2026-01-14', 'staff'),
        event('e3', 'again-b', 'reopened', '2026-01-21', 'customer'),
      ],
    },
    expected: {
      'repeated-claims': [
        ['a', '2026-W02', 0, 4],
        /* Opened: chase, open-b, none-b, again-b; reopened by staff: again-a. */
        ['a', '2026-W03', 3, 5],
        /* Opened: chase-by-line, both; reopened by the customer: again-b. */
        ['a', '2026-W04', 2, 3],
        ['a', '2026-W05', 1, 1],
      ],
    },
  },
]);
