import type { Indicator } from '../../src/domain/catalogue-types.ts';
import type { Sql } from '../db/database.ts';

/** The scale of a listening post, on which its factors are given. */
export type Scale = { readonly min: number; readonly max: number };

/** What is asked of an indicator of the organisation's own: whether it takes a target. */
export type OwnIndicator = Pick<Indicator, 'id' | 'name' | 'takesTarget' | 'better'>;

/** What rows of a file may refer to: what is stored, and what the file itself brought so far. */
export type References = {
  readonly teams: Set<string>;
  readonly causes: Set<string>;
  readonly scales: Map<string, Scale>;
  /** Indicators of the organisation's own, by id. */
  readonly ownIndicators: Map<string, OwnIndicator>;
};

/** The team of rows that name none. */
export const NO_TEAM = 'unassigned';

export const noReferences = (): References => ({
  teams: new Set([NO_TEAM]),
  causes: new Set(),
  scales: new Map(),
  ownIndicators: new Map(),
});

/** An own indicator as a file or the database names it; every one of them takes a target where it has a direction. */
export const ownIndicatorOf = (id: string, name: string, better: string): OwnIndicator => ({
  id,
  name,
  takesTarget: true,
  better: better === 'higher' || better === 'lower' ? better : 'none',
});

/** Reads what is stored; these tables are small. */
export const readReferences = async (db: Sql): Promise<References> => {
  const references = noReferences();
  for (const row of await db.all<{ team_id: string }>(`select team_id from teams`)) references.teams.add(row.team_id);
  for (const row of await db.all<{ cause_id: string }>(`select cause_id from causes`)) {
    references.causes.add(row.cause_id);
  }
  const own = await db.all<{ id: string; name: string; better: string }>(
    `select indicator_id as id, name as name, better as better from indicators`,
  );
  for (const { id, name, better } of own) references.ownIndicators.set(id, ownIndicatorOf(id, name, better));
  const posts = await db.all<{ post_id: string; scale_min: number; scale_max: number }>(
    `select post_id, scale_min, scale_max from listening_posts`,
  );
  for (const post of posts) references.scales.set(post.post_id, { min: post.scale_min, max: post.scale_max });
  return references;
};
