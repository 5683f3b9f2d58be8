import type { Sql } from '../db/database.ts';

/** The scale of a listening post, on which its factors are given. */
export type Scale = { readonly min: number; readonly max: number };

/** What rows of a file may refer to: what is stored, and what the file itself brought so far. */
export type References = {
  readonly teams: Set<string>;
  readonly causes: Set<string>;
  readonly scales: Map<string, Scale>;
  /** Indicators of the organisation's own. */
  readonly ownIndicators: Set<string>;
};

/** The team of rows that name none. */
export const NO_TEAM = 'unassigned';

export const noReferences = (): References => ({
  teams: new Set([NO_TEAM]),
  causes: new Set(),
  scales: new Map(),
  ownIndicators: new Set(),
});

/** Reads what is stored; these tables are small. */
export const readReferences = async (db: Sql): Promise<References> => {
  const references = noReferences();
  for (const row of await db.all<{ team_id: string }>(`select team_id from teams`)) references.teams.add(row.team_id);
  for (const row of await db.all<{ cause_id: string }>(`select cause_id from causes`)) {
    references.causes.add(row.cause_id);
  }
  for (const row of await db.all<{ indicator_id: string }>(`select indicator_id from indicators`)) {
    references.ownIndicators.add(row.indicator_id);
  }
  const posts = await db.all<{ post_id: string; scale_min: number; scale_max: number }>(
    `select post_id, scale_min, scale_max from listening_posts`,
  );
  for (const post of posts) references.scales.set(post.post_id, { min: post.scale_min, max: post.scale_max });
  return references;
};
