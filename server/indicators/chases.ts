import type { IndicatorDefinition } from './definition.ts';
import { claimSpans } from './bases/claim-spans.ts';
import { claimsOpenIn } from './bases/claims.ts';
import { chasingContacts, claimsWithContact } from './bases/chasing-contacts.ts';

/** Stored as flows because a claim that stays open counts in every week: nothing is written while it does. */
export const chases: IndicatorDefinition = {
  id: 'chases',
  stored: 'flows',
  parts: [
    {
      base: chasingContacts,
      when: { kind: 'in-span', from: 'at_week', to: 'at_week' },
      numerator: '1',
      denominator: '0',
      candidates: claimsWithContact,
      note: "'chased'",
    },
    {
      base: claimSpans,
      when: { kind: 'in-span', from: 'first_week', to: 'close_week' },
      numerator: '0',
      denominator: '1',
      candidates: claimsOpenIn,
      note: "'open in the week'",
    },
  ],
  facts: [
    {
      name: 'Share of open claims chased',
      unit: '%',
      sql: (rows) => `select 100.0 * sum(case when numerator > 0 then 1 else 0 end) / nullif(count(*), 0) as value
        from (${rows}) r where denominator > 0`,
    },
  ],
};
