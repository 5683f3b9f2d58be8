import { mondayOf, sundayOf } from '../../src/domain/week.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Planted } from './planted.ts';
import type { AnnotationRow, CauseRow, GoalRow, ImprovementRow, ListeningPostRow, TeamRow } from './row-types.ts';

export const CURRENCY = 'EUR';

/** Six teams that serve customers, in two regions, under one head. */
export const TEAMS: readonly TeamRow[] = [
  { team_id: 'region-north', name: 'Region North', parent_team_id: null },
  { team_id: 'region-south', name: 'Region South', parent_team_id: null },
  { team_id: 'depot-north', name: 'Depot North', parent_team_id: 'region-north' },
  { team_id: 'depot-harbour', name: 'Depot Harbour', parent_team_id: 'region-north' },
  { team_id: 'depot-hills', name: 'Depot Hills', parent_team_id: 'region-north' },
  { team_id: 'depot-south', name: 'Depot South', parent_team_id: 'region-south' },
  { team_id: 'depot-valley', name: 'Depot Valley', parent_team_id: 'region-south' },
  { team_id: 'island-desk', name: 'Island desk', parent_team_id: 'region-south' },
];

/** Share of customers by team; the small team has a handful of its own beside them. */
export const TEAM_SHARES = [
  { teamId: 'depot-north', share: 0.24 },
  { teamId: 'depot-harbour', share: 0.2 },
  { teamId: 'depot-hills', share: 0.16 },
  { teamId: 'depot-south', share: 0.22 },
  { teamId: 'depot-valley', share: 0.18 },
] as const;

const cause = (
  cause_id: string,
  name: string,
  parent_cause_id: string | null,
  of: Pick<CauseRow, 'class' | 'component' | 'link' | 'owner'>,
): CauseRow => ({ cause_id, name, parent_cause_id, ...of });

const DELIVERY = { class: 'promise', component: 'procedures', link: 'execution', owner: 'R. Okafor' } as const;
const PRODUCT = { class: 'product', component: 'product', link: 'design', owner: 'L. Hofer' } as const;
const CARE = { class: 'attention', component: 'people', link: 'execution', owner: 'J. Bakker' } as const;
const PRICE = { class: 'price', component: 'information', link: 'design', owner: 'P. Nair' } as const;

/** Claims carry a cause of the second level; those of late deliveries one of the third. */
export const CAUSES: readonly CauseRow[] = [
  cause('delivery', 'Delivery', null, DELIVERY),
  cause('goods', 'Goods', null, PRODUCT),
  cause('care', 'Attention', null, CARE),
  cause('billing', 'Billing', null, PRICE),
  cause('late-delivery', 'Delivered late', 'delivery', { ...DELIVERY, component: 'systems' }),
  cause('carrier-slot', 'Carrier missed its slot', 'late-delivery', { ...DELIVERY, component: 'systems' }),
  cause('picked-late', 'Picked too late for cut-off', 'late-delivery', DELIVERY),
  cause('customer-away', 'Customer not reachable', 'late-delivery', { ...DELIVERY, component: 'information' }),
  cause('address-wrong', 'Address wrong', 'late-delivery', { ...DELIVERY, component: 'information' }),
  cause('slot-not-kept', 'Delivery slot not kept', 'delivery', DELIVERY),
  cause('items-missing', 'Items missing', 'delivery', DELIVERY),
  cause('damaged', 'Damaged goods', 'goods', { ...PRODUCT, component: 'facilities' }),
  cause('wrong-item', 'Wrong item', 'goods', { ...PRODUCT, component: 'procedures' }),
  cause('not-told', 'Not kept informed', 'care', { ...CARE, component: 'information', link: 'feedback' }),
  cause('unfriendly', 'Unfriendly service', 'care', CARE),
  cause('wrong-invoice', 'Invoice above the quote', 'billing', PRICE),
];

export const LISTENING_POSTS: readonly ListeningPostRow[] = [
  {
    post_id: 'delivery-survey',
    name: 'Question after delivery',
    audience: 'external',
    expression: 'explicit',
    route: 'direct',
    sampling: 'random',
    scale_min: 0,
    scale_max: 10,
  },
  {
    post_id: 'web-form',
    name: 'Form on the website',
    audience: 'external',
    expression: 'explicit',
    route: 'direct',
    sampling: 'open',
    scale_min: 0,
    scale_max: 10,
  },
  {
    post_id: 'drivers-round',
    name: "Drivers' Friday round",
    audience: 'internal',
    expression: 'explicit',
    route: 'indirect',
    sampling: 'open',
    scale_min: 1,
    scale_max: 5,
  },
];

const TARGETS: ReadonlyArray<readonly [indicator: string, target: number, owner: string]> = [
  ['promise-kept', 85, 'A. Lindqvist'],
  ['right-first-time', 96, 'L. Hofer'],
  ['service-grade', 7.5, 'A. Lindqvist'],
  ['attention-gap', 0.5, 'J. Bakker'],
  ['in-full', 95, 'M. Voss'],
  ['claims-per-1000', 16, 'J. Bakker'],
  ['on-time', 95, 'R. Okafor'],
  ['resolved-in-promise', 90, 'J. Bakker'],
  ['answered-in-promise', 90, 'J. Bakker'],
  ['price-as-promised', 98.5, 'P. Nair'],
  ['price-realisation', 94, 'P. Nair'],
  ['cost-of-poor-service', 2, 'P. Nair'],
  ['retention-12-week', 70, 'A. Lindqvist'],
  ['retention-12-month', 86, 'A. Lindqvist'],
  ['repeated-claims', 10, 'J. Bakker'],
];

/** The organisation's targets, in force from the first week, due half a year after the last. */
export const goalsOf = (planted: Planted): readonly GoalRow[] =>
  TARGETS.map(([indicator, target, owner]) => ({
    goal_id: `goal-${indicator}`,
    indicator_id: indicator,
    team_id: null,
    baseline: null,
    target,
    from_week: planted.weeks.from,
    due_day: sundayOf(planted.weeks.to + 26),
    owner,
  }));

export const improvementsOf = (planted: Planted, calendar: SampleCalendar): readonly ImprovementRow[] => {
  const effective = mondayOf(planted.fix.week);
  return [
    {
      improvement_id: 'slot-by-phone',
      title: 'Delivery slot re-confirmation by phone',
      origin: 'claim',
      component: 'procedures',
      cause_id: planted.fix.causeId,
      owner: 'R. Okafor',
      proposed_at: calendar.moment(effective - 47, 10).at,
      decided_at: calendar.moment(effective - 33, 15).at,
      decision: 'Try it at every depot',
      effective_at: calendar.moment(effective, 8).at,
      effective_day: effective,
      verified_at: null,
      cost: 240_000,
    },
  ];
};

/** The fix annotates by itself: improvements with a date and a cause do. */
export const annotationsOf = (planted: Planted): readonly AnnotationRow[] => {
  const carrier = ['on-time', 'promise-kept', 'retention-12-week'].map((indicator): AnnotationRow => ({
    annotation_id: `carrier-change-${indicator}`,
    day: mondayOf(planted.carrierChange.weeks.from),
    week: planted.carrierChange.weeks.from,
    text: 'Carrier change',
    indicator_id: indicator,
    team_id: null,
    kind: 'note',
    author: 'R. Okafor',
    reason: 'The contract for Region North went to another carrier',
  }));
  const reminder: AnnotationRow = {
    annotation_id: 'reorder-reminder',
    day: mondayOf(planted.reminder.week),
    week: planted.reminder.week,
    text: 'Reorder reminder',
    indicator_id: 'retention-12-week',
    team_id: null,
    kind: 'note',
    author: 'P. Nair',
    reason: 'A card eight weeks after the last order',
  };
  const noExport: AnnotationRow = {
    annotation_id: 'no-export',
    day: mondayOf(planted.gapWeek),
    week: planted.gapWeek,
    text: 'No export: change of the order system',
    indicator_id: null,
    team_id: null,
    kind: 'note',
    author: 'M. Voss',
    reason: 'Orders were taken on paper; the week cannot be measured',
  };
  const reportedLate: AnnotationRow = {
    annotation_id: 'reported-late',
    day: mondayOf(planted.lateRows.week),
    week: planted.lateRows.week,
    text: 'Deliveries of two depots reported late',
    indicator_id: 'on-time',
    team_id: null,
    kind: 'note',
    author: 'R. Okafor',
    reason: 'Held back in a scanner, and imported eleven weeks after',
  };
  return [...carrier, reminder, noExport, reportedLate];
};
