/**
 * Displays on walls. `displays.words` and `displays.command` are JSON of the contract; `beat` is what a display last said of
 * itself. No secret stands here as it is: tokens and the secrets of pairings are SHA-256 of 256 random bits. The code of a
 * pairing does, for a quarter of an hour: it opens nothing without an account that may approve it.
 */
export const statements: readonly string[] = [
  `create table displays (
    display_id text primary key, words text not null, revision integer not null, created_at bigint not null,
    created_by text not null, beat text, beat_at bigint, poll_seconds integer not null, command_id integer not null,
    command text, command_at bigint, command_done integer not null, revoked_at bigint)`,
  `create table display_tokens (
    token_hash text primary key, display_id text not null, created_at bigint not null, first_used_at bigint,
    used_at bigint not null, ends_at bigint)`,
  `create index display_tokens_display on display_tokens (display_id)`,
  `create table pairings (
    secret_hash text primary key, code text unique, created_at bigint not null, expires_at bigint not null,
    display_id text)`,
];
