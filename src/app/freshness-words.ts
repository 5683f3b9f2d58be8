import type { Catalogue } from '../contract/catalogue.ts';
import type { Health } from '../contract/health.ts';
import { formats } from '../domain/format.ts';
import { SETTLING_DAYS } from '../domain/series.ts';
import { parseIsoDate } from '../domain/week.ts';
import { dayOfInstant } from '../domain/zone.ts';

/** "Data to Sun 15 Nov, final", or until when it settles; null without data. */
export function freshnessOf(
  health: Pick<Health, 'dataTo' | 'now'>,
  organisation: Pick<Catalogue['organisation'], 'locale' | 'timeZone'>,
): { readonly to: string; readonly certainty: string } | null {
  const day = health.dataTo === null ? null : parseIsoDate(health.dataTo);
  if (day === null) return null;
  const words = formats(organisation.locale);
  const settlingUntil = day + SETTLING_DAYS;
  const today = dayOfInstant(Date.parse(health.now), organisation.timeZone);
  return {
    to: words.dayAsOf(day, today),
    certainty: today <= settlingUntil ? `settling until ${words.day(settlingUntil)}` : 'final',
  };
}
