import type { Team } from '../../contract/teams.ts';
import type { Formats } from '../../domain/format.ts';
import { sundayOf } from '../../domain/week.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import type { GoalsModel } from './goals-model.ts';

/** Whose goals they are: the team's name, or the organisation's. */
export function scopeTitle(card: Scorecard, teams: readonly Team[], team: string | null): string {
  if (team === null) return card.catalogue.organisation.name;
  return teams.find(({ id }) => id === team)?.name ?? team;
}

/** "4 goals · lead Tom Adeyemi · week 46, data to Sun 15 Nov 2026". */
export function headWords({ list, card, team, formats }: GoalsModel, teams: readonly Team[]): string {
  const count = list.rows.length;
  const lead = teams.find(({ id }) => id === team)?.lead ?? null;
  return [
    count === 0 ? 'no goals' : count === 1 ? '1 goal' : `${formats.count(count)} goals`,
    ...(lead === null ? [] : [`lead ${lead}`]),
    `${formats.weekName(card.week)}, data to ${dataTo(card, formats)}`,
  ].join(' · ');
}

/** The end of the week in view, or how far a running one is covered. */
function dataTo({ week, scope }: Scorecard, formats: Formats): string {
  const covered = Math.max(...scope.coveredTo.values());
  return formats.dayAndYear(Math.min(sundayOf(week), Number.isFinite(covered) ? covered : sundayOf(week)));
}
