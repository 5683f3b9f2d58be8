import * as z from 'zod/mini';
import { Id, IsoDate, TimeOfDay } from './scalars.ts';

/** When a slide is shown: on these weekdays (ISO, 1 is Monday) and between these hours, which may go over midnight. */
export const SlideSchedule = z.object({
  days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
  from: TimeOfDay,
  to: TimeOfDay,
});
export type SlideSchedule = z.infer<typeof SlideSchedule>;

const shared = {
  /** Made by whoever composes the list; unique in it. */
  id: z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)),
  /** How long each of its pages stays. */
  seconds: z.int().check(z.minimum(5), z.maximum(600)),
  /** null: always. */
  schedule: z.nullable(SlideSchedule),
};

/**
 * - `dimensions`: the grades of the four dimensions. `trend`: one indicator with its chart.
 * - `promise`: promise kept, and where it broke. `goals`: goals of the scope and their routes.
 * - `signals`: this week's signals in words. `due`: decisions and open actions, without names.
 * - `message`: words of somebody, up to and including a date.
 */
export const WallSlide = z.discriminatedUnion('kind', [
  z.object({ ...shared, kind: z.enum(['dimensions', 'promise', 'goals', 'signals', 'due']) }),
  z.object({ ...shared, kind: z.literal('trend'), indicator: Id }),
  z.object({
    ...shared,
    kind: z.literal('message'),
    title: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(280)),
    until: IsoDate,
  }),
]);
export type WallSlide = z.infer<typeof WallSlide>;
