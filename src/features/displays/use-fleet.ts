import { useQuery } from '@tanstack/react-query';
import { displaysQuery } from '../../api/display-queries.ts';
import { healthQuery } from '../../api/queries.ts';
import type { Display } from '../../contract/displays.ts';

/**
 * What a display was told from here, `at` a moment of the page's clock. `heardAt`: its last beat before that; the next one
 * shows what came of it.
 */
export type Told = {
  readonly id: string;
  readonly words: string;
  readonly heardAt: string | null;
  readonly at: number;
};

const USUAL_MS = 10_000;
/** While somebody waits for what came of a command. */
const WAITING_MS = 2000;

/** What was not fetched by then lapses (contract). */
const LAPSES_MS = 10 * 60_000;

/** What has still to be heard of, of all that displays were told: of each the last. `now`: of the page's clock. */
export function pendingOf(
  told: readonly Told[],
  displays: readonly Display[] | undefined,
  now: number,
): ReadonlyMap<string, Told> {
  const heardAt = new Map(displays?.map(({ id, beat }) => [id, beat?.at ?? null]));
  return new Map(
    told
      .filter((each) => heardAt.get(each.id) === each.heardAt && now - each.at < LAPSES_MS)
      .map((each) => [each.id, each]),
  );
}

/** One more, in place of what the same display was told before. */
export function withTold(told: readonly Told[], next: Told): readonly Told[] {
  return [...told.filter(({ id }) => id !== next.id), next];
}

/** The displays, asked anew while the page is open; sooner while one was told something. */
export function useFleet(enabled: boolean, told: readonly Told[]) {
  return useQuery({
    ...displaysQuery(),
    enabled,
    refetchInterval: ({ state }) =>
      pendingOf(told, state.data?.displays, Date.now()).size > 0 ? WAITING_MS : USUAL_MS,
  });
}

/** The service's clock at the moment when an answer was read, epoch milliseconds; the page's own before it is known. */
export function useServiceNow(readAt: number): number {
  const { data, dataUpdatedAt } = useQuery(healthQuery());
  return data === undefined ? readAt : readAt + Date.parse(data.now) - dataUpdatedAt;
}
