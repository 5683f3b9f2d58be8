import { currentView, goTo } from '../../state/use-view.ts';
import type { IndicatorView } from '../../state/view.ts';

/** Changes what the page of the indicator shows. Rows laid open are a step to go back from; span and look are not. */
export function changeIndicator(
  change: Partial<Pick<IndicatorView, 'span' | 'show' | 'rows'>>,
  how: 'push' | 'replace' = 'replace',
): void {
  const view = currentView();
  if (view.page === 'indicator') goTo({ ...view, ...change }, how);
}
