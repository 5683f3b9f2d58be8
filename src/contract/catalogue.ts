import * as z from 'zod/mini';
import { DIMENSIONS, RECORD_KINDS } from '../domain/catalogue-types.ts';
import { Id } from './scalars.ts';

const Marks = z.object({ floor: z.number(), pass: z.number(), delight: z.number() });

/**
 * What the app cannot know by itself: own indicators, which built-in ones have data, the organisation's settings.
 * Identity and words of the built-in indicators stand in `src/domain/catalogue.ts` and travel with the app.
 */
export const Catalogue = z.object({
  organisation: z.object({
    name: z.string(),
    timeZone: z.string(),
    /** BCP 47 with region, `en-GB`. */
    locale: z.string(),
    currency: z.string(),
    /** 1..12 */
    fiscalYearStartMonth: z.int(),
    ruleProfile: z.enum(['nhs', 'wheeler']),
    rightFirstTimeDays: z.int(),
  }),
  /** Built-in indicators that have at least one observation. */
  available: z.array(Id),
  /**
   * Built-in computed indicators without data, and the record kinds that they still need; none where all were imported and
   * no record of theirs is of those that are counted.
   */
  missing: z.array(z.object({ indicator: Id, needs: z.array(z.enum(RECORD_KINDS)) })),
  own: z.array(
    z.object({
      id: Id,
      name: z.string(),
      dimension: z.enum(DIMENSIONS),
      unit: z.enum(['percent', 'per-1000', 'ratio', 'count']),
      better: z.enum(['higher', 'lower', 'none']),
      decimals: z.int(),
      marks: z.nullable(Marks),
      lagDays: z.int(),
      definition: z.string(),
    }),
  ),
  /** Marks that the organisation changed, and weights of indicators within their dimension (1 where not given). */
  marks: z.record(z.string(), Marks),
  weights: z.record(z.string(), z.number()),
});
export type Catalogue = z.infer<typeof Catalogue>;
