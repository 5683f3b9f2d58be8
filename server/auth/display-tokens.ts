import type { DisplayWords } from '../../src/contract/displays.ts';
import type { Principal } from '../../src/domain/policy.ts';
import { briefly } from '../db/briefly.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { DisplayTokensTable } from '../db/schema-displays.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { Uses } from './uses.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A display that was away longer has to be paired anew. */
const IDLE_MS = 90 * DAY_MS;
const RENEW_AFTER_MS = 7 * DAY_MS;
/** A new token that did not reach its display is followed by another one after so long. */
const ANOTHER_AFTER_MS = HOUR_MS;
/**
 * A token that is used has reached its display, but Chromium writes cookies to its disk only half a minute later: a power cut
 * brings the one before back. Used after so long, it is there to stay.
 */
const THERE_TO_STAY_MS = 5 * 60_000;
/** Requests that were on their way with the old token are answered still. */
const GRACE_MS = 60_000;

export type DisplayPrincipal = Extract<Principal, { readonly kind: 'display' }>;

/** A token that counts, with whose it is. */
export type FoundToken = {
  readonly tokenHash: string;
  readonly createdAt: number;
  readonly state: 'unused' | 'used' | 'there-to-stay' | 'ending';
  readonly display: DisplayPrincipal;
};

type TokenContext = { readonly db: Database; readonly clock: () => number; readonly auth: { readonly uses: Uses } };

type Row = DisplayTokensTable & { readonly words: string; readonly revoked_at: number | null };

const useOf = (firstUsedAt: number | null, now: number): FoundToken['state'] => {
  if (firstUsedAt === null) return 'unused';
  return now - firstUsedAt >= THERE_TO_STAY_MS ? 'there-to-stay' : 'used';
};

/** The token of this hash; null where there is none, it has run out or its display was revoked. */
export const findDisplayToken = async (ctx: TokenContext, tokenHash: string): Promise<FoundToken | null> => {
  const [row] = await ctx.db.all<Row>(
    `select t.*, d.words, d.revoked_at from display_tokens t join displays d on d.display_id = t.display_id
     where t.token_hash = $1`,
    [tokenHash],
  );
  if (row?.revoked_at !== null) return null;
  const now = ctx.clock();
  const usedAt = Math.max(row.used_at, ctx.auth.uses.latest(tokenHash));
  if (usedAt + IDLE_MS <= now || (row.ends_at !== null && row.ends_at <= now)) return null;
  const { name } = JSON.parse(row.words) as DisplayWords;
  return {
    tokenHash,
    createdAt: row.created_at,
    state: row.ends_at === null ? useOf(row.first_used_at, now) : 'ending',
    display: { kind: 'display', id: row.display_id, name },
  };
};

/** A new token of a display; only its hash is kept. */
export const issueDisplayToken = async (tx: Transaction, displayId: string, now: number): Promise<string> => {
  const token = newSecret();
  await tx.kysely
    .insertInto('display_tokens')
    .values({
      ...{ token_hash: hashOf(token), display_id: displayId, created_at: now, first_used_at: null },
      ...{ used_at: now, ends_at: null },
    })
    .execute();
  return token;
};

/** Drops tokens of a display that were never used, but for the newest. */
export const dropUnused = async (tx: Transaction, displayId: string, but: number): Promise<void> => {
  const unused = await tx.all<{ token_hash: string }>(
    `select token_hash from display_tokens where display_id = $1 and first_used_at is null
     order by created_at desc, token_hash`,
    [displayId],
  );
  for (const { token_hash } of unused.slice(but))
    await tx.exec(`delete from display_tokens where token_hash = $1`, [token_hash]);
};

/** The tokens before it have done their work. */
const endOthers = async (
  tx: Transaction,
  { tokenHash, createdAt, display }: FoundToken,
  now: number,
): Promise<void> => {
  await tx.exec(
    `update display_tokens set ends_at = $1
     where display_id = $2 and token_hash <> $3 and created_at <= $4 and ends_at is null`,
    [now + GRACE_MS, display.id, tokenHash, createdAt],
  );
  /* Of this display alone: a clock that is wrong for a minute must not end the tokens of all. */
  await tx.exec(`delete from display_tokens where display_id = $1 and (ends_at <= $2 or used_at <= $3)`, [
    ...[display.id, now, now - IDLE_MS],
  ]);
};

/**
 * Notes that a token is in use, the first time at once and then every few minutes. While an import holds the database it
 * stands in memory alone: a display is not kept waiting.
 */
export const useDisplayToken = async (ctx: TokenContext, found: FoundToken): Promise<void> => {
  const now = ctx.clock();
  const due = ctx.auth.uses.note(found.tokenHash, now);
  if (!due && found.state !== 'unused') return;
  await briefly(
    ctx.db.transaction(
      async (tx) => {
        await tx.exec(
          `update display_tokens set used_at = $1, first_used_at = coalesce(first_used_at, $1) where token_hash = $2`,
          [now, found.tokenHash],
        );
        const { display, state } = found;
        /* It has reached its display: the secret of the pairing has done its work. */
        if (state === 'unused') await tx.exec(`delete from pairings where display_id = $1`, [display.id]);
        if (state === 'there-to-stay') await endOthers(tx, found, now);
      },
      { waitMs: 0 },
    ),
  );
};

/**
 * The next token of a display whose own has grown old; null where it has not, where the next one is on its way already, or
 * an import holds the database: then the next beat asks again. The old one counts until the new one is there to stay.
 */
export const renewDisplayToken = async (ctx: TokenContext, found: FoundToken): Promise<string | null> => {
  const now = ctx.clock();
  const { tokenHash, createdAt, display, state } = found;
  if (state === 'ending' || now - createdAt < RENEW_AFTER_MS) return null;
  return briefly(
    ctx.db.transaction(
      async (tx) => {
        const waiting = await tx.all<{ created_at: number }>(
          `select created_at from display_tokens
           where display_id = $1 and token_hash <> $2 and first_used_at is null and ends_at is null`,
          [display.id, tokenHash],
        );
        if (waiting.some(({ created_at }) => now - created_at < ANOTHER_AFTER_MS)) return null;
        /* Not its own, of which an import may have kept the first use from being written down. */
        await tx.exec(
          `delete from display_tokens where display_id = $1 and token_hash <> $2 and first_used_at is null`,
          [display.id, tokenHash],
        );
        return issueDisplayToken(tx, display.id, now);
      },
      { waitMs: 0 },
    ),
  );
};
