import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { catalogueQuery, healthQuery } from '../api/queries.ts';
import type { Health } from '../contract/health.ts';
import type { Formats } from '../domain/format.ts';
import type { DayNumber } from '../domain/week.ts';
import { dayOfInstant } from '../domain/zone.ts';
import { indicatorsOf } from '../reading/scope.ts';
import { LOADED_AT } from './use-answers.ts';

/** What words about people and days need of the organisation. */
export type Facts = {
  readonly timeZone: string;
  /** The organisation's day by the service's clock. */
  readonly today: DayNumber;
  /** The name of a measure; its id where it is not known here. */
  readonly measureName: (indicator: string) => string;
  /** `09:14` today, `Mon 16 Nov, 09:14` on another day. */
  readonly when: (instant: string) => string;
  /** `Mon 16 Nov, 09:14` on every day: for paper, which outlives the day. */
  readonly dated: (instant: string) => string;
};

/** Catalogue and clock, as they are in the page already. */
export function useFacts(formats: Formats): Facts {
  const catalogue = useQuery(catalogueQuery()).data;
  const now = useQuery({ ...healthQuery(), select: hourOf, refetchInterval: false, staleTime: Infinity }).data;
  return useMemo(() => {
    const timeZone = catalogue?.organisation.timeZone ?? 'UTC';
    const today = dayOfInstant(now === undefined ? LOADED_AT : Date.parse(now), timeZone);
    const indicators = catalogue === undefined ? null : indicatorsOf(catalogue);
    return {
      timeZone,
      today,
      measureName: (indicator) => indicators?.get(indicator)?.name ?? indicator,
      when: (instant) => {
        const at = Date.parse(instant);
        return dayOfInstant(at, timeZone) === today ? formats.time(at, timeZone) : formats.instant(at, timeZone);
      },
      dated: (instant) => formats.instant(Date.parse(instant), timeZone),
    };
  }, [catalogue, now, formats]);
}

/** Polls that do not move the hour draw nothing. */
function hourOf({ now }: Health): string {
  return `${now.slice(0, 13)}:00:00.000Z`;
}
