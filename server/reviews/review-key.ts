import { isoWeekLabel, parseIsoWeek, type WeekNumber } from '../../src/domain/week.ts';
import { ServiceFailure } from '../http/service-failure.ts';

/** What a review is found by. `scope` is the JSON list of the team ids, sorted and each once; `[]` is the organisation. */
export type ReviewKey = { readonly week: WeekNumber; readonly scope: string };

export const scopeOf = (teams: readonly string[]): string => JSON.stringify([...new Set(teams)].sort());

export const teamsOf = (scope: string): string[] => JSON.parse(scope) as string[];

/** @throws ServiceFailure `bad-request` at `week` where no such week exists. */
export const reviewKey = (label: string, teams: readonly string[]): ReviewKey => {
  const week = parseIsoWeek(label);
  if (week === null) {
    throw new ServiceFailure('bad-request', 'There is no such week; weeks are written like 2026-W46.', 'week');
  }
  return { week, scope: scopeOf(teams) };
};

export const weekLabel = ({ week }: ReviewKey): string => isoWeekLabel(week);
