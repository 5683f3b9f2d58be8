import type { RecordValues } from '../../server/records/types.ts';
import { cause, claim, cost, line, order } from './support/rows.ts';
import { testWorlds } from './support/cases.ts';
import { at, by } from './support/world.ts';

const delivered = (claims: readonly RecordValues[]) => ({
  orders: [order('o', 'c', '2026-03-02')],
  order_lines: [line('l1', 'o', '2026-03-04', '2026-03-04', {}), line('l2', 'o', '2026-03-04', '2026-03-04', {})],
  causes: [cause('product', null, 'product'), cause('scratch', 'product', null), cause('delay', null, 'promise')],
  claims,
});

testWorlds([
  {
    guards: 'a date is taken for an instant, or a line that never came is left out',
    world: {
      orders: [order('o', 'c', '2026-03-02')],
      order_lines: [
        line('last-minute', 'o', '2026-03-04', '2026-03-04 23:59'),
        line('midnight', 'o', '2026-03-04', '2026-03-05 00:00'),
        line('never', 'o', '2026-03-04', null),
        line('instant', 'o', '2026-03-04', '2026-03-04 10:01', { promised_at: at('2026-03-04 10:00') }),
        line('next-week', 'o', '2026-03-09', '2026-03-04'),
      ],
    },
    expected: {
      'on-time': [
        ['a', '2026-W10', 1, 4],
        ['a', '2026-W11', 1, 1],
      ],
    },
  },
  {
    guards: 'a change of the clocks or the turn of a 53-week year moves a line into another day or week',
    world: {
      orders: [order('o', 'c', '2026-03-02')],
      order_lines: [
        /* 29 March 2026 has 23 hours in Madrid, 25 October has 25; both are Sundays. */
        line('spring', 'o', '2026-03-29', '2026-03-29 23:59'),
        line('spring-late', 'o', '2026-03-29', '2026-03-30 00:00'),
        line('autumn', 'o', '2026-10-25', '2026-10-25 23:59'),
        line('autumn-late', 'o', '2026-10-25', '2026-10-26 00:00'),
        line('w53', 'o', '2027-01-03', '2027-01-03 23:59'),
        line('w01', 'o', '2027-01-04', '2027-01-05'),
      ],
    },
    expected: {
      'on-time': [
        ['a', '2026-W13', 1, 2],
        ['a', '2026-W43', 1, 2],
        ['a', '2026-W53', 1, 1],
        ['a', '2027-W01', 0, 1],
      ],
      'right-first-time': [
        ['a', '2026-W13', 1, 1],
        ['a', '2026-W14', 1, 1],
        ['a', '2026-W43', 1, 1],
        ['a', '2026-W44', 1, 1],
        ['a', '2026-W53', 1, 1],
        ['a', '2027-W01', 1, 1],
      ],
    },
  },
  {
    guards:
      'withdrawn rows and promises that no longer stood are counted, or a promise broken before its cancellation is not',
    world: {
      orders: [
        order('stands', 'c', '2026-03-02'),
        order('cancelled-before', 'c', '2026-03-02', { cancelled_at: at('2026-03-03') }),
        order('cancelled-after', 'c', '2026-03-02', { cancelled_at: at('2026-03-06') }),
        order('withdrawn', 'c', '2026-03-02', { voided_at: at('2026-03-10') }),
      ],
      order_lines: [
        line('l1', 'stands', '2026-03-04', '2026-03-04'),
        line('l2', 'cancelled-before', '2026-03-04', null),
        line('l3', 'cancelled-after', '2026-03-04', null),
        line('l4', 'withdrawn', '2026-03-04', '2026-03-04'),
        line('l5', 'stands', '2026-03-04', null, { voided_at: at('2026-03-10') }),
      ],
    },
    expected: {
      'on-time': [['a', '2026-W10', 1, 2]],
      'orders-due': [['a', '2026-W10', 2, 0]],
      'promise-kept': [['a', '2026-W10', 1, 2]],
    },
  },
  {
    guards: 'a line counts as in full without what was accepted, or an unrecorded acceptance as nothing',
    world: {
      orders: [order('o', 'c', '2026-03-02')],
      order_lines: [
        line('all', 'o', '2026-03-04', '2026-03-04', { quantity_accepted: 2 }),
        line('more', 'o', '2026-03-04', '2026-03-09', { quantity_accepted: 3 }),
        line('less', 'o', '2026-03-04', '2026-03-04', { quantity_accepted: 1.5 }),
        line('unrecorded', 'o', '2026-03-04', '2026-03-04'),
        line('never', 'o', '2026-03-04', null),
      ],
    },
    expected: { 'in-full': [['a', '2026-W10', 3, 5]] },
  },
  {
    guards: 'a claim on the seventh day is missed, or one on the eighth counts',
    world: delivered([
      claim('k1', 'c', '2026-03-11 23:59', { line_id: 'l1', cause_id: 'product' }),
      claim('k2', 'c', '2026-03-12 00:00', { line_id: 'l2', cause_id: 'product' }),
    ]),
    expected: { 'right-first-time': [['a', '2026-W10', 1, 2]], 'broken-defective': [['a', '2026-W10', 1, 1]] },
  },
  {
    guards: 'a claim that names no line is forgotten, or a class is not taken from the cause above',
    world: delivered([claim('k', 'c', '2026-03-05', { order_id: 'o', cause_id: 'scratch' })]),
    expected: { 'right-first-time': [['a', '2026-W10', 0, 2]] },
  },
  {
    guards:
      'claims of another class, duplicates, withdrawn claims or claims made before delivery make a line defective',
    world: delivered([
      claim('promise', 'c', '2026-03-05', { order_id: 'o', cause_id: 'delay' }),
      claim('no-cause', 'c', '2026-03-05', { order_id: 'o' }),
      claim('duplicate', 'c', '2026-03-05', { order_id: 'o', cause_id: 'product', duplicate_of: 'promise' }),
      claim('withdrawn', 'c', '2026-03-05', { order_id: 'o', cause_id: 'product', voided_at: at('2026-03-06') }),
      claim('before', 'c', '2026-03-03', { order_id: 'o', cause_id: 'product' }),
    ]),
    expected: { 'right-first-time': [['a', '2026-W10', 2, 2]] },
  },
  {
    guards: 'a return counts after its days, or does not count within them',
    world: {
      orders: [order('o', 'c', '2026-03-02')],
      order_lines: [
        line('within', 'o', '2026-03-04', '2026-03-04', { returned_at: at('2026-03-11') }),
        line('after', 'o', '2026-03-04', '2026-03-04', { returned_at: at('2026-03-12') }),
      ],
    },
    expected: { 'right-first-time': [['a', '2026-W10', 1, 2]] },
  },
  {
    guards: 'the parts of a broken promise disagree with the promise kept',
    world: {
      orders: [
        order('kept', 'c', '2026-03-02', { quoted_total: 100, invoiced_total: 102 }),
        order('late', 'c', '2026-03-02'),
        order('never', 'c', '2026-03-02'),
        order('short', 'c', '2026-03-02'),
        order('overcharged', 'c', '2026-03-02', { quoted_total: 100, invoiced_total: 103 }),
        order('all-four', 'c', '2026-03-02', { quoted_total: 100, invoiced_total: 150 }),
        order('no-lines', 'c', '2026-03-02', { quoted_total: 100, invoiced_total: 150 }),
      ],
      order_lines: [
        line('l1', 'kept', '2026-03-04', '2026-03-04'),
        line('l2', 'late', '2026-03-04', '2026-03-05'),
        line('l3', 'never', '2026-03-04', null),
        line('l4', 'short', '2026-03-04', '2026-03-04', { quantity_accepted: 1 }),
        line('l5', 'overcharged', '2026-03-04', '2026-03-04'),
        line('l6', 'all-four', '2026-03-03', '2026-03-05', { quantity_accepted: 1, returned_at: at('2026-03-06') }),
        /* The order is due with its last line. */
        line('l7', 'all-four', '2026-03-11', '2026-03-11'),
      ],
    },
    expected: {
      'promise-kept': [
        ['a', '2026-W10', 1, 5],
        ['a', '2026-W11', 0, 1],
      ],
      'broken-late': [
        ['a', '2026-W10', 2, 5],
        ['a', '2026-W11', 1, 1],
      ],
      'broken-short': [
        ['a', '2026-W10', 1, 5],
        ['a', '2026-W11', 1, 1],
      ],
      'broken-defective': [
        ['a', '2026-W10', 0, 5],
        ['a', '2026-W11', 1, 1],
      ],
      'broken-price': [
        ['a', '2026-W10', 1, 5],
        ['a', '2026-W11', 1, 1],
      ],
      'broken-several': [
        ['a', '2026-W10', 0, 5],
        ['a', '2026-W11', 1, 1],
      ],
      'orders-due': [
        ['a', '2026-W10', 5, 0],
        ['a', '2026-W11', 1, 0],
      ],
      'price-as-promised': [
        ['a', '2026-W10', 1, 3],
        ['a', '2026-W11', 0, 1],
      ],
    },
  },
  {
    guards: 'an order without an invoice or a quote takes part in the price',
    world: {
      orders: [
        order('no-quote', 'c', '2026-03-02', { invoiced_total: 100 }),
        order('no-invoice', 'c', '2026-03-02', { quoted_total: 100 }),
        order('cancelled', 'c', '2026-03-02', {
          quoted_total: 100,
          invoiced_total: 100,
          cancelled_at: at('2026-03-02'),
        }),
        order('both', 'c', '2026-03-02', { quoted_total: 100, invoiced_total: 90 }),
      ],
    },
    expected: { 'price-as-promised': [['a', '2026-W10', 1, 1]] },
  },
  {
    guards: 'lines of unsold orders or without a list price take part in the price that was realised',
    world: {
      orders: [
        order('sold', 'c', '2026-03-02'),
        order('cancelled', 'c', '2026-03-02', { cancelled_at: at('2026-03-20') }),
      ],
      order_lines: [
        line('l1', 'sold', '2026-03-14', null, { list_price: 1000, net_price: 900 }),
        line('l2', 'sold', '2026-03-14', null, { list_price: 500, net_price: 500 }),
        line('l3', 'sold', '2026-03-14', null, { net_price: 70 }),
        line('l4', 'cancelled', '2026-03-14', null, { list_price: 1000, net_price: 100 }),
      ],
    },
    expected: { 'price-realisation': [['a', '2026-W10', 1400, 1500]] },
  },
  {
    guards: 'waste counts, minutes are not paid at the rate, or revenue comes twice',
    world: {
      orders: [
        order('o1', 'c', '2026-03-02', { invoiced_total: 99_999 }),
        order('o2', 'c', '2026-03-02', { invoiced_total: 5000, team_id: 'b' }),
        order('o3', 'c', '2026-03-02', { invoiced_total: 7000, cancelled_at: at('2026-03-03') }),
      ],
      order_lines: [line('l1', 'o1', '2026-03-04', null, { net_price: 20_000 })],
      claims: [claim('k', 'c', '2026-03-05', { order_id: 'o2', team_id: 'unassigned' })],
      costs: [
        cost('refund', 'refund', 300, '2026-03-05'),
        cost('credit', 'credit', 20, '2026-03-05'),
        cost('waste', 'waste', 7777, '2026-03-05'),
        /* 30 EUR an hour: 50 cents a minute. */
        cost('labour', 'labour', 999, '2026-03-05', { minutes: 10 }),
        cost('labour-amount', 'labour', 40, '2026-03-05'),
        /* No team: that of its claim's order. */
        cost('replacement', 'replacement', 1, '2026-03-12', { team_id: 'unassigned', claim_id: 'k', minutes: 2.5 }),
      ],
    },
    expected: {
      'cost-of-poor-service': [
        ['a', '2026-W10', 860, 20_000],
        ['b', '2026-W10', 0, 5000],
        ['b', '2026-W11', 126, 0],
      ],
    },
  },
  {
    guards: 'an order counts as delivered before its last line, or duplicates count as claims',
    world: {
      orders: [order('o1', 'c', '2026-03-02'), order('o2', 'c', '2026-03-02', { team_id: 'b' })],
      order_lines: [
        line('l1', 'o1', '2026-03-04', '2026-03-04'),
        line('l2', 'o1', '2026-03-04', '2026-03-10'),
        line('l3', 'o2', '2026-03-04', '2026-03-04'),
        line('l4', 'o2', '2026-03-04', null),
      ],
      claims: [
        claim('k1', 'c', '2026-03-05', { order_id: 'o2', team_id: 'unassigned' }),
        claim('k2', 'c', '2026-03-05', { line_id: 'l4', team_id: 'unassigned', cause_id: 'x' }),
        claim('k3', 'c', '2026-03-05', { duplicate_of: 'k1' }),
      ],
    },
    expected: {
      'claims-per-1000': [
        ['a', '2026-W11', 0, 1],
        ['b', '2026-W10', 2, 0],
      ],
      'claims-opened': [['b', '2026-W10', 2, 0]],
      'claims-with-cause': [['b', '2026-W10', 1, 2]],
    },
  },
  {
    guards: 'a deadline is counted in the week of the order instead of its own',
    world: {
      orders: [order('o', 'c', '2026-03-02')],
      order_lines: [line('l', 'o', '2026-03-16', '2026-03-03', { promised_at: by('2026-03-16') })],
    },
    expected: { 'on-time': [['a', '2026-W12', 1, 1]], 'right-first-time': [['a', '2026-W10', 1, 1]] },
  },
]);
