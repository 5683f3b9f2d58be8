import { useMemo, type MouseEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { addressOf, viewOf } from './address.ts';
import { isScoped, SCORECARD, type Scoped, type ScorecardView, type View } from './view.ts';

/** The view that the address bar stands for now. */
export function useView(): View {
  const [path] = useLocation();
  const search = useSearch();
  return useMemo(() => viewOf(path, search), [path, search]);
}

/** The view at this moment, for the handler of an event. */
export function currentView(): View {
  return viewOf(location.pathname, location.search);
}

/** The view that an address of this app stands for. */
export function viewAt(address: string): View {
  const mark = address.indexOf('?');
  return mark < 0 ? viewOf(address, '') : viewOf(address.slice(0, mark), address.slice(mark));
}

/** Goes to a view. `replace` leaves no step behind for the way back, as for what a person did not ask for. */
export function goTo(view: View, how: 'push' | 'replace' = 'push'): void {
  navigate(addressOf(view), { replace: how === 'replace' });
}

/** Follows a link of the page without loading it anew; a press that asks for a new tab or window is the browser's. */
export function followLink(event: MouseEvent<HTMLAnchorElement>): void {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
  event.preventDefault();
  navigate(event.currentTarget.getAttribute('href') ?? '/');
}

/** Changes a part of the scorecard's view; from another page it goes to the scorecard. */
export function changeScorecard(
  change: (view: ScorecardView) => ScorecardView,
  how: 'push' | 'replace' = 'push',
): void {
  const view = currentView();
  goTo(change(view.page === 'scorecard' ? view : SCORECARD), how);
}

/** Changes week, teams or comparison of the page in view; a page without figures gives way to the scorecard. */
export function changeScoped(change: (scoped: Scoped) => Partial<Scoped>, how: 'push' | 'replace' = 'push'): void {
  const view = currentView();
  const scoped = isScoped(view) ? view : SCORECARD;
  goTo({ ...scoped, ...change(scoped) }, how);
}
