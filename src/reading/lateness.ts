import type { Health } from '../contract/health.ts';
import type { Formats } from '../domain/format.ts';
import type { DayNumber } from '../domain/week.ts';
import { zoneClock } from '../domain/zone.ts';

/** Late from one and a half times the expected cadence on (ux.md). */
const LATE_AFTER = 1.5;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;
const MONTH = YEAR / 12;

export type Lateness =
  | { readonly kind: 'in-time' }
  /** `by`: milliseconds past the moment at which newer data was due. */
  | { readonly kind: 'late'; readonly by: number };

export const IN_TIME: Lateness = { kind: 'in-time' };

/** Whether data that reaches to the end of `coveredTo` is older than 1.5 × the expected cadence. */
export function latenessOf(
  coveredTo: DayNumber | null,
  health: Pick<Health, 'now' | 'cadenceSeconds'> | null,
  timeZone: string,
): Lateness {
  if (coveredTo === null || health === null || health.cadenceSeconds <= 0) return IN_TIME;
  const cadence = health.cadenceSeconds * 1000;
  const age = Date.parse(health.now) - zoneClock(timeZone).endOfDay(coveredTo);
  return age > LATE_AFTER * cadence ? { kind: 'late', by: age - cadence } : IN_TIME;
}

/** "26 h", "2 days", "5 months", "11 years": whole units that have passed, so that nobody has to count days in thousands. */
export function lateWords(by: number): string {
  if (by < 2 * DAY) return `${Math.max(1, Math.floor(by / HOUR))} h`;
  if (by < 3 * MONTH) return `${Math.floor(by / DAY)} days`;
  return by < 2 * YEAR ? `${Math.floor(by / MONTH)} months` : `${Math.floor(by / YEAR)} years`;
}

/** One sentence on what is late and by how much; null where nothing is. */
export function lateSentence(
  late: ReadonlyArray<{ readonly name: string; readonly by: number }>,
  formats: Formats,
): string | null {
  if (late.length === 0) return null;
  const worst = Math.max(...late.map(({ by }) => by));
  const who = late.length > 3 ? `${formats.count(late.length)} figures` : late.map(({ name }) => name).join(' and ');
  return `${who}: data ${lateWords(worst)} late. Newer figures come with the next import.`;
}
