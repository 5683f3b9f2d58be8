import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { catalogueQuery } from '../api/queries.ts';

/** Until the organisation's locale is known. */
const FIRST_LOCALE = 'en-GB';

/** Formats a moment of the screen's own clock as hours and minutes. */
export function useClock(): (at: number) => string {
  const { data } = useQuery(catalogueQuery());
  const locale = data?.organisation.locale ?? FIRST_LOCALE;
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
    return (at) => format.format(at);
  }, [locale]);
}
