import * as z from 'zod/mini';

/**
 * Page of the app on which one signs in. A way back from the provider that failed leads to it with a code for the page to
 * put into words, and with the path that was wanted, `/sign-in?problem=CODE&to=PATH` (no `to`: the first page); nothing that
 * the provider wrote comes along.
 */
export const SIGN_IN_PATH = '/sign-in';

/**
 * Why somebody was not let in, though the password was nobody's fault: by the provider or by the proxy.
 * - `cancelled`: the person turned back at the provider.
 * - `expired`: the sign-in took too long, was begun in another tab or browser, or came back a second time.
 * - `provider-unreachable`: the provider does not answer; the next try asks it again.
 * - `failed`: the provider's answer was not accepted; the service's log says why.
 * - `too-many-tries`: too many answers that were not accepted came from this network address.
 * - `no-email`: the provider did not say an e-mail; `unverified-email`: not that it belongs to the person.
 * - `other-domain`: the settings let in e-mails of other domains alone.
 * - `unknown-person`: an administrator has to invite the person first, or no group of theirs may come in.
 * - `other-person`: the e-mail belongs to another account of the provider; disabling the person and enabling them again
 *   lets the next account with it in.
 * - `disabled`: an administrator has disabled the person.
 * - `nobody-named`: the request came by the proxy, which did not say who asks.
 * - `not-by-proxy`: the request did not come by the proxy.
 */
export const SIGN_IN_PROBLEMS = [
  'cancelled',
  'expired',
  'provider-unreachable',
  'failed',
  'too-many-tries',
  'no-email',
  'unverified-email',
  'other-domain',
  'unknown-person',
  'other-person',
  'disabled',
  'nobody-named',
  'not-by-proxy',
] as const;
export const SignInProblem = z.enum(SIGN_IN_PROBLEMS);
export type SignInProblem = z.infer<typeof SignInProblem>;

/** Query of `GET /api/session/oidc`: the path of the app to come back to; any other address counts as none. */
export const StartSignInQuery = z.object({ to: z._default(z.string().check(z.maxLength(2000)), '/') });
export type StartSignInQuery = z.infer<typeof StartSignInQuery>;
