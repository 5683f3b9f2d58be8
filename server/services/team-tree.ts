import type { Team } from '../../src/contract/teams.ts';

/** The named teams and all below them, each once. A loop in the hierarchy does no harm. */
export const withTeamsBelow = (teams: readonly Team[], named: readonly string[]): readonly string[] => {
  const below = new Map<string, string[]>();
  for (const { id, parent } of teams) {
    if (parent === null) continue;
    const children = below.get(parent);
    if (children === undefined) below.set(parent, [id]);
    else children.push(id);
  }
  const scope = new Set(named);
  /* A set hands out what is added while it is walked. */
  for (const id of scope) for (const child of below.get(id) ?? []) scope.add(child);
  return [...scope];
};

/** The named teams and all above them, each once: whose targets they inherit, and whose annotations concern them too. */
export const withTeamsAbove = (teams: readonly Team[], named: readonly string[]): ReadonlySet<string> => {
  const parents = new Map(teams.map(({ id, parent }) => [id, parent]));
  const line = new Set(named);
  for (const id of line) {
    const parent = parents.get(id) ?? null;
    if (parent !== null) line.add(parent);
  }
  return line;
};
