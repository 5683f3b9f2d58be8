import { randomUUID } from 'node:crypto';
import type { NewPerson, PersonLink } from '../../src/contract/people.ts';
import type { Rights } from '../auth/admission.ts';
import { tellAudit } from '../auth/audit.ts';
import { linkTo, makeInvitation } from '../auth/invitations.ts';
import { assertEmail, assertFreeName, assertName, plainEmail, readPerson } from '../auth/people-rows.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import { ServiceFailure } from '../http/service-failure.ts';

/** @throws ServiceFailure `not-found` at `teams`. */
export const assertTeams = async (ctx: ServiceContext, teams: readonly string[]): Promise<void> => {
  const { teamIds } = await ctx.data.index();
  const unknown = teams.find((team) => !teamIds.has(team));
  if (unknown !== undefined) throw new ServiceFailure('not-found', `There is no team ${unknown}.`, 'teams');
};

/** Rights in a few words, for the audit log. */
export const rightsWords = ({ role, teams, records }: Rights): string =>
  [role, ...(teams.length === 0 ? [] : [`teams ${teams.join(', ')}`]), ...(records ? ['records'] : [])].join('; ');

/**
 * Invites a person. Where people sign in with a password, the answer holds the link to hand on; elsewhere the rights wait
 * for whoever comes with that e-mail.
 * @throws ServiceFailure `bad-request` at `email` or `name`; `not-found` at `teams`; `conflict` at `email`, `name` or `mode`.
 */
export const invitePerson = async (ctx: ServiceContext, wanted: NewPerson, address: string): Promise<PersonLink> => {
  const { way } = ctx.settings.signIn;
  if (way === 'open') {
    const message =
      'Nobody signs in here: the settings say KEPT_SIGN_IN=open. Choose accounts, oidc or proxy there first.';
    throw new ServiceFailure('conflict', message, 'mode');
  }
  const email = plainEmail(wanted.email);
  /* A proxy may know people by user names. */
  if (way !== 'proxy') assertEmail(email);
  assertName(wanted.name);
  const teams = [...new Set(wanted.teams)];
  await assertTeams(ctx, teams);
  const now = ctx.clock();
  const id = randomUUID();
  tellAudit({ about: email, detail: rightsWords(wanted) });
  return ctx.db.transaction(async (tx) => {
    const taken = await tx.all(`select 1 from people where email = $1`, [email]);
    if (taken.length > 0) throw new ServiceFailure('conflict', 'Somebody has this e-mail already.', 'email');
    await assertFreeName(tx, wanted.name, null);
    await tx.kysely
      .insertInto('people')
      .values({
        ...{ person_id: id, email, name: wanted.name, role: wanted.role, teams: JSON.stringify(teams) },
        ...{ records: wanted.records ? 1 : 0, state: 'invited', revision: 1, created_at: now, last_seen_at: null },
      })
      .execute();
    const made = way === 'accounts' ? await makeInvitation(tx, id, 'invitation', now) : null;
    return {
      person: await readPerson(tx, { now, settings: ctx.settings, id }),
      link:
        made === null
          ? null
          : { address: linkTo(address, made.token), expiresAt: new Date(made.expiresAt).toISOString() },
    };
  }, INTERACTIVE);
};
