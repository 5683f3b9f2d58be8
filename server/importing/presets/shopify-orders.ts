import type { PresetDefinition } from './preset-types.ts';

/**
 * Shopify, CSV export of orders: one row is a line item; the columns of the order itself stand in its first row alone.
 *
 * The export holds no promised date: `promiseDays` says within how many days of the order the shop promises to hand
 * over (`Fulfilled at`). A line has no number of its own: it is known by its place within the order. `Id` stands only in
 * an order's first row too, so the order is known by its `Name` (`#1001`), which is unique within a shop; with several
 * shops give an `idPrefix`.
 */
export const shopifyOrders: PresetDefinition = {
  id: 'shopify-orders',
  title: 'Shopify orders',
  parameters: { promiseDays: 7 },
  variants: [
    {
      name: 'orders',
      recognise: ['Name', 'Email', 'Financial Status', 'Created at', 'Lineitem quantity', 'Lineitem name'],
      optional: [
        'Currency',
        'Total',
        'Fulfilled at',
        'Cancelled at',
        'Location',
        'Lineitem sku',
        'Lineitem price',
        'Lineitem compare at price',
        'Refunded Amount',
        'Billing Name',
      ],
      notes: [
        'The export names no promised date: handing over within the days of the parameter promiseDays counts as kept.',
      ],
      mapping: ({ promiseDays = 7 }) => ({
        sourceSystem: 'shopify',
        decimalMark: '.',
        create: ['teams'],
        fillDown: {
          key: 'Name',
          columns: [
            'Email',
            'Financial Status',
            'Currency',
            'Created at',
            'Fulfilled at',
            'Cancelled at',
            'Location',
            'Total',
            'Billing Name',
          ],
        },
        records: [
          {
            kind: 'customers',
            ifMissing: true,
            fields: {
              customer_id: {
                firstOf: [
                  { column: 'Email', transform: ['lower'] },
                  { column: 'Name', prefix: 'guest-' },
                ],
              },
              name: 'Billing Name',
            },
          },
          {
            kind: 'orders',
            shared: true,
            fields: {
              order_id: 'Name',
              customer_id: {
                firstOf: [
                  { column: 'Email', transform: ['lower'] },
                  { column: 'Name', prefix: 'guest-' },
                ],
              },
              team_id: { column: 'Location', transform: ['slug'] },
              ordered_at: 'Created at',
              cancelled_at: 'Cancelled at',
              invoiced_total: 'Total',
              currency: 'Currency',
            },
          },
          {
            kind: 'order_lines',
            numbered: 'Name',
            fields: {
              line_id: 'Name',
              order_id: 'Name',
              product: 'Lineitem name',
              quantity_ordered: 'Lineitem quantity',
              list_price: {
                productOf: [{ firstOf: ['Lineitem compare at price', 'Lineitem price'] }, 'Lineitem quantity'],
              },
              net_price: { productOf: ['Lineitem price', 'Lineitem quantity'] },
              promised_at: { after: { column: 'Created at', transform: ['date-part'] }, days: promiseDays },
              delivered_at: 'Fulfilled at',
            },
          },
          {
            kind: 'costs',
            when: { column: 'Refunded Amount', given: true, isNot: ['0', '0.0', '0.00'] },
            fields: {
              cost_id: { join: ['Name', { constant: 'refund' }], with: ':' },
              kind: { constant: 'refund' },
              amount: 'Refunded Amount',
              currency: 'Currency',
              incurred_at: { firstOf: ['Cancelled at', 'Fulfilled at', 'Created at'] },
              team_id: { column: 'Location', transform: ['slug'] },
            },
          },
        ],
      }),
    },
  ],
};
