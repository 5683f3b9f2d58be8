import { dateOfDay, isoWeekParts, mondayOf, sundayOf, type WeekNumber } from '../domain/week.ts';

const MS_PER_DAY = 86_400_000;
const monthNames = new Map<string, readonly string[]>();

/** Month names short enough for an axis. English ones have three letters: `en-GB` gives "Sept", which the axis has no room for. */
function months(locale: string): readonly string[] {
  const known = monthNames.get(locale);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const names = Array.from({ length: 12 }, (_, month) => {
    const name = format.format(new Date(Date.UTC(2026, month, 15))).replace(/\.$/, '');
    return locale.startsWith('en') ? name.slice(0, 3) : name;
  });
  monthNames.set(locale, names);
  return names;
}

/** @param month 1..12 */
export function monthName(month: number, locale: string): string {
  return months(locale)[month - 1] ?? '';
}

/** Month and year of a week: those of its Thursday, as ISO counts years. */
export function monthOfWeek(week: WeekNumber): { readonly year: number; readonly month: number } {
  const { year, month } = dateOfDay(mondayOf(week) + 3);
  return { year, month };
}

/** `Week 43, 19–25 Oct`. */
export function weekTitle(week: WeekNumber, locale: string): string {
  const from = new Date(mondayOf(week) * MS_PER_DAY);
  const to = new Date(sundayOf(week) * MS_PER_DAY);
  const first = dateOfDay(mondayOf(week));
  const last = dateOfDay(sundayOf(week));
  const range = locale.startsWith('en')
    ? first.month === last.month
      ? `${first.day}–${last.day} ${monthName(last.month, locale)}`
      : `${first.day} ${monthName(first.month, locale)} – ${last.day} ${monthName(last.month, locale)}`
    : new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatRange(from, to);
  return `Week ${isoWeekParts(week).week}, ${range}`;
}
