import * as z from 'zod/mini';
import { PersonName, Reason } from './annotations.ts';
import { Id, Instant, IsoDate } from './scalars.ts';

/** Where a cause has to be removed: the six components of a service. */
export const COMPONENTS = ['product', 'procedures', 'facilities', 'systems', 'information', 'people'] as const;
export const Component = z.enum(COMPONENTS);
export type Component = z.infer<typeof Component>;

/** What a person writes of an improvement. */
export const ImprovementWords = z.object({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  owner: PersonName,
  component: Component,
  /** The cause that it removes, where it is one. */
  cause: z.nullable(Id),
  /** The measure that it is to move; on its chart it is drawn. null: where a cause is named, repeated claims. */
  indicator: z.nullable(Id),
  /** null: the whole organisation. */
  team: z.nullable(Id),
  /** When it took or takes effect; null while it is an idea. Its week is the week of this day. */
  effective: z.nullable(IsoDate),
});
export type ImprovementWords = z.infer<typeof ImprovementWords>;

/** Body of `POST /api/improvements`; an id that is sent twice is treated as with `NewGoal`. Unknown names are `not-found` at `words.FIELD`. */
export const NewImprovement = z.object({
  id: z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/)),
  author: PersonName,
  words: ImprovementWords,
});
export type NewImprovement = z.infer<typeof NewImprovement>;

/**
 * Body of `PUT /api/improvements/:id`: the whole improvement and the revision that it was written on. Refused where that
 * moved on (`conflict` at `revision`), where it was withdrawn (`conflict` at `state`), and for an imported one (`conflict`
 * at `id`: it is changed where it comes from).
 */
export const ImprovementChange = z.object({
  revision: z.int().check(z.minimum(1)),
  author: PersonName,
  words: ImprovementWords,
});
export type ImprovementChange = z.infer<typeof ImprovementChange>;

/** Body of `POST /api/improvements/:id/withdrawal`, refused as a change is. */
export const ImprovementWithdrawal = z.object({
  revision: z.int().check(z.minimum(1)),
  author: PersonName,
  reason: Reason,
});
export type ImprovementWithdrawal = z.infer<typeof ImprovementWithdrawal>;

/** An improvement as it stands. Imported ones may lack owner, component, indicator or team. */
export const Improvement = z.object({
  id: Id,
  title: z.string(),
  owner: z.nullable(z.string()),
  component: z.nullable(Component),
  cause: z.nullable(Id),
  indicator: z.nullable(Id),
  team: z.nullable(Id),
  effective: z.nullable(IsoDate),
  state: z.enum(['stands', 'withdrawn']),
  origin: z.enum(['kept', 'imported']),
  /** 0 for an imported one. */
  revision: z.int(),
  changedBy: z.nullable(z.string()),
  changedAt: z.nullable(Instant),
});
export type Improvement = z.infer<typeof Improvement>;

/** Those that stand; the latest to take effect first, ideas last. */
export const Improvements = z.object({ improvements: z.array(Improvement) });
export type Improvements = z.infer<typeof Improvements>;
