import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { observationsQuery } from '../api/queries.ts';

/** A pointer that only passes over a list asks for nothing. */
const RESTS = 40;

/**
 * Fetches the figures of teams that may be chosen next and has the page read them (`warm`, the same function for all
 * renders); then a switch shows them in the next frame.
 */
export function usePrefetchTeams(
  warm: (client: QueryClient, teams: readonly string[]) => void,
): (teams: readonly string[]) => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (teams) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void prefetch(client, teams, warm), RESTS);
    },
    [client, warm],
  );
}

async function prefetch(
  client: QueryClient,
  teams: readonly string[],
  warm: (client: QueryClient, teams: readonly string[]) => void,
): Promise<void> {
  try {
    await client.query(observationsQuery({ teams, span: 'latest' }));
  } catch {
    return; // Nobody asked for it yet; whoever chooses the team is told what failed.
  }
  warm(client, teams);
}
