import type { WeekNumber } from '../../src/domain/week.ts';
import type { Base } from './base.ts';

/** A claim that stands and names a cause. */
const STANDING = 'c.voided_at is null and c.duplicate_of is null and c.cause_id is not null';
const COLUMNS = 'w.record_id, c.cause_id, c.opened_at, c.claim_id, 0 as own';
const LINE = 'w.record_id, l.cause_id, l.promised_at, l.line_id, 1';
const NAMED_LINE = 'l.voided_at is null and l.cause_id is not null';

/** Weeks before the one in question in which a customer's claims may tell why it did not come back. */
const CUSTOMER_WEEKS = 52;

/**
 * SQL of the claims that concern each case of `wrong(record_id, …)`, by the kind of record that the cases are.
 * - an order: claims on it or on one of its lines. - a line: claims on it, and on its order where they name no line.
 * - a claim: itself. - a cost: the claim that caused it. - an evaluation: claims on its order.
 * - a customer, after merges: its claims of the 52 weeks up to the week.
 */
const CLAIMS: Readonly<Record<Base['records'], (week: WeekNumber) => string>> = {
  orders: () => `
    select ${COLUMNS} from wrong w join claims c on c.order_id = w.record_id where ${STANDING}
    union all
    select ${COLUMNS} from wrong w join order_lines l on l.order_id = w.record_id
    join claims c on c.line_id = l.line_id where ${STANDING}`,
  order_lines: () => `
    select ${COLUMNS} from wrong w join claims c on c.line_id = w.record_id where ${STANDING}
    union all
    select ${COLUMNS} from wrong w join order_lines l on l.line_id = w.record_id
    join claims c on c.order_id = l.order_id where coalesce(c.line_id, '') = '' and ${STANDING}`,
  claims: () => `select ${COLUMNS} from wrong w join claims c on c.claim_id = w.record_id where ${STANDING}`,
  costs: () => `
    select ${COLUMNS} from wrong w join costs x on x.cost_id = w.record_id
    join claims c on c.claim_id = x.claim_id where ${STANDING}`,
  evaluations: () => `
    select ${COLUMNS} from wrong w join evaluations e on e.evaluation_id = w.record_id
    join claims c on c.order_id = e.order_id where ${STANDING}`,
  customers: (week) => {
    const lately = `c.opened_week between ${week - CUSTOMER_WEEKS + 1} and ${week}`;
    return `
    select ${COLUMNS} from wrong w join customers cu on cu.canonical_id = w.record_id
    join claims c on c.customer_id = cu.customer_id where ${lately} and ${STANDING}
    union all
    select ${COLUMNS} from wrong w join claims c on c.customer_id = w.record_id where ${lately} and ${STANDING}`;
  },
};

/** What the lines themselves say, where no claim names a cause. */
const LINES: Readonly<Partial<Record<Base['records'], string>>> = {
  orders: `
    union all
    select ${LINE} from wrong w join order_lines l on l.order_id = w.record_id where ${NAMED_LINE}`,
  order_lines: `
    union all
    select ${LINE} from wrong w join order_lines l on l.line_id = w.record_id where ${NAMED_LINE}`,
};

/** A line says why it was late, short or sent back; why a price was not kept is another question. */
const OF_PRICE: ReadonlySet<string> = new Set(['price-as-promised', 'broken-price', 'price-realisation']);

/**
 * SQL of the first causes of `wrongCases`: `cause_id` (null: nobody named one), `name`, `component` (null: unknown),
 * `count`, most frequent first, no cause last among equals. The first cause of a case is that of the earliest claim on it that
 * names one, else that of its line.
 */
export const firstCauses = (
  cases: string,
  { indicator, kind, week }: { readonly indicator: string; readonly kind: Base['records']; readonly week: WeekNumber },
): string => `
  with wrong as (${cases}),
  named as (${CLAIMS[kind](week)}${OF_PRICE.has(indicator) ? '' : (LINES[kind] ?? '')}),
  first_claim as (
    select record_id, cause_id from (
      select record_id, cause_id, row_number() over (partition by record_id order by own, opened_at, claim_id) as place
      from named) ranked
    where place = 1)
  select f.cause_id as cause_id, max(coalesce(k.name, f.cause_id)) as name,
    max(k.component) as component, sum(w.wrong) as count
  from wrong w
  left join first_claim f on f.record_id = w.record_id
  left join causes k on k.cause_id = f.cause_id
  group by f.cause_id
  order by count desc, case when f.cause_id is null then 1 else 0 end, name, cause_id`;
