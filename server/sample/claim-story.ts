import { weekOfDay } from '../../src/domain/week.ts';
import { HOUR_MS, type Moment, type SampleCalendar } from './calendar.ts';
import { CURRENCY } from './organisation.ts';
import type { Planted } from './planted.ts';
import { randomStream, steadyChance, steadyCount } from './random.ts';
import type { ClaimEventRow, ClaimRow, ContactRow, CostRow } from './row-types.ts';

/** A claim to its end, with its steps, messages and costs. */
export type ClaimStory = {
  readonly claim: ClaimRow;
  readonly events: readonly ClaimEventRow[];
  readonly contacts: readonly ContactRow[];
  readonly costs: readonly CostRow[];
};

type Opening = {
  readonly number: number;
  readonly customerId: string;
  readonly teamId: string;
  readonly orderId: string | null;
  readonly lineId: string | null;
  readonly causeId: string | null;
  readonly opened: Moment;
};

const ANSWERED_SHARE = 0.905;
const RESOLVED_SHARE = 0.91;
/** The teams with the new carrier have more to settle and fall behind. */
const RESOLVED_SHARE_AFTER_CHANGE = 0.83;
const RESOLVE_DAYS = 7;
const REOPENED_SHARE = 0.005;
const CHASES_PER_CLAIM = 0.82;
/** Minor units per minute of work. */
const MINUTE_RATE = 80;

export const claimStoryMaker = (seed: string, planted: Planted, calendar: SampleCalendar) => {
  const random = randomStream(seed, 'claims/story');
  const answeredInTime = steadyChance(randomStream(seed, 'claims/answered'));
  const resolvedInTime = steadyChance(randomStream(seed, 'claims/resolved'));
  const reopened = steadyChance(randomStream(seed, 'claims/reopenings'));
  const chases = steadyCount(randomStream(seed, 'claims/chases'));

  return ({ number, customerId, teamId, orderId, lineId, causeId, opened }: Opening): ClaimStory => {
    const id = `k-${String(number).padStart(5, '0')}`;
    const events: ClaimEventRow[] = [];
    const contacts: ContactRow[] = [];
    const costs: CostRow[] = [];
    const step = (
      type: ClaimEventRow['type'],
      moment: Moment,
      actor: ClaimEventRow['actor'],
      reason: string | null = null,
    ) => {
      const event_id = `${id}-${String(events.length + 1)}`;
      events.push({
        event_id,
        claim_id: id,
        type,
        at: moment.at,
        at_day: moment.day,
        at_week: moment.week,
        actor,
        reason,
      });
    };
    const contact = (moment: Moment, of: Pick<ContactRow, 'direction' | 'automated' | 'intent'>) => {
      contacts.push({
        contact_id: `${id}-m${String(contacts.length + 1)}`,
        customer_id: customerId,
        claim_id: id,
        at: moment.at,
        at_day: moment.day,
        at_week: moment.week,
        ...of,
      });
    };
    const cost = (kind: CostRow['kind'], amount: number, moment: Moment, minutes: number | null) => {
      costs.push({
        cost_id: `${id}-x${String(costs.length + 1)}`,
        kind,
        amount,
        currency: CURRENCY,
        incurred_at: moment.at,
        incurred_day: moment.day,
        incurred_week: moment.week,
        claim_id: id,
        team_id: teamId,
        minutes,
      });
    };

    const fellBehind = planted.carrierChange.teams.includes(teamId) && opened.week >= planted.carrierChange.weeks.from;
    const resolveDay = opened.day + RESOLVE_DAYS;
    const answered = calendar.atWork(
      opened,
      answeredInTime(ANSWERED_SHARE) ? 0.5 + 9 * random.unit() : 26 + 30 * random.unit(),
    );
    const inTime = resolvedInTime(fellBehind ? RESOLVED_SHARE_AFTER_CHANGE : RESOLVED_SHARE);
    const planned = calendar.moment(
      inTime ? opened.day + 1 + Math.floor(5 * random.unit()) : resolveDay + random.whole(1, 8),
      9 + 9 * random.unit(),
    );
    const firstResolved = planned.at > answered.at ? planned : calendar.atWork(answered, 2);
    const firstClosed = calendar.atWork(firstResolved, 10 + 50 * random.unit());

    step('opened', opened, 'customer');
    contact(opened, { direction: 'inbound', automated: 0, intent: 'other' });
    contact({ ...opened, at: opened.at + 60_000 }, { direction: 'outbound', automated: 1, intent: 'other' });
    step('answered', answered, 'staff');
    contact(answered, { direction: 'outbound', automated: 0, intent: 'update' });
    if (!inTime && random.chance(0.5))
      step('extended', calendar.moment(resolveDay, 10), 'staff', 'waiting for the carrier');
    const chased = chases(CHASES_PER_CLAIM * (inTime ? 0.85 : 2), 0.6);
    for (let i = 0; i < chased; i += 1) {
      const hours = (firstResolved.at - opened.at) / HOUR_MS;
      const asked = calendar.atWork(opened, hours * (0.2 + 0.7 * random.unit()));
      if (asked.at >= firstResolved.at) continue;
      contact(asked, { direction: 'inbound', automated: 0, intent: 'chase' });
      contact(calendar.atWork(asked, 1 + 3 * random.unit()), { direction: 'outbound', automated: 0, intent: 'update' });
    }
    step('resolved', firstResolved, 'staff');
    step('closed', firstClosed, 'system');

    let resolved = firstResolved;
    if (reopened(REOPENED_SHARE)) {
      const again = calendar.atWork(firstClosed, 30 + 150 * random.unit());
      resolved = calendar.atWork(again, 30 + 60 * random.unit());
      step('reopened', again, 'customer', 'not settled');
      step('resolved', resolved, 'staff');
      step('closed', calendar.atWork(resolved, 24), 'system');
    }

    const minutes = random.whole(15, 60);
    cost('labour', minutes * MINUTE_RATE, resolved, minutes);
    const settled = Math.round(2_600 + 1_800 * random.unit());
    const kind = random.pick(['refund', 'credit', 'replacement'] as const);
    cost(kind, settled, resolved, null);

    return {
      claim: {
        claim_id: id,
        customer_id: customerId,
        order_id: orderId,
        line_id: lineId,
        team_id: teamId,
        cause_id: causeId,
        severity: random.chance(0.2) ? 'major' : 'minor',
        channel: random.pick(['phone', 'e-mail', 'web'] as const),
        opened_at: opened.at,
        opened_day: opened.day,
        opened_week: opened.week,
        acknowledge_by: opened.at + 24 * HOUR_MS,
        acknowledge_week: weekOfDay(opened.day + 1),
        acknowledged_at: answered.at,
        resolve_by: calendar.endOfDay(resolveDay),
        resolve_week: weekOfDay(resolveDay),
        resolved_at: resolved.at,
        duplicate_of: null,
        needed_approval: random.chance(0.2) ? 1 : 0,
      },
      events,
      contacts,
      costs,
    };
  };
};
