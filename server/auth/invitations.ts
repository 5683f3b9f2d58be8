import { INVITATION_PATH, type Invitation } from '../../src/contract/session.ts';
import type { Sql, Transaction } from '../db/database.ts';
import type { InvitationsTable } from '../db/schema-people.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { hashOf, newSecret } from './secrets.ts';

export type Purpose = Invitation['purpose'];

const HOUR_MS = 3_600_000;

/** An invitation waits for its reader; the other two are used at once. */
const LIFE_HOURS: Readonly<Record<Purpose, number>> = {
  'first-administrator': 24,
  invitation: 7 * 24,
  'new-password': 24,
};

/** The token stands behind `#`: browsers send no fragment, so that no log of any server holds it. */
export const linkTo = (address: string, token: string): string => `${address}${INVITATION_PATH}#${token}`;

export type NewLink = { readonly token: string; readonly expiresAt: number };

/** Makes a one-time link; those before it for the same person, or for the first administrator, are worthless then. */
export const makeInvitation = async (
  tx: Transaction,
  personId: string | null,
  purpose: Purpose,
  now: number,
): Promise<NewLink> => {
  const token = newSecret();
  const expiresAt = now + LIFE_HOURS[purpose] * HOUR_MS;
  await dropInvitations(tx, personId);
  await tx.exec(`delete from invitations where expires_at <= $1`, [now]);
  await tx.kysely
    .insertInto('invitations')
    .values({ token_hash: hashOf(token), person_id: personId, purpose, created_at: now, expires_at: expiresAt })
    .execute();
  return { token, expiresAt };
};

/** Makes every link of a person worthless; null: that of the first administrator. */
export const dropInvitations = async (tx: Transaction, personId: string | null): Promise<void> => {
  if (personId === null) await tx.exec(`delete from invitations where person_id is null`);
  else await tx.exec(`delete from invitations where person_id = $1`, [personId]);
};

/** @throws ServiceFailure `not-found` at `token` where it was used, has expired or never was. */
export const findInvitation = async (
  db: Sql,
  token: string,
  now: number,
): Promise<InvitationsTable & { readonly purpose: Purpose }> => {
  const [row] = await db.all<InvitationsTable>(`select * from invitations where token_hash = $1`, [hashOf(token)]);
  if (row === undefined || row.expires_at <= now) {
    throw new ServiceFailure('not-found', 'This link was used, or has expired. Ask for a new one.', 'token');
  }
  return row as InvitationsTable & { readonly purpose: Purpose };
};
