import type { PresetDefinition } from './preset-types.ts';

const CAUSE = { column: 'SRType', transform: ['slug'] } as const;
const GROUP = { column: 'SRType', transform: ['before-hyphen', 'slug'], prefix: 'group-' } as const;

/**
 * City of Baltimore 311 service requests (one row is a claim).
 *
 * A status `… (Duplicate)` names no request that it repeats, so the request stays a claim of its own: the city
 * promised a date for it and is held to that. Its cause is the request's type (`SW-Dirty Alley`) below the group of its
 * prefix (`SW`).
 */
export const baltimore311: PresetDefinition = {
  id: 'baltimore-311',
  title: '311 service requests (Baltimore)',
  parameters: {},
  variants: [
    {
      name: 'requests',
      recognise: ['SRRecordID', 'SRType', 'CreatedDate', 'DueDate', 'CloseDate'],
      optional: ['MethodReceived', 'Agency'],
      notes: [
        'The file names no customers: each request counts as a customer of its own, so repeated claims cannot be seen in it.',
      ],
      mapping: () => ({
        sourceSystem: 'baltimore-311',
        dateOrder: 'mdy',
        timeZone: 'America/New_York',
        create: ['teams'],
        records: [
          {
            kind: 'causes',
            ifMissing: true,
            when: { column: 'SRType', given: true },
            fields: { cause_id: GROUP, name: { column: 'SRType', transform: ['before-hyphen'] } },
          },
          {
            kind: 'causes',
            ifMissing: true,
            when: { column: 'SRType', given: true },
            fields: { cause_id: CAUSE, name: 'SRType', parent_cause_id: GROUP },
          },
          {
            kind: 'claims',
            fields: {
              claim_id: 'SRRecordID',
              customer_id: { column: 'SRRecordID', prefix: 'request-' },
              team_id: { column: 'Agency', transform: ['slug'] },
              cause_id: CAUSE,
              channel: 'MethodReceived',
              opened_at: 'CreatedDate',
              resolve_by: 'DueDate',
              resolved_at: 'CloseDate',
            },
          },
        ],
      }),
    },
  ],
};
