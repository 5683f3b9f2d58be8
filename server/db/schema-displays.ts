/** Kysely's view of the tables of `migrations/0006-displays.ts`; instants as in `schema.ts`. */

/**
 * `words`, `beat` and `command` are JSON of the contract. `poll_seconds`: when the display was told to ask again.
 * `command_id` counts its commands; those up to `command_done` were carried out.
 */
export type DisplaysTable = {
  display_id: string;
  words: string;
  revision: number;
  created_at: number;
  created_by: string;
  beat: string | null;
  beat_at: number | null;
  poll_seconds: number;
  command_id: number;
  command: string | null;
  command_at: number | null;
  command_done: number;
  revoked_at: number | null;
};

/** `ends_at`: set once a newer token of the display is in use. */
export type DisplayTokensTable = {
  token_hash: string;
  display_id: string;
  created_at: number;
  first_used_at: number | null;
  used_at: number;
  ends_at: number | null;
};

/** `code` is gone and `display_id` is there once it was approved. */
export type PairingsTable = {
  secret_hash: string;
  code: string | null;
  created_at: number;
  expires_at: number;
  display_id: string | null;
};
