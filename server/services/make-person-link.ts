import type { PersonLink } from '../../src/contract/people.ts';
import { assertAccounts } from '../auth/assert-accounts.ts';
import { tellAudit } from '../auth/audit.ts';
import { linkTo, makeInvitation } from '../auth/invitations.ts';
import { readPerson } from '../auth/people-rows.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import { ServiceFailure } from '../http/service-failure.ts';

/**
 * A new one-time link for a person: the invitation again, or a new password for whoever has one. The password of now and
 * the sessions of now stand until the link is used.
 * @throws ServiceFailure `not-found` at `id`; `conflict` at `state` for a disabled person, at `mode`.
 */
export const makePersonLink = async (ctx: ServiceContext, id: string, address: string): Promise<PersonLink> => {
  assertAccounts(ctx.settings);
  const at = { now: ctx.clock(), settings: ctx.settings, id };
  return ctx.db.transaction(async (tx) => {
    const { email, state } = await readPerson(tx, at);
    if (state === 'disabled') {
      throw new ServiceFailure('conflict', 'This person is disabled. Enable them before you make a link.', 'state');
    }
    const purpose = state === 'invited' ? 'invitation' : 'new-password';
    tellAudit({ about: email, detail: purpose });
    const { token, expiresAt } = await makeInvitation(tx, id, purpose, at.now);
    const link = { address: linkTo(address, token), expiresAt: new Date(expiresAt).toISOString() };
    return { person: await readPerson(tx, at), link };
  }, INTERACTIVE);
};
