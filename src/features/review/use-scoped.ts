import { useMemo } from 'react';
import { addressOf, viewOf } from '../../state/address.ts';
import { scopedOf, type ReviewView, type Scoped } from '../../state/view.ts';

/** Week, teams and comparison of the view: the same object as long as they are the same, whatever step is in view. */
export function useScoped(view: ReviewView): Scoped {
  const base = addressOf({ ...view, at: null });
  return useMemo(() => {
    const { pathname, search } = new URL(base, location.origin);
    return scopedOf(viewOf(pathname, search));
  }, [base]);
}
