import type { Team } from '../contract/teams.ts';

/** A team in the order in which a list shows it: under its parent, by name. */
export type TeamRow = {
  readonly id: string;
  readonly name: string;
  /** 0 for a team under no other. */
  readonly depth: number;
  /** Names of the teams above it, top first. */
  readonly above: readonly string[];
};

/** The hierarchy as one list. A parent that does not exist, or a ring of parents, leaves the team at the top. */
export function teamRows(teams: readonly Team[], locale: string): readonly TeamRow[] {
  const byName = new Intl.Collator(locale, { numeric: true });
  const ids = new Set(teams.map((team) => team.id));
  const children = new Map<string | null, Team[]>();
  for (const team of teams) {
    const parent = team.parent !== null && ids.has(team.parent) && !isRing(teams, team) ? team.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), team]);
  }
  const walk = (parent: string | null, above: readonly string[]): readonly TeamRow[] =>
    (children.get(parent) ?? [])
      .toSorted((a, b) => byName.compare(a.name, b.name))
      .flatMap((team) => [
        { id: team.id, name: team.name, depth: above.length, above },
        ...walk(team.id, [...above, team.name]),
      ]);
  return walk(null, []);
}

/** The team and those above it, nearest first: a target of the nearest one holds. */
export function lineageOf(teams: readonly Team[], id: string): readonly string[] {
  const byId = teamsById(teams);
  const line: string[] = [];
  for (let at: string | null = id; at !== null && !line.includes(at); at = byId.get(at)?.parent ?? null) line.push(at);
  return line;
}

/** By list of teams: a grid asks for the lines of hundreds of teams in one of them. */
const known = new WeakMap<readonly Team[], ReadonlyMap<string, Team>>();

function teamsById(teams: readonly Team[]): ReadonlyMap<string, Team> {
  const found = known.get(teams) ?? new Map(teams.map((team) => [team.id, team]));
  known.set(teams, found);
  return found;
}

/** What the button says: the team's name, or how many are chosen. */
export function scopeName(teams: readonly Team[], chosen: readonly string[]): string {
  const [first] = chosen;
  if (first === undefined) return 'All teams';
  if (chosen.length > 1) return `${chosen.length} teams`;
  return teams.find((team) => team.id === first)?.name ?? first;
}

function isRing(teams: readonly Team[], team: Team): boolean {
  const line = lineageOf(teams, team.id);
  const top = teams.find((other) => other.id === line.at(-1));
  return top?.parent != null && line.includes(top.parent);
}
