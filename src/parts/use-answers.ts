import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { catalogueQuery, healthQuery, observationsQuery, teamsQuery } from '../api/queries.ts';
import type { Health } from '../contract/health.ts';
import type { Team } from '../contract/teams.ts';
import { firstWeekRead } from '../domain/answer-range.ts';
import { isoWeekLabel, parseIsoWeek, type WeekNumber } from '../domain/week.ts';
import type { ScorecardInput } from '../reading/read-scorecard.ts';
import type { Scoped } from '../state/view.ts';

/** The four answers that a page of figures is read from, or why there is nothing to read yet. */
export type Answers =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'ready';
      readonly input: ScorecardInput;
      readonly teams: readonly Team[];
      /** First week that has data, which may lie before the answer in hand. */
      readonly firstWeek: WeekNumber;
      /** Figures of the teams in the address; or still those of the ones before, which stay until the new ones are here. */
      readonly shown: 'asked-for' | 'before';
      readonly retry: () => void;
    };

export const NO_TEAMS: ScorecardInput['teams'] = [];

/** Today where the service has not said its own. */
export const LOADED_AT = Date.now();

/** Asks for what a view needs. A past week is asked for as a range of its own where the newest answer does not reach it. */
export function useAnswers(view: Scoped): Answers {
  const health = useQuery({ ...healthQuery(), select: readable });
  const catalogue = useQuery(catalogueQuery());
  const teams = useQuery(teamsQuery());
  const latest = useQuery(observationsQuery({ teams: view.teams, span: 'latest' }));
  const span = pastSpan(view, latest.data?.from);
  const past = useQuery({
    ...observationsQuery({ teams: view.teams, span: span ?? 'latest' }),
    enabled: span !== null,
  });
  const observations = span === null ? latest : past;

  const retry = (): void => {
    for (const query of [observations, catalogue, teams]) if (query.isError) void query.refetch();
  };
  const found = observations.data;
  const known = catalogue.data;
  const heard = health.data ?? null;
  const list = teams.data?.teams ?? NO_TEAMS;
  const { week, compare } = view;
  // The same one until something in it changes: pages read it in hundreds of pieces and keep what they read.
  const input = useMemo(
    (): ScorecardInput | null =>
      found === undefined || known === undefined
        ? null
        : { observations: found, catalogue: known, teams: list, health: heard, fallbackNow: LOADED_AT, week, compare },
    [found, known, list, heard, week, compare],
  );
  if (heard?.empty === true) return { kind: 'empty' };
  const error = observations.error ?? catalogue.error;
  if (input !== null && (heard !== null || health.isError)) {
    const shown = observations.isPlaceholderData ? 'before' : 'asked-for';
    const firstWeek = parseIsoWeek(heard?.firstWeek ?? '') ?? parseIsoWeek(input.observations.from) ?? 0;
    return { kind: 'ready', input, teams: input.teams, firstWeek, shown, retry };
  }
  return error === null ? { kind: 'loading' } : { kind: 'failed', error, retry };
}

/** What of the service's state the page draws; polls that change none of it draw nothing. */
function readable({ now, cadenceSeconds, latestWeek, firstWeek, empty }: Health) {
  return { now: `${now.slice(0, 13)}:00:00.000Z`, cadenceSeconds, latestWeek, firstWeek, empty };
}

/** The range to ask for when the week in view lies before what the first answer holds, or too near to its start. */
function pastSpan(view: Scoped, from: string | undefined): { readonly from: string; readonly to: string } | null {
  const week = view.week === 'latest' ? null : parseIsoWeek(view.week);
  const first = from === undefined ? null : parseIsoWeek(from);
  if (week === null || first === null) return null;
  const read = firstWeekRead(week, first);
  return read === first ? null : { from: isoWeekLabel(read), to: isoWeekLabel(week) };
}
