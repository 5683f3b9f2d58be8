import { sundayOf } from '../../src/domain/week.ts';
import type { IndicatorDefinition } from './definition.ts';
import { claimSpans } from './bases/claim-spans.ts';
import { claimsOpenIn } from './bases/claims.ts';

/** Open at the end of the week; what was opened and closed within one week never counts. */
export const openClaims: IndicatorDefinition = {
  id: 'open-claims',
  stored: 'flows',
  parts: [
    {
      base: claimSpans,
      when: { kind: 'in-span', from: 'open_week', to: 'close_week - 1' },
      numerator: '1',
      denominator: '0',
      candidates: claimsOpenIn,
    },
  ],
  facts: [
    {
      name: 'Age, 90th percentile',
      unit: 'days',
      /* Nearest rank: the least age that at least nine in ten do not exceed. */
      sql: (rows, week) => `select min(age) as value from (
        select ${sundayOf(week)} - c.opened_day as age, row_number() over (order by c.opened_day desc) as place,
          count(*) over () as members
        from (${rows}) r join claims c on c.claim_id = r.record_id) ages
        where place * 10 >= members * 9`,
    },
  ],
};
