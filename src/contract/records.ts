import * as z from 'zod/mini';
import { Id, IsoWeek } from './scalars.ts';

/** Query of `GET /api/records/:kind`: the rows behind one figure, chosen by the indicator's own predicate. */
export const RecordsQuery = z.object({
  indicator: Id,
  team: z.array(Id),
  week: IsoWeek,
  page: z._default(z.int().check(z.minimum(1)), 1),
  pageSize: z._default(z.int().check(z.minimum(1), z.maximum(500)), 50),
});
export type RecordsQuery = z.infer<typeof RecordsQuery>;

export const RecordCell = z.union([z.string(), z.number(), z.null()]);

/** `inNumerator` and `inDenominator` are what the row adds to the two sums; over all pages they add up to the figure. */
export const RecordRow = z.object({
  id: Id,
  inNumerator: z.number(),
  inDenominator: z.number(),
  cells: z.array(RecordCell),
});
export type RecordRow = z.infer<typeof RecordRow>;

export const Records = z.object({
  indicator: Id,
  kind: z.string(),
  week: IsoWeek,
  numerator: z.number(),
  denominator: z.number(),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
  columns: z.array(
    z.object({ id: z.string(), name: z.string(), type: z.enum(['text', 'number', 'date', 'instant', 'money']) }),
  ),
  rows: z.array(RecordRow),
  /** Further figures over the same rows, such as the 90th-percentile age of open claims. */
  facts: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })),
});
export type Records = z.infer<typeof Records>;
