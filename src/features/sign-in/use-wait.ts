import { useEffect, useState } from 'react';

/** Seconds that are left of a wait which began when `started` changed; 0 once it is over. */
export function useWait(seconds: number, started: unknown): number {
  const [passed, setPassed] = useState({ of: started, seconds: 0 });
  const left = Math.max(0, seconds - (passed.of === started ? passed.seconds : 0));
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) return undefined;
    const timer = setInterval(
      () => setPassed((now) => ({ of: started, seconds: (now.of === started ? now.seconds : 0) + 1 })),
      1000,
    );
    return () => clearInterval(timer);
  }, [started, isOver]);
  return left;
}
