import { createContext, useContext } from 'react';
import { SCORECARD, type ScorecardView } from '../../state/view.ts';

/** The view in the address, for links that lead to a part of it. One for the page: forty links need no listeners of their own. */
export const ViewContext = createContext<ScorecardView>(SCORECARD);

export function useScorecardView(): ScorecardView {
  return useContext(ViewContext);
}
