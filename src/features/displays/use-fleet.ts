import { useQuery } from '@tanstack/react-query';
import { displaysQuery } from '../../api/display-queries.ts';
import { healthQuery } from '../../api/queries.ts';
import type { Display } from '../../contract/displays.ts';

/** What a display was told from here. `heardAt`: its last beat before that; the next one shows what came of it. */
export type Told = { readonly id: string; readonly words: string; readonly heardAt: string | null };

const USUAL_MS = 10_000;
/** While somebody waits for what came of a command. */
const WAITING_MS = 2000;

/** Whether what a display was told has still to be heard of. */
export function isPending(told: Told | null, displays: readonly Display[] | undefined): told is Told {
  const display = displays?.find(({ id }) => id === told?.id);
  return told !== null && display !== undefined && (display.beat?.at ?? null) === told.heardAt;
}

/** The displays, asked anew while the page is open; sooner while one was told something. */
export function useFleet(enabled: boolean, told: Told | null) {
  return useQuery({
    ...displaysQuery(),
    enabled,
    refetchInterval: ({ state }) => (isPending(told, state.data?.displays) ? WAITING_MS : USUAL_MS),
  });
}

/** The service's clock at the moment when an answer was read, epoch milliseconds; the page's own before it is known. */
export function useServiceNow(readAt: number): number {
  const { data, dataUpdatedAt } = useQuery(healthQuery());
  return data === undefined ? readAt : readAt + Date.parse(data.now) - dataUpdatedAt;
}
