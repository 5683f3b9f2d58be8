import type { Credentials } from '../../src/contract/session.ts';
import { assertAccounts } from '../auth/assert-accounts.ts';
import { tellAudit } from '../auth/audit.ts';
import { remember } from '../auth/auth-state.ts';
import { hashPassword, isKeptAtOtherCost, isPassword } from '../auth/passwords.ts';
import { plainEmail } from '../auth/people-rows.ts';
import { beginSession, personOf, type NewSession } from '../auth/sessions.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { PeopleTable } from '../db/schema-people.ts';
import { ServiceFailure } from '../http/service-failure.ts';

export type SignInInput = {
  readonly credentials: Credentials;
  /** By what failures are counted, from `placeOf`. */
  readonly place: string;
  /** The session that the browser came with; it ends. */
  readonly before: string | null;
};

/**
 * Counts a try with a password. It is counted before the password is looked at, so that many at once count too, and taken
 * back where it was right.
 * @throws ServiceFailure `too-many-tries`.
 */
export const countTry = ({ auth }: ServiceContext, place: string, account: string): (() => void) => {
  const pair = `${place} ${account}`;
  const wait = Math.max(auth.signIns.wait(pair), auth.known.has(pair) ? 0 : auth.places.wait(place));
  if (wait > 0) {
    throw new ServiceFailure('too-many-tries', `Too many tries. Try again in ${wait} s.`, 'password', wait);
  }
  auth.signIns.failed(pair);
  auth.places.failed(place);
  return () => {
    auth.signIns.forget(pair);
    auth.places.succeeded(place);
    remember(auth.known, pair);
  };
};

const wrong = (): ServiceFailure => new ServiceFailure('not-signed-in', 'E-mail or password is wrong.', 'password');

/**
 * Signs in with e-mail and password, under a token that nobody had before.
 * @throws ServiceFailure `not-signed-in` at `password`, the same and after the same time whichever of the two is wrong;
 *   `too-many-tries`; `conflict` at `mode` where there are no passwords.
 */
export const signIn = async (
  ctx: ServiceContext,
  { credentials, place, before }: SignInInput,
): Promise<{ readonly session: NewSession; readonly personId: string }> => {
  assertAccounts(ctx.settings);
  const email = plainEmail(credentials.email);
  const right = countTry(ctx, place, email);
  const [row] = await ctx.db.all<PeopleTable & { readonly password: string | null }>(
    `select p.*, c.password from people p left join credentials c on c.person_id = p.person_id where p.email = $1`,
    [email],
  );
  /* An e-mail that nobody has is not entered: people type passwords there. */
  if (row !== undefined) tellAudit({ about: row.email });
  const kept = row?.state === 'active' ? row.password : null;
  const { passwordCost } = ctx.auth;
  const matches = await isPassword(credentials.password, kept, passwordCost);
  if (!matches || row === undefined || kept === null) throw wrong();
  const newer = isKeptAtOtherCost(kept, passwordCost) ? await hashPassword(credentials.password, passwordCost) : null;
  const now = ctx.clock();
  const person = personOf(row);
  tellAudit({ who: { kind: 'person', id: person.id, name: person.name } });
  const session = await ctx.db.transaction(async (tx) => {
    const [standing] = await tx.all<{ readonly state: string; readonly password: string }>(
      `select p.state, c.password from people p join credentials c on c.person_id = p.person_id where p.person_id = $1`,
      [person.id],
    );
    /* Disabled, or given another password, while this one was looked at. */
    if (standing?.state !== 'active' || standing.password !== kept) throw wrong();
    if (newer !== null) {
      await tx.exec(`update credentials set password = $1 where person_id = $2`, [newer, person.id]);
    }
    return beginSession(tx, person.id, { now, settings: ctx.settings, before });
  }, INTERACTIVE);
  right();
  if (before !== null) ctx.auth.streams.close([before]);
  return { session, personId: person.id };
};
