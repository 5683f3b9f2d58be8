import type { SampleCalendar } from './calendar.ts';
import { commentOn } from './comments.ts';
import type { OrderFate, OrderStory } from './orders.ts';
import type { Planted } from './planted.ts';
import { randomStream, type Random } from './random.ts';
import type { EvaluationRow } from './row-types.ts';

/** Share of delivered orders whose customer answers, and is asked in vain besides. */
const ANSWERED_SHARE = 0.435;
const UNANSWERED_SHARE = 0.06;
/** Mean compliance when all went as promised, 0..1, and what a broken promise takes away. */
const COMPLIANCE = 0.746;
const LOST: Readonly<Record<keyof OrderFate, number>> = { late: 0.2, short: 0.2, returned: 0.27, overcharged: 0.15 };

/** What customers say after a delivery: attention is liked better than what was delivered (a gap of about 0.9 points). */
export const evaluationMaker = (seed: string, { training }: Planted, calendar: SampleCalendar) => {
  const random = randomStream(seed, 'evaluations');
  const words = randomStream(seed, 'evaluations/words');
  let number = 0;
  return (story: OrderStory): EvaluationRow | null => {
    const fell = random.unit();
    if (story.cancelled || fell > ANSWERED_SHARE + UNANSWERED_SHARE) return null;
    number += 1;
    const answers = fell <= ANSWERED_SHARE;
    const invited = calendar.atWork(story.ended, 14 + 6 * random.unit());
    const answered = calendar.atWork(invited, 1 + 30 * random.unit());
    /* One person's mildness moves all answers together. */
    const mild = 0.07 * random.normal();
    const asked = answers && !random.chance(0.03);
    const trained = story.order.team_id === training.teamId && story.promisedWeek >= training.week;
    const kept = COMPLIANCE + (trained ? training.addedCompliance : 0) - lostBy(story.fate) + mild;
    const compliance = tenths(random, kept, 0.12);
    return {
      evaluation_id: `e-${String(number).padStart(6, '0')}`,
      post_id: fell < 0.02 ? 'web-form' : 'delivery-survey',
      customer_id: story.order.customer_id,
      employee_id: null,
      team_id: story.order.team_id,
      order_id: story.order.order_id,
      invited_at: invited.at,
      answered_at: answers ? answered.at : null,
      answered_day: answers ? answered.day : null,
      answered_week: answers ? answered.week : null,
      compliance: answers ? compliance : null,
      disposition: answers ? tenths(random, 0.81 + mild, 0.1) : null,
      staff: answers ? tenths(random, 0.8 + mild, 0.1) : null,
      empathy: answers ? tenths(random, 0.78 + mild, 0.12) : null,
      tangibles: asked ? tenths(random, 0.75 + mild, 0.1) : null,
      overall: answers ? tenths(random, kept, 0.06) : null,
      price: answers ? tenths(random, 0.7 - (story.fate.overcharged ? 0.3 : 0) + mild, 0.12) : null,
      comment: answers && random.chance(0.25) ? commentOn(story.fate, words) : null,
      actionable: answers ? (lostBy(story.fate) > 0 ? 1 : 0) : null,
    };
  };
};

const FATES = ['returned', 'late', 'short', 'overcharged'] as const;

const lostBy = (fate: OrderFate): number => FATES.reduce((sum, name) => sum + (fate[name] ? LOST[name] : 0), 0);

/** An answer on a scale of 0 to 10, rescaled to 0..1. */
const tenths = (random: Random, mean: number, spread: number): number =>
  Math.round(10 * Math.min(1, Math.max(0, mean + spread * random.normal()))) / 10;
