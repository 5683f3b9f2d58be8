/**
 * An ISO 8601 week as a whole number: weeks since the Monday before the Unix epoch (1969-12-29 is day −3, week 0).
 * Weeks are compared, subtracted and stored as this number; they are shown by their ISO label.
 */
export type WeekNumber = number;

/** A local calendar date as days since 1970-01-01 (proleptic Gregorian); 1970-01-01 is 0. */
export type DayNumber = number;

/** The ISO 8601 label of a week, such as `2026-W46`, by ISO week-year. */
export type IsoWeek = string;

/** A calendar date such as `2026-11-15`. */
export type IsoDate = string;

/** Year, month (1..12) and day of the month (1..31) in the proleptic Gregorian calendar. */
export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

/** The week that holds the day. */
export function weekOfDay(day: DayNumber): WeekNumber {
  return Math.floor((day + 3) / 7);
}

/** First day of the week. */
export function mondayOf(week: WeekNumber): DayNumber {
  return week * 7 - 3;
}

/** Last day of the week, inclusive. */
export function sundayOf(week: WeekNumber): DayNumber {
  return week * 7 + 3;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekday(day: DayNumber): number {
  return day + 3 - weekOfDay(day) * 7 + 1;
}

/**
 * Day number of a calendar date. Months outside 1..12 and days outside the month run on into their neighbours,
 * so `dayOfDate(2026, 13, 1)` is 1 January 2027.
 * Source: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayOfDate(year: number, month: number, day: number): DayNumber {
  const months = year * 12 + month - 1;
  const y0 = Math.floor(months / 12);
  const m = months - y0 * 12 + 1;
  const y = m <= 2 ? y0 - 1 : y0;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Calendar date of a day number. Source: Hinnant, civil_from_days. */
export function dateOfDay(day: DayNumber): CalendarDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** ISO week-year and number of the week in it (1..53). The year is that of the week's Thursday. */
export function isoWeekParts(week: WeekNumber): { readonly year: number; readonly week: number } {
  const thursday = week * 7;
  const { year } = dateOfDay(thursday);
  return { year, week: Math.floor((thursday - dayOfDate(year, 1, 1)) / 7) + 1 };
}

/** Week of an ISO week-year; null where the year has no such week (week 53 of a year with 52). */
export function weekOfIsoParts(year: number, week: number): WeekNumber | null {
  if (!Number.isInteger(year) || !Number.isInteger(week) || week < 1 || week > 53) return null;
  /* 4 January is always in week 1. */
  const found = weekOfDay(dayOfDate(year, 1, 4)) + week - 1;
  return week < 53 || isoWeekParts(found).year === year ? found : null;
}

/** `2026-W46`. */
export function isoWeekLabel(week: WeekNumber): IsoWeek {
  const parts = isoWeekParts(week);
  return `${fourDigits(parts.year)}-W${twoDigits(parts.week)}`;
}

/** Reads `2026-W46`; null for any other text and for a week that the year does not have. */
export function parseIsoWeek(text: string): WeekNumber | null {
  const match = /^(\d{4})-W(\d\d)$/.exec(text);
  return match ? weekOfIsoParts(Number(match[1]), Number(match[2])) : null;
}

/** `2026-11-15`. */
export function isoDate(day: DayNumber): IsoDate {
  const date = dateOfDay(day);
  return `${fourDigits(date.year)}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

/** Reads `2026-11-15`; null for any other text and for a date that does not exist. */
export function parseIsoDate(text: string): DayNumber | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return null;
  const month = Number(match[2]);
  const dayOfMonth = Number(match[3]);
  if (month < 1 || month > 12 || dayOfMonth < 1) return null;
  const year = Number(match[1]);
  return dayOfMonth <= daysInMonth(year, month) ? dayOfDate(year, month, dayOfMonth) : null;
}

/** 28..31; `month` is 1..12. */
export function daysInMonth(year: number, month: number): number {
  return dayOfDate(year, month + 1, 1) - dayOfDate(year, month, 1);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function fourDigits(value: number): string {
  return `${value}`.padStart(4, '0');
}
