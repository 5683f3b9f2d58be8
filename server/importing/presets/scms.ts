import type { PresetDefinition } from './preset-types.ts';

/**
 * USAID Supply Chain Management System, delivery history (one row is an order line).
 *
 * The order is dated by its purchase order, else its quote, else the schedule, and never after the delivery: 5,732 of
 * the 10,324 rows hold words in the purchase order's date. What was accepted is not recorded; a delivered line counts
 * as accepted in full.
 */
export const scms: PresetDefinition = {
  id: 'scms',
  title: 'USAID SCMS deliveries',
  parameters: {},
  variants: [
    {
      name: 'deliveries',
      recognise: ['PO / SO #', 'Scheduled Delivery Date', 'Delivered to Client Date'],
      optional: [],
      notes: ['The file does not say what was accepted: a delivered line counts as accepted in full.'],
      mapping: () => ({
        sourceSystem: 'scms',
        dateOrder: 'mdy',
        decimalMark: '.',
        currency: 'USD',
        create: ['teams'],
        records: [
          {
            kind: 'customers',
            ifMissing: true,
            fields: { customer_id: { column: 'Country', transform: ['slug'] }, name: 'Country' },
          },
          {
            kind: 'orders',
            shared: true,
            fields: {
              order_id: 'PO / SO #',
              customer_id: { column: 'Country', transform: ['slug'] },
              team_id: { column: 'Fulfill Via', transform: ['slug'] },
              ordered_at: {
                earliestOf: [
                  {
                    firstOf: [
                      { column: 'PO Sent to Vendor Date', transform: ['date-or-missing'] },
                      { column: 'PQ First Sent to Client Date', transform: ['date-or-missing'] },
                      'Scheduled Delivery Date',
                    ],
                  },
                  'Scheduled Delivery Date',
                  { column: 'Delivered to Client Date', transform: ['date-or-missing'] },
                ],
              },
              currency: { constant: 'USD' },
            },
          },
          {
            kind: 'order_lines',
            fields: {
              line_id: { column: 'ID', prefix: 'scms-' },
              order_id: 'PO / SO #',
              product: 'Item Description',
              quantity_ordered: 'Line Item Quantity',
              net_price: 'Line Item Value',
              promised_at: 'Scheduled Delivery Date',
              delivered_at: { column: 'Delivered to Client Date', transform: ['date-or-missing'] },
            },
          },
        ],
      }),
    },
  ],
};
