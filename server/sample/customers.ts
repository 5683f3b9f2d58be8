import { mondayOf, weekOfDay, type DayNumber, type WeekNumber } from '../../src/domain/week.ts';
import { TEAM_SHARES } from './organisation.ts';
import { randomStream, type Random } from './random.ts';
import type { CustomerRow } from './row-types.ts';

/**
 * How customers come back. Three habits mixed so that about 68 % of those who ordered in one 12-week window order in
 * the next, and about 85 % from one year to the next (fitted by simulation): few who order often, many who do seldom.
 * Gaps between orders follow a gamma distribution of shape 2: more regular than chance, as re-ordering is.
 */
const HABITS = [
  { share: 0.14, gapWeeks: 1.5, leavingPerYear: 0.12, segment: 'contract' },
  { share: 0.12, gapWeeks: 5, leavingPerYear: 0.14, segment: 'regular' },
  { share: 0.74, gapWeeks: 18.4, leavingPerYear: 0.16, segment: 'occasional' },
] as const;
const POPULATION = 5_760;
/** Customers of the small team: few enough that even twelve weeks of them stay under 10. */
const SMALL_TEAM_CUSTOMERS = 7;
const SMALL_TEAM_HABIT = { share: 1, gapWeeks: 2.6, leavingPerYear: 0, segment: 'regular' } as const;
/** Weeks of ordering before the first that is shown, so that habits have settled. */
const BURN_IN_WEEKS = 30;
const DAYS_PER_YEAR = 364;

type Habit = (typeof HABITS)[number] | typeof SMALL_TEAM_HABIT;

/** How a customer orders, and of which team; who leaves is followed by another in the same place. */
type Place = { readonly habit: Habit; readonly teamId: string; readonly gapDays: number };

export type Customer = {
  readonly id: string;
  readonly place: Place;
  /** Under this id some of the orders came, until it was merged. */
  readonly aliasId: string | null;
  readonly lastDay: number;
  readonly row: CustomerRow;
};

/** One intention to order. */
export type Visit = { readonly customer: Customer; readonly day: DayNumber; readonly isFirst: boolean };

const FIRST_WORDS = ['Café', 'Hotel', 'Studio', 'School', 'Bakery', 'Clinic', 'Garage', 'Atelier', 'Bistro'] as const;
const SECOND_WORDS = [
  'Alder',
  'Brook',
  'Corner',
  'Dune',
  'Elm',
  'Ferry',
  'Garden',
  'Harbour',
  'Ivy',
  'Juniper',
  'Kiln',
  'Linden',
  'Meadow',
  'Orchard',
  'Quay',
  'Rowan',
] as const;
const LEFT_REASONS = ['moved away', 'closed', 'went to a competitor', 'gave no reason'] as const;

/** Whole weeks of visits, in the order of their days; memory holds one open visit per customer. */
export function* visitsByWeek(seed: string, weeks: { readonly from: WeekNumber; readonly to: WeekNumber }) {
  const random = randomStream(seed, 'customers');
  const firstDay = mondayOf(weeks.from - BURN_IN_WEEKS);
  const open = new Map<WeekNumber, Array<{ readonly customer: Customer; readonly day: number }>>();
  const seen = new Set<string>();
  let number = 0;

  const expect = (customer: Customer, day: number): void => {
    const week = weekOfDay(Math.floor(day));
    const visits = open.get(week);
    if (visits) visits.push({ customer, day });
    else open.set(week, [{ customer, day }]);
  };
  const join = (day: number, place: Place, settled: boolean): void => {
    number += 1;
    const customer = newCustomer(random, number, day, place, settled);
    expect(customer, settled ? day + gammaGap(random) * place.gapDays * random.unit() * 1.2 : day);
  };
  for (const place of places()) join(firstDay, place, true);

  for (let week = weeks.from - BURN_IN_WEEKS; week <= weeks.to; week += 1) {
    const visits: Visit[] = [];
    const due = open.get(week) ?? [];
    /* Grows while it is read: who orders again within the week is appended. */
    for (const { customer, day } of due) {
      if (day > customer.lastDay) {
        /* One leaves, another like that one comes: customers and orders stay level. */
        join(day, customer.place, false);
        continue;
      }
      if (week >= weeks.from) {
        visits.push({ customer, day: workday(Math.floor(day), random), isFirst: !seen.has(customer.id) });
        seen.add(customer.id);
      }
      expect(customer, day + Math.max(1, gammaGap(random) * customer.place.gapDays));
    }
    open.delete(week);
    if (week >= weeks.from) yield { week, visits: visits.sort((a, b) => a.day - b.day) };
  }
}

/** Mean 1, shape 2. */
const gammaGap = (random: Random): number => (random.exponential() + random.exponential()) / 2;

/** Most of what would be ordered on a Sunday is ordered on the Friday before. */
const workday = (day: DayNumber, random: Random): DayNumber =>
  (day + 3) % 7 === 6 && random.chance(0.75) ? day - 2 : day;

/** Habits and teams by their shares exactly, so that the number of orders does not hang on the seed. */
function* places(): Generator<Place> {
  const shareOf = (index: number, step: number): number => ((index + 0.5) * step) % 1;
  for (let i = 0; i < POPULATION; i += 1) {
    /* Multiples of irrational steps spread evenly and independently of each other (Weyl's theorem). */
    const habit = at(HABITS, shareOf(i, Math.SQRT2));
    const { teamId } = at(TEAM_SHARES, shareOf(i, Math.sqrt(3)));
    yield { habit, teamId, gapDays: habit.gapWeeks * 7 * (0.7 + 0.6 * shareOf(i, Math.sqrt(5))) };
  }
  for (let i = 0; i < SMALL_TEAM_CUSTOMERS; i += 1)
    yield { habit: SMALL_TEAM_HABIT, teamId: 'island-desk', gapDays: SMALL_TEAM_HABIT.gapWeeks * 7 };
}

/** The item in whose part of the shares `unit` falls; the last where rounding leaves it beyond all. */
const at = <T extends { readonly share: number }>(items: readonly T[], unit: number): T => {
  let sum = 0;
  for (const item of items) {
    sum += item.share;
    if (sum > unit) return item;
  }
  const last = items.at(-1);
  if (!last) throw new Error('No shares to choose from');
  return last;
};

const newCustomer = (random: Random, number: number, day: number, place: Place, settled: boolean): Customer => {
  const { habit } = place;
  const id = `c-${String(number).padStart(5, '0')}`;
  const stays = habit.leavingPerYear === 0 ? Infinity : (random.exponential() / habit.leavingPerYear) * DAYS_PER_YEAR;
  const says = random.chance(0.25);
  const lastDay = day + stays;
  return {
    id,
    place,
    aliasId: random.chance(0.004) ? `${id}-old` : null,
    lastDay,
    row: {
      customer_id: id,
      canonical_id: id,
      name: `${random.pick(FIRST_WORDS)} ${random.pick(SECOND_WORDS)} ${String(number)}`,
      kind: 'external',
      segment: habit.segment,
      since_day: Math.floor(settled ? day - random.unit() * 1_400 : day),
      left_day: says && Number.isFinite(lastDay) ? Math.floor(lastDay) : null,
      left_reason: says && Number.isFinite(lastDay) ? random.pick(LEFT_REASONS) : null,
      merged_into: null,
    },
  };
};
