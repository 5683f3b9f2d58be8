import * as z from 'zod/mini';

/** An ISO 8601 week label, `2026-W46`. */
export const IsoWeek = z.string().check(z.regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/));
export type IsoWeek = z.infer<typeof IsoWeek>;

/** A calendar date, `2026-11-15`. */
export const IsoDate = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
export type IsoDate = z.infer<typeof IsoDate>;

/** An instant as RFC 3339 in UTC, `2026-11-16T06:02:11.000Z`. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/));
export type Instant = z.infer<typeof Instant>;

/** `08:30`, in a time zone that the field names. */
export const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export type TimeOfDay = z.infer<typeof TimeOfDay>;

export const Id = z.string().check(z.minLength(1), z.maxLength(200));
export type Id = z.infer<typeof Id>;

/** A sum; `null` where no import covered the week. */
export const Sum = z.nullable(z.number());
