import * as z from 'zod/mini';
import { Annotation } from './observations.ts';
import { Id, Instant, IsoDate } from './scalars.ts';

/** Who writes, as the person gave their name. */
export const PersonName = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));

/** Why, in a sentence. */
export const Reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));

/** Body of `POST /api/annotations`. A `change` starts a new segment of limits in its week and must say why. */
export const NewAnnotation = z.object({
  date: IsoDate,
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  /** null: concerns every indicator. */
  indicator: z.nullable(Id),
  /** null: concerns every team. */
  team: z.nullable(Id),
  kind: z.enum(['note', 'improvement', 'change']),
  author: PersonName,
  reason: z.nullable(Reason),
});
export type NewAnnotation = z.infer<typeof NewAnnotation>;

/**
 * Body of `POST /api/annotations/:id/withdrawal`. One that is withdrawn already is refused (`conflict` at `state`), and so
 * is an improvement's (`conflict` at `id`). Withdrawn is final: an import that brings the same id again does not bring the
 * annotation back.
 */
export const Withdrawal = z.object({ author: PersonName, reason: Reason });
export type Withdrawal = z.infer<typeof Withdrawal>;

/** Query of `GET /api/annotations`; nothing given: all. `indicator`: its own and those that concern every indicator. */
export const AnnotationsQuery = z.object({ indicator: z.optional(Id) });
export type AnnotationsQuery = z.infer<typeof AnnotationsQuery>;

export const AnnotationEvent = z.object({
  what: z.enum(['added', 'withdrawn']),
  at: Instant,
  by: z.string(),
  reason: z.nullable(z.string()),
});

/** An annotation with what was done to it, oldest first. A withdrawn one stands in no chart any more. */
export const KeptAnnotation = z.object({
  annotation: Annotation,
  state: z.enum(['stands', 'withdrawn']),
  /** Whether it can be withdrawn here: it stands, and is no improvement's, which is changed where improvements are kept. */
  withdrawable: z.boolean(),
  history: z.array(AnnotationEvent),
});
export type KeptAnnotation = z.infer<typeof KeptAnnotation>;

/** Newest date first. */
export const Annotations = z.object({ annotations: z.array(KeptAnnotation) });
export type Annotations = z.infer<typeof Annotations>;
