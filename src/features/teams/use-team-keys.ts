import type { WeekNumber } from '../../domain/week.ts';
import { goToWeek } from '../../parts/week-control.tsx';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { useKeys } from '../../state/keys.ts';

/** The field that finds a team by its name. */
export const FIND_ID = 'find-team';

/** `←` `→` step weeks, `Home` goes to the latest, `/` to the filter by name. */
export function useTeamKeys(card: Scorecard, firstWeek: WeekNumber): void {
  const { week, last, latest } = card;
  const step = (to: WeekNumber): void => {
    if (to >= firstWeek && to <= last) goToWeek(to, latest);
  };
  useKeys({
    ArrowLeft: () => step(week - 1),
    ArrowRight: () => step(week + 1),
    Home: () => (latest === null ? undefined : goToWeek(latest, latest)),
    '/': () => document.getElementById(FIND_ID)?.focus(),
  });
}
