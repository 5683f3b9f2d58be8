import { testWorlds } from './support/cases.ts';
import { claim, customer, evaluation, order, post } from './support/rows.ts';
import { at } from './support/world.ts';

const GOOD = [1, 1, 1, 1, 1] as const;
const BAD = [0.2, 0.5, 0.5, 0.5, 0.5] as const;

testWorlds([
  {
    guards: 'a customer stays active after twelve weeks, is counted twice, or belongs to two teams at once',
    world: {
      customers: [customer('b', 'a'), customer('a')],
      orders: [
        order('o1', 'a', '2026-01-05'),
        order('o2', 'a', '2026-01-06'),
        /* The same customer, merged, with another team from W06 on. */
        order('o3', 'b', '2026-02-02', { team_id: 'b' }),
        order('cancelled', 'a', '2026-02-20', { cancelled_at: at('2026-02-21') }),
        order('other', 'x', '2026-01-05'),
      ],
    },
    expected: {
      'active-customers': [
        ['a', '2026-W02', 2, 0],
        ['a', '2026-W06', 1, 0],
        ['a', '2026-W14', 0, 0],
        ['b', '2026-W06', 1, 0],
        ['b', '2026-W18', 0, 0],
      ],
    },
  },
  {
    guards: 'retention looks at the wrong weeks',
    world: {
      orders: [
        /* Only once, in W02. */
        order('o1', 'once', '2026-01-05'),
        /* W02 and W20: 18 weeks later. */
        order('o2', 'returns', '2026-01-05'),
        order('o3', 'returns', '2026-05-11'),
      ],
    },
    expected: {
      'retention-12-week': [
        /* Base windows that hold W02: t = W14 … W25. `returns` is seen again for t from W20 on. */
        ['a', '2026-W14', 0, 2],
        ['a', '2026-W20', 1, 2],
        ['a', '2026-W26', 0, 0],
        /* Base windows that hold W20: t = W32 … W43, and nobody came back. */
        ['a', '2026-W32', 0, 1],
        ['a', '2026-W44', 0, 0],
      ],
      'retention-12-month': [
        ['a', '2027-W01', 1, 2],
        /* From 2027-W19 on the latest order of `returns` in the base window is that of 2026-W20. */
        ['a', '2027-W19', 0, 2],
        ['a', '2028-W01', 0, 1],
        ['a', '2028-W19', 0, 0],
      ],
    },
  },
  {
    guards: 'retention forgets that a customer came back to another team, or counts it there',
    world: {
      orders: [order('o1', 'c', '2026-01-05', { team_id: 'a' }), order('o2', 'c', '2026-04-06', { team_id: 'b' })],
    },
    expected: {
      'retention-12-week': [
        ['a', '2026-W14', 0, 1],
        ['a', '2026-W15', 1, 1],
        ['a', '2026-W26', 0, 0],
        ['b', '2026-W27', 0, 1],
        ['b', '2026-W39', 0, 0],
      ],
    },
  },
  {
    guards: 'claimants are counted by claims, or stay after twelve weeks',
    world: {
      orders: [order('o', 'x', '2026-01-05')],
      claims: [
        claim('k1', 'c', '2026-01-05'),
        claim('k2', 'c', '2026-01-06'),
        claim('k3', 'c', '2026-01-19', { order_id: 'o', team_id: 'unassigned' }),
        claim('k4', 'd', '2026-01-05', { team_id: 'b' }),
        claim('k5', 'd', '2026-01-05', { team_id: 'b', voided_at: at('2026-01-06') }),
      ],
    },
    expected: {
      'silent-customers': [
        ['a', '2026-W02', 1, 1],
        ['a', '2026-W14', 1, 0],
        ['a', '2026-W16', 0, 0],
        ['b', '2026-W02', 1, 0],
        ['b', '2026-W14', 0, 0],
      ],
    },
  },
  {
    guards: 'the factors are weighted wrongly, or respondents who left one out take part',
    world: {
      listening_posts: [post('survey', 'random')],
      orders: [order('o', 'c', '2026-03-02', { team_id: 'b' })],
      evaluations: [
        evaluation('delighted', 'c', '2026-03-02', GOOD),
        /* 6·0.8 + 1.3·0.5 + 1.1·0.5 + 0.9·0.5 + 0.7·0.5 = 6.8; attention 5, service 8. */
        evaluation('pass', 'c', '2026-03-02', [0.8, 0.5, 0.5, 0.5, 0.5]),
        /* 6·0.5 + 1.3 + 1.1 + 0.9 + 0.7 = 7; attention 10, service 5. */
        evaluation('kind', 'c', '2026-03-02', [0.5, 1, 1, 1, 1]),
        /* 6·0.55 + 4·0.45 = 5.1: at risk, neither pass nor failed. */
        evaluation('at-risk', 'c', '2026-03-02', [0.55, 0.45, 0.45, 0.45, 0.45]),
        /* Exactly 5. */
        evaluation('failed', 'c', '2026-03-02', [0.5, 0.5, 0.5, 0.5, 0.5]),
        /* Exactly 6, by the weight of compliance alone. */
        evaluation('kept', 'c', '2026-03-02', [1, 0, 0, 0, 0]),
        evaluation('left-out', 'c', '2026-03-02', [1, 1, 1, 1, null]),
        evaluation('employee', null, '2026-03-02', GOOD, { employee_id: 'e' }),
        evaluation('unanswered', 'c', '2026-03-02', GOOD, { answered_at: null }),
        evaluation('of-its-order', 'c', '2026-03-09', GOOD, { team_id: 'unassigned', order_id: 'o' }),
      ],
    },
    expected: {
      'service-grade': [
        ['a', '2026-W10', 39_900_000, 6],
        ['b', '2026-W11', 10_000_000, 1],
      ],
      'service-grade-pass': [
        ['a', '2026-W10', 4, 6],
        ['b', '2026-W11', 1, 1],
      ],
      'service-grade-fail': [
        ['a', '2026-W10', 1, 6],
        ['b', '2026-W11', 0, 1],
      ],
      'service-grade-delight': [
        ['a', '2026-W10', 1, 6],
        ['b', '2026-W11', 1, 1],
      ],
      /* 0 − 3 + 5 − 1 + 0 − 10 */
      'attention-gap': [
        ['a', '2026-W10', -9_000_000, 6],
        ['b', '2026-W11', 0, 1],
      ],
    },
  },
  {
    guards: 'a claim outside of 90 days gives voice, an open invitation counts as sampled, or a customer twice',
    world: {
      customers: [customer('merged', 'before')],
      listening_posts: [post('survey', 'event'), post('open', 'open'), post('unsaid', null)],
      evaluations: [
        evaluation('v1', 'before', '2026-06-01', BAD),
        evaluation('v2', 'after', '2026-06-01', BAD),
        evaluation('v3', 'too-early', '2026-06-01', BAD),
        evaluation('v4', 'silent', '2026-06-02', BAD, { post_id: 'unsaid' }),
        evaluation('v5', 'silent', '2026-06-03', BAD),
        evaluation('v6', 'volunteer', '2026-06-01', BAD, { post_id: 'open' }),
        evaluation('v7', 'content', '2026-06-01', GOOD),
        evaluation('v8', null, '2026-06-01', BAD),
      ],
      claims: [
        claim('k1', 'merged', '2026-03-03'),
        claim('k2', 'after', '2026-08-30'),
        claim('k3', 'too-early', '2026-03-02'),
        claim('k4', 'volunteer', '2026-06-01'),
      ],
    },
    expected: { 'voice-ratio': [['a', '2026-W23', 2, 4]] },
  },
]);
