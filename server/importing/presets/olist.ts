import type { Mapping, RecordSpec } from '../mapping.ts';
import type { PresetDefinition } from './preset-types.ts';

const COMMON = { sourceSystem: 'olist', timeZone: 'America/Sao_Paulo', currency: 'BRL', decimalMark: '.' } as const;

const mapping = (records: readonly RecordSpec[]): Mapping => ({ ...COMMON, records });

/** The line that carries an order's promise: Olist promises one date for the whole order. */
const firstLine = { join: ['order_id', { constant: '1' }], with: ':' };

/**
 * Olist, Brazilian e-commerce: nine files, of which these four hold records. Headers as published with the data set
 * (kaggle.com/datasets/olistbr/brazilian-ecommerce).
 *
 * `customer_id` is new with every order there; `customer_unique_id` is the customer. The file of customers therefore
 * makes each `customer_id` a customer that was merged into its `customer_unique_id`.
 * The orders hold promise and delivery, the items hold products and prices: the first line of an order comes with the
 * order, further lines with the items, which take promise and delivery from the first.
 */
export const olist: PresetDefinition = {
  id: 'olist',
  title: 'Olist (Brazilian e-commerce)',
  parameters: {},
  variants: [
    {
      name: 'customers',
      recognise: ['customer_id', 'customer_unique_id'],
      optional: ['customer_state'],
      notes: [],
      mapping: () =>
        mapping([
          {
            kind: 'customers',
            fields: { customer_id: 'customer_id', segment: 'customer_state', merged_into: 'customer_unique_id' },
          },
          {
            kind: 'customers',
            ifMissing: true,
            fields: { customer_id: 'customer_unique_id', segment: 'customer_state' },
          },
        ]),
    },
    {
      name: 'orders',
      recognise: ['order_id', 'customer_id', 'order_purchase_timestamp', 'order_estimated_delivery_date'],
      optional: ['order_status'],
      notes: [],
      mapping: () =>
        mapping([
          {
            kind: 'orders',
            fields: {
              order_id: 'order_id',
              customer_id: 'customer_id',
              ordered_at: 'order_purchase_timestamp',
              currency: { constant: 'BRL' },
            },
            when: { column: 'order_status', isNot: ['canceled', 'unavailable'] },
          },
          {
            kind: 'orders',
            fields: {
              order_id: 'order_id',
              customer_id: 'customer_id',
              ordered_at: 'order_purchase_timestamp',
              cancelled_at: 'order_purchase_timestamp',
              currency: { constant: 'BRL' },
            },
            when: { column: 'order_status', is: ['canceled', 'unavailable'] },
          },
          {
            kind: 'order_lines',
            fields: {
              line_id: firstLine,
              order_id: 'order_id',
              quantity_ordered: { constant: '1' },
              /* Written as midnight of the day: the promise is the day. */
              promised_at: { column: 'order_estimated_delivery_date', transform: ['date-part'] },
              delivered_at: 'order_delivered_customer_date',
            },
            fillFrom: firstLine,
          },
        ]),
    },
    {
      name: 'order items',
      recognise: ['order_id', 'order_item_id', 'product_id', 'price'],
      optional: [],
      notes: [],
      mapping: () =>
        mapping([
          {
            kind: 'order_lines',
            fields: {
              line_id: { join: ['order_id', 'order_item_id'], with: ':' },
              order_id: 'order_id',
              product: 'product_id',
              quantity_ordered: { constant: '1' },
              list_price: 'price',
              net_price: 'price',
            },
            fillFrom: firstLine,
          },
        ]),
    },
    {
      name: 'reviews',
      recognise: ['review_id', 'order_id', 'review_score'],
      optional: ['review_comment_message'],
      notes: ['A review holds one score: it counts as an answer, but not towards the service grade of five factors.'],
      mapping: () =>
        mapping([
          {
            kind: 'listening_posts',
            ifMissing: true,
            fields: {
              post_id: { constant: 'olist-reviews' },
              name: { constant: 'Review after delivery' },
              audience: { constant: 'external' },
              expression: { constant: 'explicit' },
              route: { constant: 'direct' },
              sampling: { constant: 'event' },
              scale_min: { constant: '1' },
              scale_max: { constant: '5' },
            },
          },
          {
            kind: 'evaluations',
            fields: {
              /* A review may concern several orders under one review_id. */
              evaluation_id: { join: ['review_id', 'order_id'], with: ':' },
              post_id: { constant: 'olist-reviews' },
              order_id: 'order_id',
              invited_at: 'review_creation_date',
              answered_at: 'review_answer_timestamp',
              overall: 'review_score',
              comment: 'review_comment_message',
            },
          },
        ]),
    },
  ],
};
