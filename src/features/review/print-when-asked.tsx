import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { PrintSheet, type PrintProps } from './print-sheet.tsx';

const paper = window.matchMedia('print');

/**
 * Draws the sheet when the browser prints, by whatever command, and takes it away after. At once: the browser takes the
 * picture of the document when the event's listeners are through.
 */
export function PrintWhenAsked(props: PrintProps) {
  const [state, setState] = useState<'screen' | 'paper'>(paper.matches ? 'paper' : 'screen');
  useEffect(() => {
    const draw = (): void => flushSync(() => setState('paper'));
    const clear = (): void => setState('screen');
    // Browsers differ in which of the two they tell; Safari knows the media query alone.
    const onMedia = ({ matches }: MediaQueryListEvent): void => (matches ? draw() : clear());
    window.addEventListener('beforeprint', draw);
    window.addEventListener('afterprint', clear);
    paper.addEventListener('change', onMedia);
    return () => {
      window.removeEventListener('beforeprint', draw);
      window.removeEventListener('afterprint', clear);
      paper.removeEventListener('change', onMedia);
    };
  }, []);
  // Beside the page and not in it: the page is hidden as a whole.
  return state === 'paper' ? createPortal(<PrintSheet {...props} />, document.body) : null;
}
