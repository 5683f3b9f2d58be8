import type { Dialect } from '../database.ts';

/**
 * People who sign in, keys for imports, and the audit log.
 *
 * No secret stands here as it is: `credentials.password` is a scrypt hash with its parameters and salt, the tokens of
 * `sessions` and `invitations` and the secrets of `api_keys` are SHA-256 of 256 random bits. `people.teams` and
 * `api_keys.kinds` are JSON lists. `identities` says who a person is at a provider (OpenID Connect: issuer and subject).
 * An invitation of the first administrator has no person yet.
 *
 * Rows of `audit` can be added and never changed or removed: triggers refuse it on both databases.
 */
const TABLES: readonly string[] = [
  `create table people (
    person_id text primary key, email text not null unique, name text not null, role text not null, teams text not null,
    records integer not null, state text not null, revision integer not null, created_at bigint not null,
    last_seen_at bigint)`,
  `create table credentials (person_id text primary key, password text not null, changed_at bigint not null)`,
  `create table identities (
    issuer text not null, subject text not null, person_id text not null, since bigint not null,
    primary key (issuer, subject))`,
  `create table sessions (
    token_hash text primary key, person_id text not null, created_at bigint not null, used_at bigint not null,
    expires_at bigint not null)`,
  `create index sessions_person on sessions (person_id)`,
  `create table invitations (
    token_hash text primary key, person_id text, purpose text not null, created_at bigint not null,
    expires_at bigint not null)`,
  `create table api_keys (
    key_id text primary key, name text not null, kinds text not null, hint text not null, secret_hash text not null unique,
    created_at bigint not null, created_by text not null, used_at bigint, revoked_at bigint)`,
  `create table audit (
    id bigint primary key, at bigint not null, who_kind text not null, who_id text, who_name text not null,
    what text not null, outcome text not null, about text, detail text, from_address text)`,
];

const APPEND_ONLY: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: ['update', 'delete'].map(
    (deed) =>
      `create trigger audit_no_${deed} before ${deed} on audit begin select raise(abort, 'audit is append only'); end`,
  ),
  postgres: [
    `create function audit_append_only() returns trigger language plpgsql as
      $$ begin raise exception 'audit is append only'; end $$`,
    `create trigger audit_append_only before update or delete or truncate on audit
      for each statement execute function audit_append_only()`,
  ],
};

export const statements = (dialect: Dialect): readonly string[] => [...TABLES, ...APPEND_ONLY[dialect]];
