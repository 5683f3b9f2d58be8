import { useEffect, useRef } from 'react';
import type { Formats } from '../domain/format.ts';
import { dateOfDay, isoWeekParts, mondayOf, type WeekNumber } from '../domain/week.ts';
import styles from './week-list.module.css';

type Props = {
  readonly from: WeekNumber;
  readonly to: WeekNumber;
  readonly chosen: WeekNumber;
  readonly latest: WeekNumber | null;
  readonly formats: Formats;
  readonly onChoose: (week: WeekNumber) => void;
};

/** All weeks with data, newest first, a row for each month. A week belongs to the month of its Thursday, as ISO counts years. */
export function WeekList({ from, to, chosen, latest, formats, onChoose }: Props) {
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    ref.current?.focus();
    ref.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div className={styles.list}>
      {latest === null ? null : (
        <button type="button" className={styles.latest} onClick={() => onChoose(latest)}>
          Latest complete week: {formats.weekName(latest)}
        </button>
      )}
      {monthsOf(from, to).map(({ year, month, weeks }) => (
        <div
          key={`${year}-${month}`}
          className={styles.month}
          role="group"
          aria-label={formats.monthAndYear(year, month)}
        >
          <span className={styles.name} aria-hidden="true">
            {formats.monthAndYear(year, month)}
          </span>
          {weeks.map((week) => (
            <button
              key={week}
              ref={week === chosen ? ref : null}
              type="button"
              className={styles.week}
              aria-label={formats.week(week)}
              aria-current={week === chosen ? 'date' : undefined}
              onClick={() => onChoose(week)}
            >
              {isoWeekParts(week).week}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

type Month = { readonly year: number; readonly month: number; readonly weeks: readonly WeekNumber[] };

/** Newest month first, the weeks of a month in their order. */
export function monthsOf(from: WeekNumber, to: WeekNumber): readonly Month[] {
  const months: Array<{ year: number; month: number; weeks: WeekNumber[] }> = [];
  for (let week = from; week <= to; week += 1) {
    const { year, month } = dateOfDay(mondayOf(week) + 3);
    const last = months.at(-1);
    if (last?.year === year && last.month === month) last.weeks.push(week);
    else months.push({ year, month, weeks: [week] });
  }
  return months.toReversed();
}
