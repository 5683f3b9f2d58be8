import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { observationsQuery } from '../../api/queries.ts';
import { useScreen } from '../../state/screen.ts';
import { currentView } from '../../state/use-view.ts';
import { SCORECARD } from '../../state/view.ts';
import { warmModel, type Wanted } from './model-cache.ts';

/** A pointer that only passes over a list asks for nothing. */
const RESTS = 40;

/** Fetches and reads the figures of teams that may be chosen next; then a switch shows them in the next frame. */
export function usePrefetchTeams(): (teams: readonly string[]) => void {
  const client = useQueryClient();
  const size = useScreen() === 'phone' ? 'phone' : 'desk';
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (teams) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void prefetch(client, teams, size), RESTS);
    },
    [client, size],
  );
}

async function prefetch(client: QueryClient, teams: readonly string[], size: Wanted['size']): Promise<void> {
  try {
    await client.query(observationsQuery({ teams, span: 'latest' }));
  } catch {
    return; // Nobody asked for it yet; whoever chooses the team is told what failed.
  }
  const view = currentView();
  const { week, compare } = view.page === 'scorecard' ? view : SCORECARD;
  warmModel(client, teams, { week, compare, size });
}
