import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { catalogueQuery } from '../../api/queries.ts';

export type Formats = {
  readonly number: (value: number) => string;
  /** An instant of the contract, in the organisation's time zone. */
  readonly instant: (text: string) => string;
};

export function useFormats(): Formats {
  const { data } = useQuery(catalogueQuery());
  const locale = data?.organisation.locale ?? 'en-GB';
  const timeZone = data?.organisation.timeZone ?? 'UTC';
  return useMemo(() => {
    const number = new Intl.NumberFormat(locale, { useGrouping: 'always' });
    const instant = new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    return { number: (value) => number.format(value), instant: (text) => instant.format(new Date(text)) };
  }, [locale, timeZone]);
}
