import { weekday } from './week.ts';
import { zoneClock } from './zone.ts';

/**
 * On these weekdays (ISO, 1 is Monday) from a time of day (inclusive) to another (exclusive), such as `08:30`. Hours that go
 * over midnight belong to the day on which they begin; the same time twice is the whole day.
 */
export type Hours = { readonly days: readonly number[]; readonly from: string; readonly to: string };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Milliseconds since midnight of `08:30`. */
export function millisecondOfDay(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/** Whether the hours hold at an instant (epoch milliseconds), by the clock that hangs in the zone; null: always. */
export function isOn(hours: Hours | null, instant: number, timeZone: string): boolean {
  if (hours === null) return true;
  const zone = zoneClock(timeZone);
  const day = zone.dayOfInstant(instant);
  const time = instant + zone.offsetAt(instant) - day * DAY;
  const from = millisecondOfDay(hours.from);
  const to = millisecondOfDay(hours.to);
  const today = hours.days.includes(weekday(day));
  if (from < to) return today && time >= from && time < to;
  return (today && time >= from) || (hours.days.includes(weekday(day - 1)) && time < to);
}

/** The next instant after this one at which the hours begin; null: they hold always, or never. */
export function beginsNext(hours: Hours | null, instant: number, timeZone: string): number | null {
  if (hours === null) return null;
  const zone = zoneClock(timeZone);
  const today = zone.dayOfInstant(instant);
  const from = millisecondOfDay(hours.from);
  // A second week, because the clock may skip the hours of one day.
  for (let day = today; day <= today + 14; day += 1) {
    if (!hours.days.includes(weekday(day))) continue;
    const begin = zone.instantOfLocal(day, from);
    if (begin > instant && isOn(hours, begin, timeZone)) return begin;
  }
  return null;
}

/** The part of its light that the picture has: `level` between the hours, else 1. */
export function lightAt(
  dim: { readonly from: string; readonly to: string; readonly level: number } | null,
  instant: number,
  timeZone: string,
): number {
  return dim !== null && isOn({ days: EVERY_DAY, from: dim.from, to: dim.to }, instant, timeZone) ? dim.level : 1;
}

/** The latest instant up to this one at which the clock of the zone stood at the time of day. */
export function lastTimeAt(time: string, instant: number, timeZone: string): number {
  const zone = zoneClock(timeZone);
  const today = zone.dayOfInstant(instant);
  const moment = zone.instantOfLocal(today, millisecondOfDay(time));
  return moment <= instant ? moment : zone.instantOfLocal(today - 1, millisecondOfDay(time));
}
