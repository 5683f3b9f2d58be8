import { weekOfDay, type DayNumber, type WeekNumber } from '../../src/domain/week.ts';
import { zoneClock } from '../../src/domain/zone.ts';

export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** An instant with the local day and week that the record tables keep beside it. */
export type Moment = { readonly at: number; readonly day: DayNumber; readonly week: WeekNumber };

/** The sample's clock: it makes instants from local days, never the other way round, so no look-up per row is needed. */
export type SampleCalendar = {
  /** `hours` after local midnight (a little off on the two days of a year when the clock is changed). */
  readonly moment: (day: DayNumber, hours: number) => Moment;
  /** `hours` after a moment, moved on to the next opening hour (8 to 20) where nobody works. */
  readonly atWork: (from: Moment, hours: number) => Moment;
  readonly startOfDay: (day: DayNumber) => number;
  /** Deadline that a promised date means: its last millisecond. */
  readonly endOfDay: (day: DayNumber) => number;
};

export const sampleCalendar = (timeZone: string): SampleCalendar => {
  const clock = zoneClock(timeZone);
  const moment = (day: DayNumber, hours: number): Moment => ({
    at: clock.startOfDay(day) + Math.round((hours * HOUR_MS) / MINUTE_MS) * MINUTE_MS,
    day,
    week: weekOfDay(day),
  });
  return {
    moment,
    atWork: (from, hours) => {
      const since = (from.at - clock.startOfDay(from.day)) / HOUR_MS + hours;
      const day = from.day + Math.floor(since / 24);
      const hour = since - Math.floor(since / 24) * 24;
      if (hour < 8) return moment(day, 8 + hour / 4);
      if (hour > 20) return moment(day + 1, 8 + (hour - 20) / 2);
      return moment(day, hour);
    },
    startOfDay: clock.startOfDay,
    endOfDay: clock.endOfDay,
  };
};
