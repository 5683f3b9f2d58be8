import type { Formats } from '../domain/format.ts';
import { SETTLING_DAYS } from '../domain/series.ts';
import { mondayOf, sundayOf } from '../domain/week.ts';
import type { Scorecard } from './read-scorecard.ts';

/** "Week 46 · Mon 9 – Sun 15 Nov 2026 · final", or until when its figures may still move, or that it has none. */
export function reviewTitle(
  card: Pick<Scorecard, 'week' | 'today'>,
  has: 'figures' | 'no-data',
  formats: Formats,
): string {
  const { week, today } = card;
  const name = formats.weekName(week);
  const settlesOn = sundayOf(week) + SETTLING_DAYS;
  const state =
    has === 'no-data' ? 'no data' : today <= settlesOn ? `settling until ${formats.shortDay(settlesOn)}` : 'final';
  return `W${name.slice(1)} · ${weekdays(week, formats)} · ${state}`;
}

/** "Mon 9 – Sun 15 Nov 2026": the month of the first day is said where it is another than that of the last. */
function weekdays(week: number, formats: Formats): string {
  const first = formats.day(mondayOf(week));
  const last = formats.dayAndYear(sundayOf(week));
  const [weekday, date, month] = first.split(' ');
  const isSameMonth = month !== undefined && formats.day(sundayOf(week)).endsWith(` ${month}`);
  return isSameMonth ? `${weekday ?? ''} ${date ?? ''} – ${last}` : `${first} – ${last}`;
}
