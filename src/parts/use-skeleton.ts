import { useEffect, useState } from 'react';

const AFTER = 200;
const AT_LEAST = 300;

/** While the machine works on the answer there is nothing to wait for; a network that is waited for leaves it idle. */
const IDLE_BY = 300;

export type Curtain = 'nothing' | 'skeleton' | 'page';

/**
 * What to draw around the first load: nothing for 200 ms, then a skeleton that stays at least 300 ms, so that neither a
 * fast answer nor a slightly late one makes the page flicker. Once the page was drawn it stays.
 */
export function useSkeleton(loading: boolean): Curtain {
  const [since, setSince] = useState<number | null>(null);
  const [released, setReleased] = useState(false);
  useEffect(() => {
    if (!loading || since !== null) return undefined;
    let cancelIdle = (): void => undefined;
    const timer = setTimeout(() => {
      cancelIdle = whenIdle(() => setSince(performance.now()));
    }, AFTER);
    return () => {
      clearTimeout(timer);
      cancelIdle();
    };
  }, [loading, since]);
  useEffect(() => {
    if (loading || since === null) return undefined;
    const timer = setTimeout(() => setReleased(true), Math.max(0, AT_LEAST - (performance.now() - since)));
    return () => clearTimeout(timer);
  }, [loading, since]);
  if (since !== null && !released) return 'skeleton';
  return loading ? 'nothing' : 'page';
}

/** Calls back when the page has nothing else to do, at the latest after `IDLE_BY`; gives back the way to cancel it. */
function whenIdle(run: () => void): () => void {
  // Safari has none; there the skeleton comes at its time.
  if (!('requestIdleCallback' in window)) {
    run();
    return () => undefined;
  }
  const handle = requestIdleCallback(run, { timeout: IDLE_BY });
  return () => cancelIdleCallback(handle);
}
