import type { Indicator } from '../domain/catalogue-types.ts';
import type { Formats } from '../domain/format.ts';
import { dateOfDay, parseIsoDate, type DayNumber, type IsoDate } from '../domain/week.ts';

/** `28 Mar 2027`. */
export function dateAndYear(day: DayNumber, formats: Formats): string {
  return `${formats.shortDay(day)} ${dateOfDay(day).year}`;
}

/** `at least 95 % by 28 Mar 2027`; of an indicator that nobody knows the bare number. */
export function aimWords(indicator: Indicator | null, target: number, due: IsoDate, formats: Formats): string {
  const day = parseIsoDate(due);
  const value = indicator === null ? String(target) : formats.target(indicator, target);
  return `${value} by ${day === null ? due : dateAndYear(day, formats)}`;
}

/** `0.5 pp` without a sign. */
export function distanceWords(indicator: Indicator, difference: number, formats: Formats): string {
  return formats.difference(indicator, Math.abs(difference)).slice(1);
}

/** `0.5 pp behind`, `0.2 pp ahead`, `on the plan`: of a gap that is positive where it is ahead. */
export function aheadWords(indicator: Indicator, ahead: number, formats: Formats): string {
  const words = formats.difference(indicator, ahead);
  if (words.startsWith('±')) return 'on the plan';
  return `${distanceWords(indicator, ahead, formats)} ${ahead < 0 ? 'behind' : 'ahead'}`;
}

/** A gain a week with its sign, one decimal finer than the figure: `+0.17 pp`, `−0.009`. */
export function gainWords(indicator: Indicator, gain: number, formats: Formats): string {
  return formats.difference({ ...indicator, decimals: indicator.decimals + 1 }, gain);
}
