import { randomUUID } from 'node:crypto';
import type { Invitation, InvitationAcceptance } from '../../src/contract/session.ts';
import { assertAccounts } from '../auth/assert-accounts.ts';
import { tellAudit } from '../auth/audit.ts';
import { dropInvitations, findInvitation } from '../auth/invitations.ts';
import { passwordProblem } from '../auth/password-rules.ts';
import { hashPassword } from '../auth/passwords.ts';
import { assertEmail, assertFreeName, assertName, countAdministrators, plainEmail } from '../auth/people-rows.ts';
import { beginSession, endSessions, type NewSession } from '../auth/sessions.ts';
import type { ServiceContext } from '../context.ts';
import type { Sql, Transaction } from '../db/database.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { PeopleTable } from '../db/schema-people.ts';
import { ServiceFailure } from '../http/service-failure.ts';

/**
 * Counts a try with a token; taken back where there is such a link.
 * @throws ServiceFailure `too-many-tries`.
 */
const countCode = ({ auth }: ServiceContext, place: string): (() => void) => {
  const wait = auth.codes.wait(place);
  if (wait > 0) throw new ServiceFailure('too-many-tries', `Too many tries. Try again in ${wait} s.`, 'token', wait);
  auth.codes.failed(place);
  return () => auth.codes.succeeded(place);
};

const personById = async (db: Sql, id: string): Promise<PeopleTable> => {
  const [row] = await db.all<PeopleTable>(`select * from people where person_id = $1 and state <> 'disabled'`, [id]);
  if (row === undefined) throw new ServiceFailure('not-found', 'This link is worth nothing any more.', 'token');
  return row;
};

/**
 * What a one-time link is for; it stays as it is.
 * @throws ServiceFailure `not-found` at `token`; `too-many-tries`; `conflict` at `mode`.
 */
export const lookAtInvitation = async (ctx: ServiceContext, token: string, place: string): Promise<Invitation> => {
  assertAccounts(ctx.settings);
  const right = countCode(ctx, place);
  const { person_id, purpose, expires_at } = await findInvitation(ctx.db, token, ctx.clock());
  const person = person_id === null ? null : await personById(ctx.db, person_id);
  right();
  return {
    purpose,
    organisation: ctx.settings.organisation,
    email: person?.email ?? null,
    name: person?.name ?? null,
    expiresAt: new Date(expires_at).toISOString(),
  };
};

type Wanted = { readonly email: string; readonly name: string };

/** Who it will be: what the link says, and what it leaves to its reader. */
const wantedOf = (person: PeopleTable | null, purpose: Invitation['purpose'], given: InvitationAcceptance): Wanted => {
  const email = person?.email ?? plainEmail(given.email ?? '');
  if (person === null) assertEmail(email);
  const name = purpose === 'new-password' ? person?.name : (given.name ?? person?.name);
  if (name === undefined) throw new ServiceFailure('bad-request', 'Say your name.', 'name');
  assertName(name);
  return { email, name };
};

const addAdministrator = async (tx: Transaction, { email, name }: Wanted, now: number): Promise<string> => {
  const taken = await tx.all(`select 1 from people where email = $1`, [email]);
  if (taken.length > 0) throw new ServiceFailure('conflict', 'Somebody has this e-mail already.', 'email');
  const id = randomUUID();
  await tx.kysely
    .insertInto('people')
    .values({
      ...{ person_id: id, email, name, role: 'administrator', teams: '[]', records: 1, state: 'active' },
      ...{ revision: 1, created_at: now, last_seen_at: null },
    })
    .execute();
  return id;
};

/**
 * Takes a one-time link: sets the password and signs in. The link works once, and so do all others of the person; with a
 * new password every session of before ends.
 * @throws ServiceFailure `not-found` at `token`; `bad-request` at `email`, `name` or `password`; `conflict` at `email`, `name`
 *   or `mode`; `too-many-tries`.
 */
export const acceptInvitation = async (
  ctx: ServiceContext,
  given: InvitationAcceptance,
  { place, before }: { readonly place: string; readonly before: string | null },
): Promise<{ readonly session: NewSession; readonly personId: string }> => {
  assertAccounts(ctx.settings);
  const right = countCode(ctx, place);
  const { person_id, purpose } = await findInvitation(ctx.db, given.token, ctx.clock());
  const person = person_id === null ? null : await personById(ctx.db, person_id);
  right();
  const wanted = wantedOf(person, purpose, given);
  const problem = await passwordProblem(given.password, { ...wanted, organisation: ctx.settings.organisation });
  if (problem !== null) throw new ServiceFailure('bad-request', problem, 'password');
  const password = await hashPassword(given.password, ctx.auth.passwordCost);
  const now = ctx.clock();
  const { ended, session, personId } = await ctx.db.transaction(async (tx) => {
    /* Once more: two may have come with the same link. */
    await findInvitation(tx, given.token, now);
    if (person_id === null && (await countAdministrators(tx, ctx.settings)) > 0) {
      throw new ServiceFailure('not-found', 'There is an administrator already. Ask for an invitation.', 'token');
    }
    if (wanted.name !== person?.name) await assertFreeName(tx, wanted.name, person_id);
    const id = person_id ?? (await addAdministrator(tx, wanted, now));
    if (person_id !== null) {
      await personById(tx, id);
      await tx.exec(`update people set name = $1, state = 'active', revision = revision + 1 where person_id = $2`, [
        wanted.name,
        id,
      ]);
    }
    await tx.exec(`delete from credentials where person_id = $1`, [id]);
    await tx.kysely.insertInto('credentials').values({ person_id: id, password, changed_at: now }).execute();
    await dropInvitations(tx, person_id);
    const all = await endSessions(tx, id);
    tellAudit({ who: { kind: 'person', id, name: wanted.name }, about: wanted.email, detail: purpose });
    const begun = await beginSession(tx, id, { now, settings: ctx.settings, before });
    return { ended: all, session: begun, personId: id };
  }, INTERACTIVE);
  ctx.auth.streams.close(before === null ? ended : [...ended, before]);
  return { session, personId };
};
