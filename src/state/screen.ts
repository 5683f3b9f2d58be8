import { useSyncExternalStore } from 'react';

/** The three layouts: below 640 px, below 1376 px, and the full four columns. */
export type Screen = 'phone' | 'tablet' | 'desk';

const phone = window.matchMedia('(max-width: 639px)');
const tablet = window.matchMedia('(max-width: 1375px)');

/** Which layout fits the window. The layouts differ in what they show, not in style alone, hence not by CSS. */
export function useScreen(): Screen {
  return useSyncExternalStore(subscribe, screenNow);
}

function screenNow(): Screen {
  if (phone.matches) return 'phone';
  return tablet.matches ? 'tablet' : 'desk';
}

function subscribe(listener: () => void): () => void {
  phone.addEventListener('change', listener);
  tablet.addEventListener('change', listener);
  return () => {
    phone.removeEventListener('change', listener);
    tablet.removeEventListener('change', listener);
  };
}
