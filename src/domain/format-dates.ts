import { dateOfDay, isoWeekParts, mondayOf, sundayOf, type DayNumber, type WeekNumber } from './week.ts';

const DAY_MS = 86_400_000;

export type DateFormats = {
  /** `Sun 15 Nov`. */
  readonly day: (day: DayNumber) => string;
  /** `Sun 15 Nov 2026`. */
  readonly dayAndYear: (day: DayNumber) => string;
  /** `Sun 15 Nov`, with its year where that is not today's: old data must not look like this year's. */
  readonly dayAsOf: (day: DayNumber, today: DayNumber) => string;
  /** `7 Sep`: for annotations, where the weekday says nothing. */
  readonly shortDay: (day: DayNumber) => string;
  /** `Nov`. `month` is 1..12. */
  readonly month: (month: number) => string;
  /** `Nov 2026`. */
  readonly monthAndYear: (year: number, month: number) => string;
  /** `Week 46 · 9–15 Nov 2026`. */
  readonly week: (week: WeekNumber) => string;
  /** `week 46`, for the middle of a sentence. The week comes from ISO, never from the locale. */
  readonly weekName: (week: WeekNumber) => string;
  /** `9–15 Nov 2026`. */
  readonly weekDays: (week: WeekNumber) => string;
  /** `weeks 38–45`; `week 45` where both are the same. */
  readonly weekSpan: (from: WeekNumber, to: WeekNumber) => string;
  /** `08:41` in the zone; epoch milliseconds. */
  readonly time: (instant: number, timeZone: string) => string;
  /** `Mon 16 Nov, 06:02` in the zone; epoch milliseconds. */
  readonly instant: (instant: number, timeZone: string) => string;
};

/** Dates of one locale. Day numbers are formatted as UTC midnights, so no zone of the machine can shift them. */
export function dateFormats(locale: string): DateFormats {
  const cache = new Map<string, Intl.DateTimeFormat>();
  const format = (key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    let found = cache.get(key);
    if (!found) {
      found = new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options });
      cache.set(key, found);
    }
    return found;
  };
  const day = (each: DayNumber) =>
    withoutComma(format('day', { weekday: 'short', day: 'numeric', month: 'short' }).format(each * DAY_MS));
  const dayAndYear = (each: DayNumber) =>
    withoutComma(
      format('day-year', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(each * DAY_MS),
    );
  const weekName = (week: WeekNumber) => `week ${isoWeekParts(week).week}`;
  const weekDays = (week: WeekNumber) =>
    shortSeptember(
      format('range', { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(
        mondayOf(week) * DAY_MS,
        sundayOf(week) * DAY_MS,
      ),
    )
      /* Some versions of ICU set thin or plain spaces around the dash of a range inside one month. */
      .replace(/\b(\d{1,2})\s?–\s?(\d)/u, '$1–$2')
      .replaceAll('\u2009', ' ');
  const time = (instant: number, timeZone: string) =>
    format(`time ${timeZone}`, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);

  return {
    day,
    weekName,
    weekDays,
    time,
    dayAndYear,
    dayAsOf: (each, today) => (dateOfDay(each).year === dateOfDay(today).year ? day(each) : dayAndYear(each)),
    shortDay: (each) => shortSeptember(format('short-day', { day: 'numeric', month: 'short' }).format(each * DAY_MS)),
    month: (month) => shortSeptember(format('month', { month: 'short' }).format(Date.UTC(2001, month - 1, 1))),
    monthAndYear: (year, month) =>
      shortSeptember(format('month-year', { month: 'short', year: 'numeric' }).format(Date.UTC(year, month - 1, 1))),
    week: (week) => `W${weekName(week).slice(1)} · ${weekDays(week)}`,
    weekSpan: (from, to) => (from === to ? weekName(to) : `weeks ${isoWeekParts(from).week}–${isoWeekParts(to).week}`),
    instant: (instant, timeZone) => {
      const date = format(`date ${timeZone}`, { timeZone, weekday: 'short', day: 'numeric', month: 'short' });
      return `${withoutComma(date.format(instant))}, ${time(instant, timeZone)}`;
    },
  };
}

/** `Sun, 15 Nov` and `Sun 15 Nov` come from different versions of ICU; one of them has to win. */
function withoutComma(text: string): string {
  return shortSeptember(text.replaceAll(', ', ' '));
}

/** English `Sept` has no room on an axis, and axis, sentence and annotation shall write a date alike. */
function shortSeptember(text: string): string {
  return text.replace(/\bSept(?![\w.])/u, 'Sep');
}
