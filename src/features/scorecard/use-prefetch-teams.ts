import type { QueryClient } from '@tanstack/react-query';
import { usePrefetchTeams as usePrefetch } from '../../parts/use-prefetch-teams.ts';
import { useScreen } from '../../state/screen.ts';
import { currentView } from '../../state/use-view.ts';
import { SCORECARD } from '../../state/view.ts';
import { warmModel, type Wanted } from './model-cache.ts';

/** Fetches and reads the figures of teams that may be chosen next, for the scorecard. */
export function usePrefetchTeams(): (teams: readonly string[]) => void {
  return usePrefetch(useScreen() === 'phone' ? warmPhone : warmDesk);
}

const warmPhone = (client: QueryClient, teams: readonly string[]): void => warm(client, teams, 'phone');
const warmDesk = (client: QueryClient, teams: readonly string[]): void => warm(client, teams, 'desk');

function warm(client: QueryClient, teams: readonly string[], size: Wanted['size']): void {
  const view = currentView();
  const { week, compare } = view.page === 'scorecard' ? view : SCORECARD;
  warmModel(client, teams, { week, compare, size });
}
