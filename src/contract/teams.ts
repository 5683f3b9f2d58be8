import * as z from 'zod/mini';
import { Id } from './scalars.ts';

export const Team = z.object({
  id: Id,
  name: z.string(),
  parent: z.nullable(Id),
  /** Who leads it, where that was said. */
  lead: z.optional(z.nullable(z.string())),
});
export type Team = z.infer<typeof Team>;

export const Teams = z.object({ teams: z.array(Team) });
export type Teams = z.infer<typeof Teams>;
