import { mondayOf, type WeekNumber } from '../../src/domain/week.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Planted } from './planted.ts';
import type { ImprovementRow } from './row-types.ts';

type Told = Pick<
  ImprovementRow,
  'improvement_id' | 'title' | 'origin' | 'component' | 'cause_id' | 'owner' | 'decision' | 'indicator_id' | 'team_id'
> & { readonly cost?: number };

/** Proposed some seven weeks before it takes effect, decided two weeks after that. */
const improvement = (calendar: SampleCalendar, week: WeekNumber, { cost, ...told }: Told): ImprovementRow => {
  const effective = mondayOf(week);
  return {
    ...told,
    proposed_at: calendar.moment(effective - 47, 10).at,
    decided_at: calendar.moment(effective - 33, 15).at,
    effective_at: calendar.moment(effective, 8).at,
    effective_day: effective,
    verified_at: null,
    cost: cost ?? null,
  };
};

/** Two that are long enough ago to say whether they worked, two that are not, and an idea. */
export const improvementsOf = (planted: Planted, calendar: SampleCalendar): readonly ImprovementRow[] => {
  const { fix, recovery, training, carrierChange, weeks } = planted;
  return [
    improvement(calendar, fix.week, {
      ...{ improvement_id: 'slot-by-phone', title: 'Delivery slot re-confirmation by phone', origin: 'claim' },
      ...{ component: 'procedures', cause_id: fix.causeId, indicator_id: 'repeated-claims', team_id: null },
      ...{ owner: 'R. Okafor', decision: 'Try it at every depot', cost: 240_000 },
    }),
    improvement(calendar, recovery.weeks.from + 3, {
      ...{ improvement_id: 'nightly-count', title: 'Count the 40 fastest movers every night', origin: 'planned' },
      ...{ component: 'systems', cause_id: 'items-missing', indicator_id: 'in-full', team_id: recovery.teamId },
      ...{ owner: 'M. Voss', decision: 'The count after the move of the stock was wrong', cost: 90_000 },
    }),
    improvement(calendar, training.week, {
      ...{ improvement_id: 'call-when-late', title: 'Drivers call ahead and stay to unpack', origin: 'feedback' },
      ...{ component: 'people', cause_id: 'not-told', indicator_id: 'service-grade', team_id: training.teamId },
      ...{ owner: 'I. Dahl', decision: 'Two days of training for every driver', cost: 310_000 },
    }),
    improvement(calendar, weeks.to - 1, {
      ...{ improvement_id: 'second-carrier', title: 'Second carrier for Thursday routes', origin: 'overrun' },
      ...{ component: 'systems', cause_id: 'carrier-slot', indicator_id: 'on-time', team_id: 'region-north' },
      ...{ owner: 'R. Okafor', decision: 'For as long as the new carrier misses its slots', cost: 520_000 },
    }),
    {
      ...{ improvement_id: 'substitute', title: 'Offer the substitute at picking', origin: 'feedback' },
      ...{ component: 'information', cause_id: 'items-missing', indicator_id: 'in-full', team_id: 'depot-north' },
      ...{ owner: 'L. Hofer', proposed_at: calendar.moment(mondayOf(carrierChange.weeks.to) - 10, 10).at },
      ...{ decided_at: null, decision: null, effective_at: null, effective_day: null, verified_at: null, cost: null },
    },
  ];
};
