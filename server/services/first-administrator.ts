import { keepAudit } from '../auth/audit.ts';
import { linkTo, makeInvitation } from '../auth/invitations.ts';
import { countAdministrators } from '../auth/people-rows.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';

/**
 * Whether nobody could administer a service that a provider or a proxy says who one is on: nobody does yet, and the settings
 * name nobody who might come.
 */
export const lacksAdministrator = async ({ db, settings }: ServiceContext): Promise<boolean> => {
  const { signIn } = settings;
  if (signIn.way !== 'oidc' && signIn.way !== 'proxy') return false;
  const { administrators, groups } = signIn.admission;
  const byGroup = Object.values(groups ?? {}).some(({ role }) => role === 'administrator');
  return administrators.length === 0 && !byGroup && (await countAdministrators(db, settings)) === 0;
};

/**
 * A one-time link for the first administrator, where people sign in with a password and no administrator could; null where
 * none is needed. It is for the terminal of whoever starts the service, who may read all its data anyway; no log holds it.
 */
export const firstAdministratorLink = async (ctx: ServiceContext, address: string): Promise<string | null> => {
  if (ctx.settings.signIn.way !== 'accounts') return null;
  const now = ctx.clock();
  return ctx.db.transaction(async (tx) => {
    if ((await countAdministrators(tx, ctx.settings)) > 0) return null;
    const { token } = await makeInvitation(tx, null, 'first-administrator', now);
    const who = { kind: 'service', id: null, name: 'start of the service' } as const;
    const entry = {
      who,
      what: 'offerFirstAdministrator',
      outcome: 'done',
      about: null,
      detail: null,
      from: null,
    } as const;
    await keepAudit(tx, entry, now);
    return linkTo(address, token);
  }, INTERACTIVE);
};
