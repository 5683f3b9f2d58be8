/**
 * An ISO 8601 week as a whole number: weeks since the Monday before the Unix epoch (1969-12-29 is day −3, week 0).
 * Weeks are compared, subtracted and stored as this number; they are shown by their ISO label.
 */
export type WeekNumber = number;

/** A local calendar date as days since 1970-01-01 (proleptic Gregorian); 1970-01-01 is 0. */
export type DayNumber = number;

/** The ISO 8601 label of a week, such as `2026-W46`, by ISO week-year. */
export type IsoWeek = string;

/** A calendar date such as `2026-11-15`. */
export type IsoDate = string;
