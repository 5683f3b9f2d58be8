import { weekOfDay, weekday, type DayNumber, type WeekNumber } from '../../src/domain/week.ts';
import { type Moment, type SampleCalendar } from './calendar.ts';
import type { Visit } from './customers.ts';
import { lineCauseMaker } from './line-causes.ts';
import { CURRENCY } from './organisation.ts';
import type { Planted } from './planted.ts';
import { perKey, randomStream, steadyChance } from './random.ts';
import { recoveryMaker } from './recovery.ts';
import type { OrderLineRow, OrderRow } from './row-types.ts';

/** What went wrong with an order, as its customer sees it. */
export type OrderFate = {
  readonly late: boolean;
  readonly short: boolean;
  readonly returned: boolean;
  readonly overcharged: boolean;
};

/**
 * An order to its end, whatever day it is: `as-of.ts` cuts it off where an import saw it.
 * One due in the week without an import has no lines: its delivery was never told.
 */
export type OrderStory = {
  readonly order: OrderRow;
  readonly lines: readonly OrderLineRow[];
  readonly fate: OrderFate;
  /** The customer, merged ids followed to their end. */
  readonly customerId: string;
  /** Delivered in full and invoiced; for a cancelled order its cancellation. */
  readonly ended: Moment;
  readonly promisedWeek: WeekNumber;
  readonly cancelled: boolean;
};

const PRODUCTS = [
  ['Table water, 48 bottles', 4_380],
  ['House coffee, 2 kg', 4_980],
  ['Linen, weekly set', 5_900],
  ['Paper goods, box', 4_250],
  ['Cleaning kit', 4_450],
  ['Filter service', 6_900],
  ['Glassware, 24 pieces', 6_700],
  ['Crockery, 6 pieces', 5_850],
] as const;

/* Shares of orders, set so that the weekly levels are those of the design's pictures. */
const SHORT_SHARE = 0.054;
const RETURNED_SHARE = 0.034;
const OVERCHARGED_SHARE = 0.0125;
const CANCELLED_SHARE = 0.006;
/** A late order is short more often: what is missing is waited for. What is late or short is sent back more often. */
const SHORT_IF_LATE = 3.5;
const RETURNED_IF_BROKEN = 3;
const DISCOUNT = 0.059;

export const orderMaker = (seed: string, planted: Planted, calendar: SampleCalendar) => {
  const random = randomStream(seed, 'orders');
  const chanceOf = (subject: string) => perKey((key) => steadyChance(randomStream(seed, `orders/${subject}/${key}`)));
  const [late, short, returned, overcharged] = [
    chanceOf('late'),
    chanceOf('short'),
    chanceOf('returned'),
    chanceOf('overcharged'),
  ];
  /** A week has weather of its own, the same for all teams. */
  const weather = perKey((key) => randomStream(seed, `orders/weather/${key}`).normal());
  const causeOf = lineCauseMaker(seed, planted);
  const afterRecovery = recoveryMaker(seed, planted, SHORT_SHARE);
  let number = 0;

  const lateShare = (teamId: string, week: WeekNumber): number => {
    const { teams, weeks, lateShareBefore, addedFirstWeek, addedLastWeek } = planted.carrierChange;
    const usual = lateShareBefore + 0.0035 * weather(`late ${String(week)}`);
    if (!teams.includes(teamId) || week < weeks.from || week > weeks.to + 2) return usual;
    const way = Math.min(1, (week - weeks.from) / (weeks.to - weeks.from));
    return usual + addedFirstWeek + way * (addedLastWeek - addedFirstWeek);
  };

  return ({ customer, day }: Visit): OrderStory => {
    number += 1;
    const teamId = customer.place.teamId;
    const small = teamId === planted.smallTeam.teamId;
    const id = `o-${String(number).padStart(6, '0')}`;
    const ordered = calendar.moment(day, 7.5 + 11 * random.unit());
    const promisedDay = dueDay(day + random.whole(2, 5));
    const promisedWeek = weekOfDay(promisedDay);
    const cancelled = random.chance(CANCELLED_SHARE);
    const isLate = !cancelled && late(teamId)(lateShare(teamId, promisedWeek));
    const shortNow = (SHORT_SHARE + 0.0035 * weather(`short ${String(promisedWeek)}`)) * (isLate ? SHORT_IF_LATE : 1);
    const shortAnyway = !cancelled && short(teamId)(shortNow);
    const isShort = !cancelled && afterRecovery(teamId, promisedWeek, shortAnyway);
    const returnedNow = RETURNED_SHARE + 0.002 * weather(`return ${String(promisedWeek)}`);
    const isReturned = !cancelled && returned(teamId)(returnedNow * (isLate || shortAnyway ? RETURNED_IF_BROKEN : 1));
    const isOvercharged = !cancelled && overcharged(teamId)(OVERCHARGED_SHARE);

    const arrival = calendar.moment(
      isLate ? promisedDay + daysLate(random.unit()) : arrivalDay(promisedDay, day, random.unit()),
      9 + 9 * random.unit(),
    );
    const announced = isLate && random.chance(0.55) ? calendar.moment(promisedDay, 8 + 4 * random.unit()).at : null;
    const count = small ? 1 : random.chance(0.68) ? 1 : random.chance(0.75) ? 2 : 3;
    /* Of an order with something wrong most lines share its fate, and at least one does. */
    const shares = (): readonly boolean[] => {
      const which = random.whole(0, count - 1);
      return Array.from({ length: count }, (_, i) => i === which || random.chance(0.7));
    };
    const [lateLines, shortLines, returnedLines] = [shares(), shares(), shares()];
    const onTime = calendar.moment(arrivalDay(promisedDay, day, 0.9), 9 + 9 * random.unit());

    let quoted = 0;
    let ended = ordered;
    const lines = lateLines.map((takesLate, index): OrderLineRow => {
      const [product, unitPrice] = random.pick(PRODUCTS);
      const quantity = random.whole(1, 3);
      const list = unitPrice * quantity;
      const net = Math.round(list * (1 - Math.max(0, DISCOUNT + 0.045 * random.normal())));
      quoted += net;
      const arrived = isLate && takesLate ? arrival : isLate ? onTime : arrival;
      if (arrived.at > ended.at) ended = arrived;
      const sentBack =
        isReturned && returnedLines[index] === true ? calendar.atWork(arrived, 20 + 110 * random.unit()) : null;
      /* Drawn whatever the recovery made of it, so that it moves nothing else. */
      const accepted = shortAnyway && shortLines[index] === true ? random.whole(0, quantity - 1) : quantity - 1;
      const line = {
        line_id: `${id}-${String(index + 1)}`,
        order_id: id,
        product,
        quantity_ordered: quantity,
        quantity_accepted: cancelled ? null : isShort && shortLines[index] === true ? accepted : quantity,
        list_price: list,
        net_price: net,
        promised_at: calendar.endOfDay(promisedDay),
        promised_day: promisedDay,
        promised_week: promisedWeek,
        delivered_at: cancelled ? null : arrived.at,
        delivered_day: cancelled ? null : arrived.day,
        delivered_week: cancelled ? null : arrived.week,
        returned_at: sentBack?.at ?? null,
        returned_day: sentBack?.day ?? null,
        delay_notified_at: takesLate ? announced : null,
      };
      return { ...line, cause_id: causeOf(line, teamId) };
    });
    const cancelledAt = cancelled ? calendar.atWork(ordered, 2 + 10 * random.unit()) : null;
    return {
      order: {
        order_id: id,
        customer_id: customer.aliasId !== null && random.chance(0.3) ? customer.aliasId : customer.id,
        team_id: teamId,
        ordered_at: ordered.at,
        ordered_day: ordered.day,
        ordered_week: ordered.week,
        cancelled_at: cancelledAt?.at ?? null,
        quoted_total: quoted,
        invoiced_total: cancelled ? null : isOvercharged ? Math.round(quoted * (1.03 + 0.09 * random.unit())) : quoted,
        currency: CURRENCY,
      },
      lines,
      customerId: customer.id,
      fate: { late: isLate, short: isShort, returned: isReturned, overcharged: isOvercharged },
      ended: cancelledAt ?? ended,
      promisedWeek,
      cancelled,
    };
  };
};

/** Promises are made for Monday to Friday; what is late comes at the weekend too, so that few are open at a week's end. */
const dueDay = (day: DayNumber): DayNumber => (weekday(day) > 5 ? day + 8 - weekday(day) : day);

/** Most late orders come a day late, a few wait longer. */
const daysLate = (unit: number): number => (unit < 0.72 ? 1 : unit < 0.92 ? 2 : 4);

/** Most arrive on the promised day, some the day before. */
const arrivalDay = (promised: DayNumber, ordered: DayNumber, unit: number): DayNumber =>
  unit < 0.25 && promised - 1 > ordered && weekday(promised) > 1 ? promised - 1 : promised;
