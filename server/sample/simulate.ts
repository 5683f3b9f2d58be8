import { mondayOf, weekday, weekOfDay, type WeekNumber } from '../../src/domain/week.ts';
import type { SampleCalendar } from './calendar.ts';
import type { ClaimStory } from './claim-story.ts';
import { claimMaker } from './claims.ts';
import { visitsByWeek } from './customers.ts';
import { evaluationMaker } from './evaluations.ts';
import { CURRENCY } from './organisation.ts';
import { orderMaker, type OrderStory } from './orders.ts';
import type { Planted } from './planted.ts';
import { randomStream } from './random.ts';
import type { ContactRow, CostRow, CustomerRow, EvaluationRow } from './row-types.ts';

/** All that begins in one week, told to its end; what falls into the week without an import is left out already. */
export type WeekStory = {
  readonly week: WeekNumber;
  /** Customers who order for the first time, after the ids that were merged into them. */
  readonly customers: readonly CustomerRow[];
  /** Placed in the week. */
  readonly orders: readonly OrderStory[];
  readonly claims: readonly ClaimStory[];
  readonly contacts: readonly ContactRow[];
  /** Of orders that ended in the week. */
  readonly evaluations: readonly EvaluationRow[];
  readonly costs: readonly CostRow[];
  /** Orders of the week that come late, in an import of their own. */
  readonly heldBack: ReadonlySet<string>;
};

/** Part of the price that a returned line costs, the goods being sold again mostly. */
const RETURN_COST_SHARE = 0.33;
const QUESTIONS_PER_WEEK = 30;

/**
 * The company's life, week by week, from the week before the first: what is due in the first was ordered then.
 * Memory: one visit per customer, orders under way, and 90 days of claims.
 */
export function* simulate(seed: string, planted: Planted, calendar: SampleCalendar): Iterable<WeekStory> {
  const makeOrder = orderMaker(seed, planted, calendar);
  const makeClaims = claimMaker(seed, planted, calendar);
  const makeEvaluation = evaluationMaker(seed, planted, calendar);
  const random = randomStream(seed, 'contacts');
  const hold = holdBack(planted);
  const endingIn = new Map<WeekNumber, OrderStory[]>();

  for (const { week, visits } of visitsByWeek(seed, { ...planted.weeks, from: planted.weeks.from - 1 })) {
    const heldBack = new Set<string>();
    const orders = visits
      .map(makeOrder)
      .filter((story) => story.promisedWeek >= planted.weeks.from)
      .map((story) => withoutLinesIn(story, planted.gapWeek));
    for (const story of orders) {
      if (hold(story)) heldBack.add(story.order.order_id);
      const list = endingIn.get(story.ended.week);
      if (list) list.push(story);
      else endingIn.set(story.ended.week, [story]);
    }
    const ended = endingIn.get(week) ?? [];
    endingIn.delete(week);
    const missing = week === planted.gapWeek;
    const claims = missing ? [] : makeClaims(week, ended);
    yield {
      week,
      customers: visits.filter((visit) => visit.isFirst).flatMap(({ customer }) => withAlias(customer)),
      orders,
      claims,
      contacts: missing ? [] : questions(week, calendar, random),
      evaluations: ended.flatMap((story) => {
        const row = makeEvaluation(story);
        return row && row.answered_week !== planted.gapWeek ? [row] : [];
      }),
      costs: ended.flatMap(costsOfReturns).filter((cost) => cost.incurred_week !== planted.gapWeek),
      heldBack,
    };
  }
}

/** The next export named the orders of the week that is missing, so their customers stayed; their deliveries it did not. */
const withoutLinesIn = (story: OrderStory, week: WeekNumber): OrderStory =>
  story.promisedWeek === week ? { ...story, lines: [] } : story;

/** Chooses the first late and the first punctual orders due in the week that will be restated. */
const holdBack = ({ lateRows }: Planted): ((story: OrderStory) => boolean) => {
  let late = lateRows.lateOrders;
  let onTime = lateRows.onTimeOrders;
  return ({ order, promisedWeek, fate, cancelled }) => {
    if (promisedWeek !== lateRows.week || cancelled || !lateRows.teams.includes(order.team_id)) return false;
    if (fate.late) {
      late -= 1;
      return late >= 0;
    }
    onTime -= 1;
    return onTime >= 0;
  };
};

const withAlias = ({ row, aliasId }: { readonly row: CustomerRow; readonly aliasId: string | null }): CustomerRow[] =>
  aliasId === null ? [row] : [row, { ...row, customer_id: aliasId, merged_into: row.customer_id }];

const costsOfReturns = (story: OrderStory): CostRow[] =>
  story.lines.flatMap((line) =>
    line.returned_at === null || line.returned_day === null
      ? []
      : [
          {
            cost_id: `${line.line_id}-x`,
            kind: 'replacement',
            amount: Math.round((line.net_price ?? 0) * RETURN_COST_SHARE),
            currency: CURRENCY,
            incurred_at: line.returned_at,
            incurred_day: line.returned_day,
            incurred_week: weekOfDay(line.returned_day),
            claim_id: null,
            team_id: story.order.team_id,
            minutes: null,
          },
        ],
  );

const questions = (week: WeekNumber, calendar: SampleCalendar, random: ReturnType<typeof randomStream>): ContactRow[] =>
  Array.from({ length: QUESTIONS_PER_WEEK }, (_, index) => {
    const day = mondayOf(week) + random.whole(0, 6);
    const moment = calendar.moment(weekday(day) === 7 ? day - 1 : day, 8 + 11 * random.unit());
    return {
      contact_id: `q-${String(week)}-${String(index + 1)}`,
      customer_id: null,
      claim_id: null,
      at: moment.at,
      at_day: moment.day,
      at_week: moment.week,
      direction: 'inbound',
      automated: 0,
      intent: 'question',
    };
  });
