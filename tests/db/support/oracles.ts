import type { RecordValues } from '../../../server/records/types.ts';
import { weekOfInstant, dayOfInstant } from '../../../src/domain/zone.ts';
import { SETTINGS, type World } from './world.ts';

/**
 * Indicators computed by brute force in plain TypeScript, straight from the words of `indicators.md`: no windows, no
 * intervals, no teams. They share nothing with the SQL but the rows.
 */
const zone = SETTINGS.timeZone;
const text = (row: RecordValues, column: string): string | null => {
  const value = row[column];
  return typeof value === 'string' ? value : null;
};
const number = (row: RecordValues, column: string): number | null => {
  const value = row[column];
  return typeof value === 'number' ? value : null;
};

/** Rows as they stand after an import: the last one of each id. */
const standing = (rows: readonly RecordValues[] | undefined, id: string): readonly RecordValues[] => [
  ...new Map((rows ?? []).map((row) => [row[id], row])).values(),
];

const isVoided = (row: RecordValues): boolean => number(row, 'voided_at') !== null;

/** The customer after merges: followed until nobody merges on, or to the smallest id of a circle. */
const customersOf = (world: World): ((id: string) => string) => {
  const into = new Map(
    standing(world.customers, 'customer_id')
      .filter((row) => !isVoided(row))
      .map((row) => [text(row, 'customer_id'), text(row, 'merged_into')]),
  );
  return (id) => {
    const seen: string[] = [id];
    for (;;) {
      const next = into.get(seen.at(-1) ?? '') ?? null;
      if (next === null) return seen.at(-1) ?? id;
      const circle = seen.indexOf(next);
      if (circle >= 0) return seen.slice(circle).toSorted()[0] ?? id;
      seen.push(next);
    }
  };
};

export type Sums = { readonly numerator: number; readonly denominator: number };

/** Customers who ordered in (t−2W, t−W] and in (t−W, t], by those who ordered in the first. */
export const retentionOf = (world: World, weeks: number, t: number): Sums => {
  const canonical = customersOf(world);
  const orders = standing(world.orders, 'order_id')
    .filter((row) => !isVoided(row) && number(row, 'cancelled_at') === null)
    .map((row) => ({
      customer: canonical(text(row, 'customer_id') ?? ''),
      week: weekOfInstant(number(row, 'ordered_at') ?? 0, zone),
    }));
  const ordering = (from: number, to: number): ReadonlySet<string> =>
    new Set(orders.filter(({ week }) => week > from && week <= to).map(({ customer }) => customer));
  const before = ordering(t - 2 * weeks, t - weeks);
  const lately = ordering(t - weeks, t);
  return { numerator: [...before].filter((customer) => lately.has(customer)).length, denominator: before.size };
};

/** Distinct customers with an order, and with a claim, in (t−12, t]. */
export const activeOf = (world: World, t: number): { readonly buyers: number; readonly claimants: number } => {
  const canonical = customersOf(world);
  const within = (rows: readonly RecordValues[], at: string): number =>
    new Set(
      rows
        .filter((row) => {
          const week = weekOfInstant(number(row, at) ?? 0, zone);
          return week > t - 12 && week <= t;
        })
        .map((row) => canonical(text(row, 'customer_id') ?? '')),
    ).size;
  const orders = standing(world.orders, 'order_id').filter(
    (row) => !isVoided(row) && number(row, 'cancelled_at') === null,
  );
  const claims = countedClaims(world);
  return { buyers: within(orders, 'ordered_at'), claimants: within(claims, 'opened_at') };
};

const countedClaims = (world: World): readonly RecordValues[] =>
  standing(world.claims, 'claim_id').filter((row) => !isVoided(row) && text(row, 'duplicate_of') === null);

type Step = { readonly at: number; readonly opens: boolean; readonly rank: number };

/** Whether a claim is open at an instant: its steps up to then, the last one that changed something deciding. */
const isOpenAt = (world: World, claim: RecordValues): ((instant: number) => boolean) => {
  const opened = number(claim, 'opened_at') ?? 0;
  const resolved = number(claim, 'resolved_at');
  const steps: Step[] = [{ at: opened, opens: true, rank: 0 }];
  if (resolved !== null) steps.push({ at: Math.max(opened, resolved), opens: false, rank: 1 });
  for (const event of standing(world.claim_events, 'event_id')) {
    const type = text(event, 'type') ?? '';
    if (isVoided(event) || text(event, 'claim_id') !== text(claim, 'claim_id')) continue;
    if (!['reopened', 'resolved', 'closed'].includes(type)) continue;
    const opens = type === 'reopened';
    steps.push({ at: Math.max(opened, number(event, 'at') ?? 0), opens, rank: opens ? 2 : 1 });
  }
  steps.sort((a, b) => a.at - b.at || a.rank - b.rank);
  return (instant) => steps.findLast(({ at }) => at <= instant)?.opens ?? false;
};

/** Claims open at the end of the week: the instant before the next one begins, by local weeks of every step. */
export const openClaimsOf = (world: World, endOfWeek: number): number =>
  countedClaims(world).filter((claim) => isOpenAt(world, claim)(endOfWeek)).length;

/** The cause at its second level: the ancestor whose parent is a root; a root stands for itself, a circle for nobody. */
const secondLevelOf = (world: World): ((cause: string) => string) => {
  const causes = new Map(standing(world.causes, 'cause_id').map((row) => [text(row, 'cause_id') ?? '', row]));
  return (cause) => {
    const path = [cause];
    for (;;) {
      const parent = text(causes.get(path.at(-1) ?? '') ?? {}, 'parent_cause_id');
      if (parent === null || !causes.has(parent)) return path.at(-2) ?? cause;
      if (path.includes(parent)) return cause;
      path.push(parent);
    }
  };
};

/** Repeats and reopenings by the customer, by claims opened and reopened, in a week. */
export const repeatedClaimsOf = (world: World, week: number): Sums => {
  const canonical = customersOf(world);
  const secondLevel = secondLevelOf(world);
  const lines = new Map(
    standing(world.order_lines, 'line_id').map((row) => [text(row, 'line_id'), text(row, 'order_id')]),
  );
  const claims = countedClaims(world).map((row) => {
    const cause = text(row, 'cause_id');
    const opened = number(row, 'opened_at') ?? 0;
    return {
      id: text(row, 'claim_id') ?? '',
      customer: canonical(text(row, 'customer_id') ?? ''),
      cause: cause === null ? null : secondLevel(cause),
      order: text(row, 'order_id') ?? lines.get(text(row, 'line_id')) ?? null,
      opened,
      day: dayOfInstant(opened, zone),
      week: weekOfInstant(opened, zone),
      isOpenAt: isOpenAt(world, row),
    };
  });
  const isRepeat = (claim: (typeof claims)[number]): boolean =>
    claim.cause !== null &&
    claims.some(
      (earlier) =>
        (earlier.opened < claim.opened || (earlier.opened === claim.opened && earlier.id < claim.id)) &&
        earlier.customer === claim.customer &&
        earlier.cause === claim.cause &&
        claim.day - earlier.day <= 90 &&
        !(earlier.order !== null && earlier.order === claim.order && earlier.isOpenAt(claim.opened)),
    );
  const opened = claims.filter((claim) => claim.week === week);
  const reopened = standing(world.claim_events, 'event_id').filter(
    (row) =>
      !isVoided(row) &&
      text(row, 'type') === 'reopened' &&
      weekOfInstant(number(row, 'at') ?? 0, zone) === week &&
      claims.some(({ id }) => id === text(row, 'claim_id')),
  );
  return {
    numerator: opened.filter(isRepeat).length + reopened.filter((row) => text(row, 'actor') === 'customer').length,
    denominator: opened.length + reopened.length,
  };
};
