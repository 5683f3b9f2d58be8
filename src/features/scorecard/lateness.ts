import type { Health } from '../../contract/health.ts';
import type { DayNumber } from '../../domain/week.ts';
import { zoneClock } from '../../domain/zone.ts';

/** Late from one and a half times the expected cadence on (ux.md). */
const LATE_AFTER = 1.5;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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

/** "2 days", "26 h": in hours under two days. */
export function lateWords(by: number): string {
  return by < 2 * DAY ? `${Math.max(1, Math.floor(by / HOUR))} h` : `${Math.floor(by / DAY)} days`;
}
