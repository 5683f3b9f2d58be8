import type { Pairing } from '../../src/contract/displays.ts';
import { tellAudit } from '../auth/audit.ts';
import { dropUnused, issueDisplayToken } from '../auth/display-tokens.ts';
import { livingPairing } from '../auth/pairing-rows.ts';
import { hashOf, newSecret } from '../auth/secrets.ts';
import type { ServiceContext } from '../context.ts';
import type { Transaction } from '../db/database.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { DisplaysTable, PairingsTable } from '../db/schema-displays.ts';
import { wordsOf } from '../displays/display-rows.ts';
import { newCode } from '../displays/pairing-codes.ts';
import { ServiceFailure } from '../http/service-failure.ts';

const CODE_LIVES_MS = 15 * 60_000;
/** Screens that wait for approval at once, of the whole service: a guess among 30^6 codes stays one. */
const MOST_LIVING = 200;
/** Tokens of an approved screen of which none was used yet: answers that got lost, or somebody who asks for the sake of it. */
const MOST_UNUSED = 5;
/** Somebody stands before the screen. */
const POLL_SECONDS = 5;

export type PairingStep = {
  readonly pairing: Pairing;
  /** What the screen is to keep in its cookie instead of what it has; null: that stays. */
  readonly cookie: { readonly secret: string; readonly holds: 'pairing' | 'token' } | null;
};

export type PairingAsked = {
  /** What the screen's cookie holds. */
  readonly secret: string | null;
  /** The display, where that is its token already. */
  readonly name: string | null;
  readonly place: string;
  /** Where people approve screens. */
  readonly address: string;
};

const waiting = (ctx: ServiceContext, address: string, code: string, expiresAt: number): Pairing => ({
  state: 'waiting',
  code,
  expiresAt: new Date(expiresAt).toISOString(),
  address,
  nextPollSeconds: POLL_SECONDS,
  now: new Date(ctx.clock()).toISOString(),
  build: ctx.build,
  locale: ctx.settings.locale,
});

const tooMany = (message: string, seconds: number): ServiceFailure =>
  new ServiceFailure('too-many-tries', message, 'code', seconds);

const freeCode = async (tx: Transaction): Promise<string> => {
  for (;;) {
    const code = newCode();
    if ((await tx.all(`select 1 from pairings where code = $1`, [code])).length === 0) return code;
  }
};

/** @throws ServiceFailure `too-many-tries` at `code`, by network place or of all. */
const beginPairing = async (ctx: ServiceContext, { place, address }: PairingAsked): Promise<PairingStep> => {
  const wait = ctx.auth.pairings.wait(place);
  if (wait > 0) throw tooMany(`Too many screens asked for a code from here. Try again in ${wait} s.`, wait);
  ctx.auth.pairings.failed(place);
  const now = ctx.clock();
  const secret = newSecret();
  const expiresAt = now + CODE_LIVES_MS;
  let code = '';
  await ctx.db.transaction(async (tx) => {
    await tx.exec(`delete from pairings where expires_at <= $1`, [now]);
    const living = await tx.all(`select 1 from pairings where code is not null limit ${MOST_LIVING}`);
    if (living.length >= MOST_LIVING) throw tooMany('Too many screens wait for approval. Try again in a minute.', 60);
    code = await freeCode(tx);
    await tx.kysely
      .insertInto('pairings')
      .values({ secret_hash: hashOf(secret), code, created_at: now, expires_at: expiresAt, display_id: null })
      .execute();
    /* No entry in the audit log: anybody may ask, and nothing has come of it yet. */
    return null;
  }, INTERACTIVE);
  return { pairing: waiting(ctx, address, code, expiresAt), cookie: { secret, holds: 'pairing' } };
};

/**
 * Swaps the secret of an approved pairing for a token. The pairing stays until a token was used, in case this answer gets
 * lost. null where the display was revoked meanwhile.
 * @throws ServiceFailure `too-many-tries` at `code`.
 */
const finishPairing = async (ctx: ServiceContext, { display_id }: PairingsTable): Promise<PairingStep | null> => {
  const display = display_id ?? '';
  const wait = ctx.auth.displayTokens.wait(display);
  if (wait > 0) throw tooMany(`This screen asked too often for its access. It asks again in ${wait} s.`, wait);
  ctx.auth.displayTokens.failed(display);
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.all<DisplaysTable>(`select * from displays where display_id = $1 and revoked_at is null`, [
      display_id,
    ]);
    if (row === undefined) return null;
    const { name } = wordsOf(row);
    tellAudit({ who: { kind: 'display', id: row.display_id, name }, about: name });
    const now = ctx.clock();
    await tx.exec(`update displays set beat_at = $1 where display_id = $2 and beat is null`, [now, row.display_id]);
    await dropUnused(tx, row.display_id, MOST_UNUSED - 1);
    const secret = await issueDisplayToken(tx, row.display_id, now);
    return { pairing: { state: 'paired', name }, cookie: { secret, holds: 'token' } };
  }, INTERACTIVE);
};

/**
 * Where the pairing of a screen stands, by what its cookie holds; a screen that brings nothing, or something that has run
 * out, begins a new one.
 * @throws ServiceFailure `too-many-tries` at `code`.
 */
export const pairDisplay = async (ctx: ServiceContext, asked: PairingAsked): Promise<PairingStep> => {
  const { secret, name, address } = asked;
  if (name !== null) return { pairing: { state: 'paired', name }, cookie: null };
  const pairing = secret === null ? null : await livingPairing(ctx, hashOf(secret));
  if (pairing === null) return beginPairing(ctx, asked);
  const { code, expires_at } = pairing;
  if (pairing.display_id === null && code !== null) {
    return { pairing: waiting(ctx, address, code, expires_at), cookie: null };
  }
  return (await finishPairing(ctx, pairing)) ?? beginPairing(ctx, asked);
};
