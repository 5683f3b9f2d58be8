import { useEffect } from 'react';
import type { ReviewSection } from '../../contract/reviews.ts';
import { addSeconds, clockKey, DISCUSSED_AFTER_SECONDS, markDiscussed, openClock } from '../../state/review-clock.ts';

/** The bar moves by whole minutes of up to twenty-five: nobody sees a shorter step. */
const TICK_SECONDS = 10;

type Counted = {
  readonly week: string;
  readonly teams: readonly string[];
  readonly section: ReviewSection;
  readonly indicator: string | null;
  /** `stopped`: the review is closed, or there is nothing to talk about. */
  readonly state: 'running' | 'stopped';
};

/** Counts the time of the section in view while the page is visible, and ticks a measure off that stood long enough. */
export function useClock({ week, teams, section, indicator, state }: Counted): void {
  const key = clockKey(week, teams);
  useEffect(() => openClock(key), [key]);
  useEffect(() => {
    if (state === 'stopped') return undefined;
    let since = performance.now();
    const count = (): void => {
      const now = performance.now();
      const seconds = (now - since) / 1000;
      since = now;
      if (seconds > 0) addSeconds(section, seconds);
    };
    const onVisibility = (): void => {
      // What passed while nobody saw the page belongs to no section.
      if (document.visibilityState === 'hidden') count();
      else since = performance.now();
    };
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') count();
    }, TICK_SECONDS * 1000);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisibility);
      if (document.visibilityState === 'visible') count();
    };
  }, [key, section, state]);
  useEffect(() => {
    if (state === 'stopped' || indicator === null) return undefined;
    const timer = setTimeout(() => markDiscussed(indicator), DISCUSSED_AFTER_SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [key, indicator, state]);
}
