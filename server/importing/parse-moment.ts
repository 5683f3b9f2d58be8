import { dayOfDate, daysInMonth, type DayNumber } from '../../src/domain/week.ts';

/** Which of two leading numbers is the day, where a date is written with numbers alone. */
export type DateOrder = 'dmy' | 'mdy';

/** A date or instant as a cell says it, before any time zone is applied. */
export type Moment = {
  readonly day: DayNumber;
  /** Milliseconds since local midnight; null where the cell holds a date alone. */
  readonly time: number | null;
  /** Minutes east of UTC where the cell names them. */
  readonly offset: number | null;
  readonly twoDigitYear: boolean;
};

export type MomentFault =
  | 'no-date'
  /** Numbers alone, and the order of day and month is not settled. */
  | 'order-needed';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const FULL_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** 1..12 of an English month: three letters, `Sept`, or the whole name, in any case, with or without a full stop. */
const monthOfName = (name: string): number | null => {
  const word = name.toLowerCase().replace(/\.$/, '');
  const short = MONTHS.findIndex((month) => month === word || (month === 'sep' && word === 'sept'));
  const found = short !== -1 ? short : FULL_MONTHS.findIndex((month) => month === word);
  return found === -1 ? null : found + 1;
};

/**
 * The century of a two-digit year: POSIX (strptime %y), 69..99 are 1969..1999, 00..68 are 2000..2068.
 * Source: https://pubs.opengroup.org/onlinepubs/9699919799/functions/strptime.html
 */
const wholeYear = (digits: string): number => {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 69 ? 2000 : 1900);
};

const ZERO = 48;
const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** `2024-03-05` and `2024-03-05 10:00[:00[.000]][Z]` by character codes: most cells of most files. */
const isoMoment = (text: string): Moment | null => {
  const length = text.length;
  if (length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const date = two(text, 8);
  if (!(year >= 0 && month >= 1 && month <= 12 && date >= 1 && date <= 31)) return null;
  if (date > 28 && date > daysInMonth(year, month)) return null;
  const day = dayOfDate(year, month, date);
  if (length === 10) return { day, time: null, offset: null, twoDigitYear: false };
  const between = text.charCodeAt(10);
  if ((between !== 84 && between !== 32) || text.charCodeAt(13) !== 58) return null;
  const hours = two(text, 11);
  const minutes = two(text, 14);
  let seconds = 0;
  let at = 16;
  if (text.charCodeAt(16) === 58) {
    seconds = two(text, 17);
    at = 19;
  }
  if (!(hours <= 23 && minutes <= 59 && seconds <= 59)) return null;
  const time = hours * HOUR + minutes * MINUTE + seconds * 1000;
  if (length === at) return { day, time, offset: null, twoDigitYear: false };
  if (length === at + 1 && text.charCodeAt(at) === 90) return { day, time, offset: 0, twoDigitYear: false };
  return null;
};

const TIME =
  /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*([ap])?\.?(?:m\.?)?\s*(z|utc|gmt|[+-]\d\d:?\d\d|[+-]\d\d)?$/i;

const offsetOf = (zone: string | undefined): number | null => {
  if (zone === undefined) return null;
  if (/^[a-z]/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
};

/** Time of day behind a date; null where it is none. */
const timeOf = (text: string): { readonly time: number; readonly offset: number | null } | null => {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hourText = '', minuteText = '', secondText = '0', fraction = '', half, zone] = match;
  let hours = Number(hourText);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const minutes = Number(minuteText);
  const seconds = Number(secondText);
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return { time: hours * HOUR + minutes * MINUTE + seconds * 1000 + milliseconds, offset: offsetOf(zone) };
};

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/;
const DAY_NAME_YEAR = /^(\d{1,2})[-/ .]+([a-z]{3,9}\.?)[-/ ,]+(\d{4}|\d\d)$/i;
const NAME_DAY_YEAR = /^([a-z]{3,9}\.?)[- ]+(\d{1,2})(?:st|nd|rd|th)?[-, ]+(\d{4}|\d\d)$/i;
/** A date, and behind a blank, a comma or a T its time. */
const PARTS = /^(.+?\d)(?:(?:,\s*|\s+|T)(\d{1,2}:.*))?$/;

const build = (yearText: string, month: number, date: number): Pick<Moment, 'day' | 'twoDigitYear'> | null => {
  const year = wholeYear(yearText);
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  return { day: dayOfDate(year, month, date), twoDigitYear: yearText.length === 2 };
};

const dateOf = (text: string, order: DateOrder | null): Pick<Moment, 'day' | 'twoDigitYear'> | MomentFault => {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return build(yearFirst[1] ?? '', Number(yearFirst[2]), Number(yearFirst[3])) ?? 'no-date';
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const first = Number(numbers[1]);
    const second = Number(numbers[3]);
    const year = numbers[4] ?? '';
    if (order === null && first !== second) return first > 12 && second > 12 ? 'no-date' : 'order-needed';
    return (order === 'dmy' ? build(year, second, first) : build(year, first, second)) ?? 'no-date';
  }
  const dayName = DAY_NAME_YEAR.exec(text);
  if (dayName !== null) {
    const month = monthOfName(dayName[2] ?? '');
    return (month === null ? null : build(dayName[3] ?? '', month, Number(dayName[1]))) ?? 'no-date';
  }
  const nameDay = NAME_DAY_YEAR.exec(text);
  if (nameDay !== null) {
    const month = monthOfName(nameDay[1] ?? '');
    return (month === null ? null : build(nameDay[3] ?? '', month, Number(nameDay[2]))) ?? 'no-date';
  }
  return 'no-date';
};

/**
 * Reads a cell as a date or an instant. Written forms: `2024-03-05`, `2024/3/5`, `05.03.2024`, `3/5/24`, `5-Mar-24`,
 * `30-Sept-14`, `5 March 2024`, `Mar 5, 2024`; a time behind it as `10:00`, `10:00:30.5`, `1:05:00 PM`; a zone as `Z`,
 * `UTC`, `+02:00`, `-0500`. Dates of numbers alone need the order of day and month.
 */
export const parseMoment = (text: string, order: DateOrder | null): Moment | MomentFault => {
  const iso = isoMoment(text);
  if (iso !== null) return iso;
  const parts = PARTS.exec(text);
  if (parts === null) return 'no-date';
  const date = dateOf(parts[1] ?? '', order);
  if (typeof date === 'string') return date;
  if (parts[2] === undefined) return { ...date, time: null, offset: null };
  const time = timeOf(parts[2]);
  return time === null ? 'no-date' : { ...date, ...time };
};

/** What one cell says about the order of day and month: `either` where both readings are dates. */
export const orderEvidence = (text: string): DateOrder | 'either' | null => {
  const date = PARTS.exec(text)?.[1] ?? '';
  const numbers = NUMBERS.exec(date);
  if (numbers === null) return null;
  const first = Number(numbers[1]);
  const second = Number(numbers[3]);
  if (first > 12 && second <= 12) return 'dmy';
  if (second > 12 && first <= 12) return 'mdy';
  return first <= 12 && second <= 12 && first !== second ? 'either' : null;
};
