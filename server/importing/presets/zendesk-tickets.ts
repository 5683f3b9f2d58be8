import type { Source } from '../mapping.ts';
import type { PresetDefinition } from './preset-types.ts';

/**
 * Zendesk Support, CSV export of tickets (one row is a claim). Times are in the account's time zone, without a zone:
 * give `timeZone` in the mapping where it is not the organisation's. Columns as described in Zendesk's help
 * ("Exporting data to a JSON, CSV, or XML file").
 *
 * The first public reply of an agent is `Created at` and `First reply time in minutes` after it. Zendesk exports no
 * promise to answer: `answerHours` says within how many hours the organisation promises one (0: no promise).
 */
export const zendeskTickets: PresetDefinition = {
  id: 'zendesk-tickets',
  title: 'Zendesk tickets',
  parameters: { answerHours: 0 },
  variants: [
    {
      name: 'tickets',
      recognise: ['Id', 'Requester id', 'Created at', 'Status'],
      optional: [
        'Requester',
        'Group',
        'Priority',
        'Via',
        'Ticket type',
        'Due date',
        'Solved at',
        'Updated at',
        'Satisfaction Score',
        'First reply time in minutes',
      ],
      notes: [],
      mapping: ({ answerHours = 0 }) => {
        const ticket: Source = { column: 'Id', prefix: 'zendesk-' };
        const customer: Source = { column: 'Requester id', prefix: 'zendesk-' };
        const replied: Source = { after: 'Created at', minutes: { column: 'First reply time in minutes' } };
        return {
          sourceSystem: 'zendesk',
          decimalMark: '.',
          missing: ['-'],
          create: ['teams', 'causes'],
          records: [
            { kind: 'customers', ifMissing: true, fields: { customer_id: customer, name: 'Requester' } },
            {
              kind: 'claims',
              when: { column: 'Status', isNot: ['Deleted', 'deleted'] },
              fields: {
                claim_id: ticket,
                customer_id: customer,
                team_id: { column: 'Group', transform: ['slug'] },
                cause_id: { column: 'Ticket type', transform: ['slug'], prefix: 'zendesk-' },
                severity: { column: 'Priority', transform: ['lower'] },
                channel: { column: 'Via', transform: ['lower'] },
                opened_at: 'Created at',
                acknowledged_at: replied,
                resolve_by: 'Due date',
                resolved_at: 'Solved at',
                ...(answerHours > 0 ? { acknowledge_by: { after: 'Created at', hours: answerHours } } : {}),
              },
            },
            {
              kind: 'contacts',
              when: { column: 'First reply time in minutes', given: true },
              fields: {
                contact_id: { join: [ticket, { constant: 'first-reply' }], with: ':' },
                customer_id: customer,
                claim_id: ticket,
                at: replied,
                direction: { constant: 'outbound' },
                automated: { constant: 'no' },
                intent: { constant: 'update' },
              },
            },
            {
              kind: 'listening_posts',
              ifMissing: true,
              when: { column: 'Satisfaction Score', is: ['Good', 'Bad', 'good', 'bad'] },
              fields: {
                post_id: { constant: 'zendesk-satisfaction' },
                name: { constant: 'Satisfaction after a ticket' },
                audience: { constant: 'external' },
                expression: { constant: 'explicit' },
                route: { constant: 'direct' },
                sampling: { constant: 'event' },
                scale_min: { constant: '0' },
                scale_max: { constant: '1' },
              },
            },
            {
              kind: 'evaluations',
              when: { column: 'Satisfaction Score', is: ['Good', 'Bad', 'good', 'bad'] },
              fields: {
                evaluation_id: { join: [ticket, { constant: 'satisfaction' }], with: ':' },
                post_id: { constant: 'zendesk-satisfaction' },
                customer_id: customer,
                team_id: { column: 'Group', transform: ['slug'] },
                answered_at: { firstOf: ['Solved at', 'Updated at', 'Created at'] },
                overall: { column: 'Satisfaction Score', values: { Good: '1', good: '1', Bad: '0', bad: '0' } },
              },
            },
          ],
        };
      },
    },
  ],
};
