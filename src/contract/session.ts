import * as z from 'zod/mini';
import { ROLES } from '../domain/policy.ts';
import { PersonName } from './annotations.ts';
import { Id, Instant } from './scalars.ts';
import { SignInProblem } from './sign-in-page.ts';

/**
 * How the service knows who one is. `open`: it does not; whoever sits at this machine is its single person and may do
 * everything. `accounts`: e-mail and password. `oidc`: the organisation's sign-in. `proxy`: a header of a trusted proxy.
 */
export const SIGN_IN_MODES = ['open', 'accounts', 'oidc', 'proxy'] as const;
export type SignInMode = (typeof SIGN_IN_MODES)[number];

/** Page of the app that takes a one-time link; the token is the fragment, which no request carries: `/invitation#TOKEN`. */
export const INVITATION_PATH = '/invitation';

/** What a password must have; there are no rules of composition, and the service refuses what is obvious. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

export const RoleName = z.enum(ROLES);

/** Whoever is signed in; with its `kind` it is the `Principal` that `mayDo` of the policy asks for. */
export const SignedIn = z.object({
  kind: z.literal('person'),
  id: Id,
  /** Stands beside what the person writes. In `open` mode it says nothing of a person: the page asks for the name. */
  name: z.string(),
  /** null in `open` mode. */
  email: z.nullable(z.string()),
  role: RoleName,
  /** Teams that are led, with all teams below them. */
  teams: z.array(Id),
  /** May see customers' names and words. */
  records: z.boolean(),
});
export type SignedIn = z.infer<typeof SignedIn>;

/** `path`: where the browser goes to sign in that way; null: by `POST /api/session`. */
export const WayIn = z.object({ way: z.enum(['password', 'oidc']), name: z.string(), path: z.nullable(z.string()) });
export type WayIn = z.infer<typeof WayIn>;

/**
 * Answer of `GET /api/session` and of everything that begins or ends one. The cookie that carries it cannot be read by the
 * page. Any other endpoint answers `not-signed-in` once it has ended.
 */
export const Session = z.object({
  mode: z.enum(SIGN_IN_MODES),
  organisation: z.string(),
  /** null: nobody is signed in. */
  who: z.nullable(SignedIn),
  /** When it ends at the latest; earlier where it is not used. null: nobody, or no session is kept. */
  expiresAt: z.nullable(Instant),
  /** Empty where there is nothing to choose: `open` and `proxy`. */
  ways: z.array(WayIn),
  /** Where nobody is signed in: why whom the proxy named was not let in. */
  problem: z.optional(SignInProblem),
  /** After signing out: where the browser goes next, to be asked by the provider whether to sign out there too. */
  leave: z.optional(z.string()),
});
export type Session = z.infer<typeof Session>;

const Password = z.string().check(z.minLength(1), z.maxLength(1024));
const Email = z.string().check(z.trim(), z.minLength(1), z.maxLength(254));

/**
 * Body of `POST /api/session`. Wrong e-mail and wrong password are told alike (`not-signed-in` at `password`);
 * `too-many-tries` says in `retry-after` how many seconds to wait. Refused with `conflict` at `mode` where there are no
 * accounts.
 */
export const Credentials = z.object({ email: Email, password: Password });
export type Credentials = z.infer<typeof Credentials>;

/**
 * Body of `PUT /api/session/password`; it ends every other session of the person. `bad-request` at `current` where that is
 * wrong, at `password` where the new one is too short or obvious.
 */
export const PasswordChange = z.object({ current: Password, password: Password });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** The token of a one-time link, from the fragment of the address: always in a body, so that no log holds it. */
const Token = z.string().check(z.minLength(1), z.maxLength(200));

/** Body of `POST /api/invitation/look`; `not-found` at `token` where it was used, has expired or never was. */
export const InvitationToken = z.object({ token: Token });
export type InvitationToken = z.infer<typeof InvitationToken>;

/**
 * What a one-time link is for. `first-administrator`: whoever has it gives e-mail and name. `invitation`: the name may be
 * mended, the e-mail stands. `new-password`: neither is asked.
 */
export const Invitation = z.object({
  purpose: z.enum(['first-administrator', 'invitation', 'new-password']),
  organisation: z.string(),
  email: z.nullable(z.string()),
  name: z.nullable(z.string()),
  expiresAt: Instant,
});
export type Invitation = z.infer<typeof Invitation>;

/**
 * Body of `POST /api/invitation/acceptance`: sets the password and signs in; the link works once. `email` is asked for
 * `first-administrator` alone (`bad-request` at `email`), `name` for it and for `invitation` (`conflict` at `name`
 * where somebody else has it). `bad-request` at `password`
 * with the reason in its message.
 */
export const InvitationAcceptance = z.object({
  token: Token,
  email: z.nullable(Email),
  name: z.nullable(PersonName),
  password: Password,
});
export type InvitationAcceptance = z.infer<typeof InvitationAcceptance>;
