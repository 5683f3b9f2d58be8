import type { Team } from '../../contract/teams.ts';
import type { Formats } from '../../domain/format.ts';
import { isoWeekLabel, sundayOf, type WeekNumber } from '../../domain/week.ts';
import { addressOf } from '../../state/address.ts';
import type { ReviewView } from '../../state/view.ts';

/** A longer address would leave the foot of the page; the teams are then counted. */
const LONGEST_ADDRESS = 240;

/** Where the sheet can be found again: the week by its name, never "latest". */
export function printedAddress(origin: string, view: ReviewView, week: WeekNumber): string {
  const named = { ...view, week: isoWeekLabel(week) };
  const address = origin + addressOf(named);
  if (address.length <= LONGEST_ADDRESS) return address;
  return `${origin}${addressOf({ ...named, teams: [] })} (${view.teams.length} teams)`;
}

/** "Data to Sun 15 Nov 2026": the end of the week that is reviewed. */
export function dataToWords(week: WeekNumber, formats: Formats): string {
  return `Data to ${formats.dayAndYear(sundayOf(week))}`;
}

/** "All teams", "Depot North, Depot South". */
export function teamWords(chosen: readonly string[], teams: readonly Team[]): string {
  if (chosen.length === 0) return 'All teams';
  const names = chosen.map((id) => teams.find((team) => team.id === id)?.name ?? id);
  return names.length <= MOST_NAMES ? names.join(', ') : `${names.length} teams`;
}

const MOST_NAMES = 6;

/** A text as CSS writes it, for what stands at the foot of each page. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\s/g, ' ')}"`;
}
