/** Kysely's view of the tables of `migrations/0005-people.ts`; instants as in `schema.ts`. */

/** `email` in lower case; `teams` is a JSON list of team ids; `state`: invited, active or disabled. */
export type PeopleTable = {
  person_id: string;
  email: string;
  name: string;
  role: string;
  teams: string;
  records: 0 | 1;
  state: string;
  revision: number;
  created_at: number;
  last_seen_at: number | null;
};

/** `password`: `scrypt$…`, as `server/auth/passwords.ts` writes it. */
export type CredentialsTable = { person_id: string; password: string; changed_at: number };

/** Who a person is at a provider. */
export type IdentitiesTable = { issuer: string; subject: string; person_id: string; since: number };

export type SessionsTable = {
  token_hash: string;
  person_id: string;
  created_at: number;
  used_at: number;
  expires_at: number;
};

/** `purpose` as in the contract's `Invitation`; no person for the first administrator. */
export type InvitationsTable = {
  token_hash: string;
  person_id: string | null;
  purpose: string;
  created_at: number;
  expires_at: number;
};

/** `kinds` is a JSON list of record kinds. */
export type ApiKeysTable = {
  key_id: string;
  name: string;
  kinds: string;
  hint: string;
  secret_hash: string;
  created_at: number;
  created_by: string;
  used_at: number | null;
  revoked_at: number | null;
};

export type AuditTable = {
  id: number;
  at: number;
  who_kind: string;
  who_id: string | null;
  who_name: string;
  what: string;
  outcome: string;
  about: string | null;
  detail: string | null;
  from_address: string | null;
};
