import { create } from 'zustand';

/**
 * What this person's screen saw of a review: seconds by section while the page was visible, and which measures were
 * talked about. Of this tab alone (sessionStorage), by week and scope; the minutes are sent when the review is closed.
 */
export type ReviewClock = { readonly spent: Readonly<Record<string, number>>; readonly discussed: readonly string[] };

/** A measure that stood in focus for so long has been talked about. */
export const DISCUSSED_AFTER_SECONDS = 8;

const EMPTY: ReviewClock = { spent: {}, discussed: [] };
const LONGEST_SECONDS = 24 * 3600;

type Kept = ReviewClock & { readonly key: string };

/** The clock of the review that is open. */
export const useReviewClock = create<Kept>(() => ({ ...EMPTY, key: '' }));

/** A review is that of a week and scope. */
export function clockKey(week: string, teams: readonly string[]): string {
  return `kept:review:${[week, ...teams].join(',')}`;
}

/** Goes on where this tab left off with the review. */
export function openClock(key: string): void {
  if (useReviewClock.getState().key === key) return;
  useReviewClock.setState({ ...clockOf(read(key)), key });
}

/** Adds seconds to a section. */
export function addSeconds(section: string, seconds: number): void {
  const { spent } = useReviewClock.getState();
  useReviewClock.setState({ spent: { ...spent, [section]: (spent[section] ?? 0) + seconds } });
  write();
}

/** Ticks a measure off; it stays so. */
export function markDiscussed(indicator: string): void {
  const { discussed } = useReviewClock.getState();
  if (discussed.includes(indicator)) return;
  useReviewClock.setState({ discussed: [...discussed, indicator] });
  write();
}

/** Whole minutes of a section, rounded down as a clock shows them. */
export function minutesIn(clock: Pick<ReviewClock, 'spent'>, section: string): number {
  return Math.floor((clock.spent[section] ?? 0) / 60);
}

/** Any stored text gives a valid clock. */
export function clockOf(text: string | null): ReviewClock {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null) return EMPTY;
    const { spent, discussed } = value as { readonly spent?: unknown; readonly discussed?: unknown };
    return {
      spent: typeof spent === 'object' && spent !== null ? secondsOf(spent) : {},
      discussed: Array.isArray(discussed) ? discussed.filter((id): id is string => typeof id === 'string') : [],
    };
  } catch {
    return EMPTY;
  }
}

function secondsOf(spent: object): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(spent).filter(
      (entry): entry is [string, number] =>
        typeof entry[1] === 'number' && entry[1] >= 0 && entry[1] <= LONGEST_SECONDS,
    ),
  );
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null; // Storage may be closed to the page; the clock then lasts as long as it does.
  }
}

function write(): void {
  const { key, spent, discussed } = useReviewClock.getState();
  try {
    sessionStorage.setItem(key, JSON.stringify({ spent, discussed }));
  } catch {
    // As above.
  }
}
