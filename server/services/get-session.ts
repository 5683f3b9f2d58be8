import type { Session, WayIn } from '../../src/contract/session.ts';
import type { Caller } from '../auth/caller.ts';
import type { ServiceContext } from '../context.ts';

const waysIn = ({ settings }: ServiceContext): WayIn[] =>
  settings.signIn.way === 'accounts' ? [{ way: 'password', name: 'E-mail and password', path: null }] : [];

/** Who asks, and how one signs in. */
export const getSession = (ctx: ServiceContext, { principal, email, session }: Omit<Caller, 'from'>): Session => ({
  mode: ctx.settings.signIn.way,
  organisation: ctx.settings.organisation,
  who: principal.kind === 'person' ? { ...principal, teams: [...principal.teams], email } : null,
  expiresAt: session === null ? null : new Date(session.expiresAt).toISOString(),
  ways: waysIn(ctx),
});
