import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { catalogueQuery } from '../../api/queries.ts';

/** Instants of the contract as day and hour in the organisation's time zone. */
export function useMoments(): (instant: string) => string {
  const { data } = useQuery(catalogueQuery());
  const locale = data?.organisation.locale ?? 'en-GB';
  const timeZone = data?.organisation.timeZone ?? 'UTC';
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, {
      timeZone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    return (instant) => format.format(new Date(instant));
  }, [locale, timeZone]);
}
