import type { Person } from '../../src/domain/policy.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { PeopleTable } from '../db/schema-people.ts';
import type { Settings } from '../settings.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { Uses } from './uses.ts';

const HOUR_MS = 3_600_000;
/** In so many places a person may be signed in; the oldest gives way. */
const MOST_SESSIONS = 20;

export type FoundSession = {
  readonly tokenHash: string;
  readonly expiresAt: number;
  readonly email: string;
  /** With the teams that were granted, without those below. */
  readonly person: Person;
};

type SessionContext = {
  readonly db: Database;
  readonly clock: () => number;
  readonly settings: Settings;
  readonly auth: { readonly uses: Uses };
};

type Row = PeopleTable & { readonly token_hash: string; readonly used_at: number; readonly expires_at: number };

/** The principal that a row of people stands for. */
export const personOf = ({ person_id, name, role, teams, records }: PeopleTable): Person => ({
  kind: 'person',
  id: person_id,
  name,
  role: role as Person['role'],
  teams: JSON.parse(teams) as string[],
  records: records === 1,
});

const idleMs = ({ sessionIdleHours }: Settings): number => sessionIdleHours * HOUR_MS;

/** The session that a token belongs to; null where it has ended, or its person may not sign in any more. */
export const findSession = async (ctx: SessionContext, tokenHash: string): Promise<FoundSession | null> => {
  const [row] = await ctx.db.all<Row>(
    `select s.token_hash, s.used_at, s.expires_at, p.* from sessions s join people p on p.person_id = s.person_id
     where s.token_hash = $1`,
    [tokenHash],
  );
  if (row?.state !== 'active') return null;
  const now = ctx.clock();
  const usedAt = Math.max(row.used_at, ctx.auth.uses.latest(tokenHash));
  if (row.expires_at <= now || usedAt + idleMs(ctx.settings) <= now) return null;
  return { tokenHash, expiresAt: row.expires_at, email: row.email, person: personOf(row) };
};

/**
 * Notes that a session is in use, at most every few minutes, and waits for nothing: while an import holds the database it
 * stands in memory alone.
 */
export const useSession = (
  ctx: SessionContext,
  { tokenHash, personId }: { readonly tokenHash: string; readonly personId: string },
): void => {
  const now = ctx.clock();
  if (!ctx.auth.uses.note(tokenHash, now)) return;
  void ctx.db
    .transaction(
      async (tx) => {
        await tx.exec(`update sessions set used_at = $1 where token_hash = $2 and used_at < $1`, [now, tokenHash]);
        await tx.exec(`update people set last_seen_at = $1 where person_id = $2`, [now, personId]);
      },
      { waitMs: 0 },
    )
    .catch(() => undefined);
};

export type NewSession = { readonly token: string; readonly tokenHash: string; readonly expiresAt: number };

/**
 * Begins a session of a person under a token that nobody had before; `before`, the one with which the browser came, ends.
 * Sessions that have run out are cleared away.
 */
export const beginSession = async (
  tx: Transaction,
  personId: string,
  { now, settings, before }: { readonly now: number; readonly settings: Settings; readonly before: string | null },
): Promise<NewSession> => {
  const token = newSecret();
  const tokenHash = hashOf(token);
  const expiresAt = now + settings.sessionDays * 24 * HOUR_MS;
  if (before !== null) await tx.exec(`delete from sessions where token_hash = $1`, [before]);
  await tx.exec(`delete from sessions where expires_at <= $1 or used_at <= $2`, [now, now - idleMs(settings)]);
  await tx.kysely
    .insertInto('sessions')
    .values({ token_hash: tokenHash, person_id: personId, created_at: now, used_at: now, expires_at: expiresAt })
    .execute();
  const others = await tx.all<{ token_hash: string }>(
    `select token_hash from sessions where person_id = $1 order by created_at desc, token_hash`,
    [personId],
  );
  for (const { token_hash } of others.slice(MOST_SESSIONS)) {
    await tx.exec(`delete from sessions where token_hash = $1`, [token_hash]);
  }
  await tx.exec(`update people set last_seen_at = $1 where person_id = $2`, [now, personId]);
  return { token, tokenHash, expiresAt };
};

/** Ends sessions of a person, but for one that may stay; answers which ended, so that their streams are closed too. */
export const endSessions = async (
  tx: Transaction,
  personId: string,
  keep: string | null = null,
): Promise<readonly string[]> => {
  const rows = await tx.all<{ token_hash: string }>(`select token_hash from sessions where person_id = $1`, [personId]);
  const ended = rows.map(({ token_hash }) => token_hash).filter((tokenHash) => tokenHash !== keep);
  for (const tokenHash of ended) await tx.exec(`delete from sessions where token_hash = $1`, [tokenHash]);
  return ended;
};
