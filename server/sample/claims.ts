import { mondayOf, sundayOf, type WeekNumber } from '../../src/domain/week.ts';
import type { Moment, SampleCalendar } from './calendar.ts';
import { claimStoryMaker, type ClaimStory } from './claim-story.ts';
import { lateCauseMaker } from './late-causes.ts';
import type { OrderStory } from './orders.ts';
import type { Planted } from './planted.ts';
import { perKey, randomStream, steadyChance, steadyCount } from './random.ts';

/** A claim is a repeat when the same customer claimed the same cause at most this many days before. */
const REPEAT_DAYS = 90;
/** Planned repeats keep clear of the edges: not within a few days, not on the 90th. */
const REPEAT_FROM_DAYS = 5;
const REPEAT_TO_DAYS = 84;

type Complaint = {
  readonly causeId: string;
  /** Claims per delivered order that the complaint fits. */
  readonly rate: number;
  readonly spread: number;
  readonly fits: (story: OrderStory) => boolean;
};

const always = (): boolean => true;
/** First claims; repeats are planned apart. */
const COMPLAINTS: readonly Complaint[] = [
  { causeId: 'late-delivery', rate: 0.09, spread: 0.5, fits: ({ fate }) => fate.late },
  { causeId: 'items-missing', rate: 0.034, spread: 0.4, fits: ({ fate }) => fate.short },
  { causeId: 'damaged', rate: 0.04, spread: 0.4, fits: ({ fate }) => fate.returned },
  { causeId: 'wrong-item', rate: 0.022, spread: 0.3, fits: ({ fate }) => fate.returned },
  { causeId: 'wrong-invoice', rate: 0.08, spread: 0.3, fits: ({ fate }) => fate.overcharged },
  { causeId: 'slot-not-kept', rate: 0.0037, spread: 0.6, fits: always },
  { causeId: 'not-told', rate: 0.0011, spread: 0.3, fits: always },
  { causeId: 'unfriendly', rate: 0.0006, spread: 0.3, fits: always },
];
/** Repeats per week of the causes that no fix touches. */
const OTHER_REPEATS = [
  ['late-delivery', 0.15],
  ['not-told', 0.1],
] as const;

/** Claims of a week from the orders delivered in it. Memory: the claims of the last 90 days. */
export const claimMaker = (seed: string, planted: Planted, calendar: SampleCalendar) => {
  const random = randomStream(seed, 'claims');
  const countOf = perKey((key) => steadyCount(randomStream(seed, `claims/count/${key}`)));
  const withoutCause = steadyChance(randomStream(seed, 'claims/without-cause'));
  const ofAnother = steadyChance(randomStream(seed, 'claims/cause-of-repeat'));
  const tell = claimStoryMaker(seed, planted, calendar);
  const lateCause = lateCauseMaker(seed, planted);
  let recent: ClaimStory[] = [];
  const lastOrder = new Map<string, string>();
  let number = 0;

  const claimedLately = (customerId: string, causeId: string, week: WeekNumber): boolean =>
    recent.some(
      ({ claim }) =>
        claim.customer_id === customerId &&
        claim.cause_id === causeId &&
        mondayOf(week) - claim.opened_day <= REPEAT_DAYS + 1,
    );
  const open = (of: Omit<Parameters<typeof tell>[0], 'number'>): ClaimStory => {
    number += 1;
    const story = tell({ ...of, number });
    recent.push(story);
    const { claim } = story;
    if (claim.cause_id !== 'late-delivery') return story;
    /* Remembered at its second level, by which repeats are told; the row names the third. */
    return { ...story, claim: { ...claim, cause_id: lateCause(claim.customer_id, claim.team_id, claim.opened_week) } };
  };
  const openedAfter = (moment: Moment, week: WeekNumber): Moment =>
    calendar.moment(Math.min(sundayOf(week), moment.day + random.whole(0, 2)), 8.5 + 11 * random.unit());

  const firstClaims = (week: WeekNumber, delivered: readonly OrderStory[]): ClaimStory[] =>
    COMPLAINTS.flatMap((complaint) => {
      const fitting = delivered.filter((story) => !story.cancelled && complaint.fits(story));
      const count = countOf(complaint.causeId)(complaint.rate * fitting.length, complaint.spread);
      const claims: ClaimStory[] = [];
      for (let tries = 0; claims.length < count && tries < 4 * count && fitting.length > 0; tries += 1) {
        const story = fitting[random.whole(0, fitting.length - 1)];
        if (!story || claimedLately(story.customerId, complaint.causeId, week)) continue;
        claims.push(
          open({
            customerId: story.customerId,
            teamId: story.order.team_id,
            orderId: story.order.order_id,
            lineId: story.lines.find((line) => line.returned_at !== null)?.line_id ?? story.lines[0]?.line_id ?? null,
            causeId: withoutCause(0.02) ? null : complaint.causeId,
            opened: openedAfter(story.ended, week),
          }),
        );
      }
      return claims;
    });

  const repeatOf = (week: WeekNumber, causeId: string): readonly ClaimStory[] => {
    const opened = calendar.moment(sundayOf(week) - random.whole(0, 6), 8.5 + 11 * random.unit());
    const before = recent.filter(
      ({ claim }) =>
        claim.cause_id === causeId &&
        opened.day - claim.opened_day >= REPEAT_FROM_DAYS &&
        opened.day - claim.opened_day <= REPEAT_TO_DAYS,
    );
    const earlier = before[random.whole(0, Math.max(0, before.length - 1))];
    if (!earlier) return [];
    const order = lastOrder.get(earlier.claim.customer_id) ?? null;
    return [
      open({
        customerId: earlier.claim.customer_id,
        teamId: earlier.claim.team_id,
        /* The same order again while the first claim is open would be a chase and no repeat. */
        orderId: order === earlier.claim.order_id ? null : order,
        lineId: null,
        causeId,
        opened,
      }),
    ];
  };
  /** One count for all causes keeps the week's sum steady; which cause it is, is drawn for each. */
  const repeats = (week: WeekNumber): readonly ClaimStory[] => {
    const { fix } = planted;
    const ofFixed = week < fix.week ? fix.repeatsPerWeekBefore : fix.repeatsPerWeekAfter;
    const ofOthers = OTHER_REPEATS.reduce((sum, [, perWeek]) => sum + perWeek, 0);
    const count = countOf('repeats')(ofFixed + ofOthers, 0.05);
    return Array.from({ length: count }, () => {
      if (!ofAnother(ofOthers / (ofFixed + ofOthers))) return fix.causeId;
      return OTHER_REPEATS[random.chance(0.6) ? 0 : 1][0];
    }).flatMap((causeId) => repeatOf(week, causeId));
  };

  return (week: WeekNumber, delivered: readonly OrderStory[]): readonly ClaimStory[] => {
    for (const { order, customerId } of delivered) lastOrder.set(customerId, order.order_id);
    recent = recent.filter(({ claim }) => sundayOf(week) - claim.opened_day <= REPEAT_DAYS + 7);
    return [...firstClaims(week, delivered), ...repeats(week)];
  };
};
