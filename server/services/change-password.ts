import type { PasswordChange } from '../../src/contract/session.ts';
import { assertAccounts } from '../auth/assert-accounts.ts';
import { tellAudit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import { placeOf } from '../auth/client-address.ts';
import { dropInvitations } from '../auth/invitations.ts';
import { passwordProblem } from '../auth/password-rules.ts';
import { hashPassword, isPassword } from '../auth/passwords.ts';
import { beginSession, endSessions, type NewSession } from '../auth/sessions.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { countTry } from './sign-in.ts';

/**
 * Changes the own password: every session of the person ends, and this browser goes on under a new one.
 * @throws ServiceFailure `bad-request` at `current` where that is wrong, at `password` where the new one cannot be taken;
 *   `too-many-tries`; `conflict` at `mode`.
 */
export const changePassword = async (
  ctx: ServiceContext,
  { principal, email, from }: Caller,
  { current, password }: PasswordChange,
): Promise<NewSession> => {
  assertAccounts(ctx.settings);
  if (principal.kind !== 'person' || email === null) throw new ServiceFailure('not-signed-in', 'Sign in first.');
  const { id, name } = principal;
  const right = countTry(ctx, placeOf(from), email);
  const [kept] = await ctx.db.all<{ readonly password: string }>(
    `select password from credentials where person_id = $1`,
    [id],
  );
  const { passwordCost } = ctx.auth;
  if (!(await isPassword(current, kept?.password ?? null, passwordCost))) {
    throw new ServiceFailure('bad-request', 'This is not your password.', 'current');
  }
  right();
  const problem = await passwordProblem(password, { email, name, organisation: ctx.settings.organisation });
  if (problem !== null) throw new ServiceFailure('bad-request', problem, 'password');
  const hash = await hashPassword(password, passwordCost);
  const now = ctx.clock();
  tellAudit({ about: email });
  const { ended, session } = await ctx.db.transaction(async (tx) => {
    const changed = await tx.exec(
      `update credentials set password = $1, changed_at = $2 where person_id = $3 and password = $4`,
      [hash, now, id, kept?.password ?? ''],
    );
    if (changed === 0) throw new ServiceFailure('bad-request', 'This is not your password any more.', 'current');
    await dropInvitations(tx, id);
    const all = await endSessions(tx, id);
    return { ended: all, session: await beginSession(tx, id, { now, settings: ctx.settings, before: null }) };
  }, INTERACTIVE);
  ctx.auth.streams.close(ended);
  return session;
};
