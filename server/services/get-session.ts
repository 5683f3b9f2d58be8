import type { Session, WayIn } from '../../src/contract/session.ts';
import { START_PATH } from '../auth/provider.ts';
import type { Caller } from '../auth/caller.ts';
import type { ServiceContext } from '../context.ts';

const waysIn = ({ settings: { signIn } }: ServiceContext): WayIn[] => {
  switch (signIn.way) {
    case 'accounts':
      return [{ way: 'password', name: 'E-mail and password', path: null }];
    case 'oidc':
      return [{ way: 'oidc', name: signIn.name, path: START_PATH }];
    case 'open':
    case 'proxy':
      return [];
  }
};

/** Who asks, and how one signs in. */
export const getSession = (
  ctx: ServiceContext,
  { principal, email, session, problem }: Omit<Caller, 'from'>,
  leave: string | null = null,
): Session => ({
  mode: ctx.settings.signIn.way,
  organisation: ctx.settings.organisation,
  who: principal.kind === 'person' ? { ...principal, teams: [...principal.teams], email } : null,
  expiresAt: session === null ? null : new Date(session.expiresAt).toISOString(),
  ways: waysIn(ctx),
  ...(problem === undefined ? {} : { problem }),
  ...(leave === null ? {} : { leave }),
});
