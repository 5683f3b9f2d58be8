import { mondayOf } from '../../src/domain/week.ts';
import type { Planted } from './planted.ts';
import type { AnnotationRow, CauseRow, ListeningPostRow, TeamRow } from './row-types.ts';

export const CURRENCY = 'EUR';

/** Six teams that serve customers, in two regions, under one head. */
export const TEAMS: readonly TeamRow[] = [
  { team_id: 'region-north', name: 'Region North', parent_team_id: null, lead: 'R. Okafor' },
  { team_id: 'region-south', name: 'Region South', parent_team_id: null, lead: 'M. Voss' },
  { team_id: 'depot-north', name: 'Depot North', parent_team_id: 'region-north', lead: 'T. Adeyemi' },
  { team_id: 'depot-harbour', name: 'Depot Harbour', parent_team_id: 'region-north', lead: 'S. Marchetti' },
  { team_id: 'depot-hills', name: 'Depot Hills', parent_team_id: 'region-north', lead: 'K. Brandt' },
  { team_id: 'depot-south', name: 'Depot South', parent_team_id: 'region-south', lead: 'E. Castell' },
  { team_id: 'depot-valley', name: 'Depot Valley', parent_team_id: 'region-south', lead: 'I. Dahl' },
  { team_id: 'island-desk', name: 'Island desk', parent_team_id: 'region-south', lead: 'N. Quint' },
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

/** Claims carry a cause of the second level; those of late deliveries, and lines that came short, one of the third. */
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
  cause('stock-count', 'Stock count wrong', 'items-missing', { ...DELIVERY, component: 'systems' }),
  cause('partial-pick', 'Partial pick released', 'items-missing', DELIVERY),
  cause('no-substitute', 'Substitute not offered', 'items-missing', { ...DELIVERY, component: 'information' }),
  cause('supplier-short', 'Supplier short', 'items-missing', { ...DELIVERY, component: 'product' }),
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

/** The improvements annotate by themselves: those with a date and an indicator do. */
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
  const stockMoved: AnnotationRow = {
    annotation_id: 'stock-moved',
    day: mondayOf(planted.recovery.weeks.from),
    week: planted.recovery.weeks.from,
    text: 'Stock moved to the new hall',
    indicator_id: 'in-full',
    team_id: planted.recovery.teamId,
    kind: 'note',
    author: 'M. Voss',
    reason: 'Shelves were filled before they were counted',
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
  return [...carrier, reminder, noExport, stockMoved, reportedLate];
};
