import { type Base, type Scope, type Weeks, during, UNASSIGNED, within } from '../base.ts';

/**
 * Costs of poor service, one a row: `amount` in minor units.
 *
 * Refunds, credits and replacements count as they are. Work on claims counts as minutes × the rate in the settings;
 * where no rate is set, or a cost of labour gives no minutes, its amount counts. Waste is kept and not counted here
 * (indicators.md sums refunds, credits, replacements and claim minutes). Amounts are in the organisation's currency.
 */
export const costs: Base = {
  id: 'costs',
  key: 'cost',
  records: 'costs',
  weeks: ['incurred_week'],
  sql: (scope, settings) => {
    const rate = settings.labourPer1000Minutes;
    const labour =
      rate === 0
        ? `case when x.kind = 'labour' then x.amount else 0 end`
        : `case when x.minutes is not null then cast(floor(x.minutes * ${rate} / 1000 + 0.5) as bigint)
            when x.kind = 'labour' then x.amount else 0 end`;
    return `
    select x.cost_id as record_id, x.incurred_week,
      case when x.team_id <> '${UNASSIGNED}' then x.team_id
        when c.team_id <> '${UNASSIGNED}' then c.team_id
        else coalesce(o.team_id, '${UNASSIGNED}') end as team_id,
      case when x.kind in ('refund', 'credit', 'replacement') then x.amount else 0 end + ${labour} as amount
    from costs x
    left join claims c on c.claim_id = x.claim_id and x.team_id = '${UNASSIGNED}'
    left join order_lines l on l.line_id = c.line_id and c.order_id is null
    left join orders o on o.order_id = coalesce(c.order_id, l.order_id)
    where x.voided_at is null ${within(scope, 'x.cost_id')}`;
  },
};

export const costsIncurred = (weeks: Weeks): Scope => ({
  kind: 'keys',
  sql: `select cx.cost_id from costs cx where ${during('cx.incurred_week', weeks)}`,
});
