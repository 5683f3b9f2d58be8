import { useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/**
 * Width of an element in whole px, null until it is known. The observer reports before the first paint, so nothing is
 * measured by hand; where the width is the expected one nothing is drawn twice.
 */
export function useWidth(ref: RefObject<HTMLElement | null>, expected: number): number {
  const [width, setWidth] = useState(expected);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver((entries) => {
      const now = Math.floor(entries.at(-1)?.contentRect.width ?? 0);
      if (now <= 0) return;
      // In this frame, not the next: a chart must not be seen in a wrong width first.
      flushSync(() => {
        setWidth(now);
      });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [ref]);
  return width;
}
