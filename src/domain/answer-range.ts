import type { WeekNumber } from './week.ts';

/** Weeks that a past view needs before its own: a year of limits, and the year before it to compare with. */
const LOOK_BACK = 156;

/**
 * The first of the weeks that a week in view is read from: that of the newest answer where it reaches back far enough,
 * else one of its own. Limits are locked to the first weeks of what is read, so that whoever keeps what a page has shown
 * must keep these and no others.
 *
 * Worked example: the newest answer begins in week 1000. Week 1052 is read from 1000 on, week 1051 from 895.
 */
export function firstWeekRead(week: WeekNumber, newestFrom: WeekNumber): WeekNumber {
  return week >= newestFrom + LOOK_BACK / 3 ? newestFrom : week - LOOK_BACK;
}
