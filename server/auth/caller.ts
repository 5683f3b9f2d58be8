import type { Context } from 'hono';
import type { SignInProblem } from '../../src/contract/sign-in-page.ts';
import { NOBODY, type Person, type Principal } from '../../src/domain/policy.ts';
import type { FoundToken } from './display-tokens.ts';

/** Who a request comes from. */
export type Caller = {
  readonly principal: Principal;
  readonly email: string | null;
  /** The session by the hash of its token; null where there is none: nobody, a key, an open service. */
  readonly session: { readonly tokenHash: string; readonly expiresAt: number; readonly personId: string } | null;
  /** The token of a display. */
  readonly token?: FoundToken;
  /** Why whom the proxy named is nobody here. */
  readonly problem?: SignInProblem;
  /** The network address. */
  readonly from: string | null;
};

/** The single person of an open service: whoever sits at this machine. */
export const THIS_MACHINE: Person = {
  kind: 'person',
  id: 'this-machine',
  name: 'this machine',
  role: 'administrator',
  teams: [],
  records: true,
};

const NO_CALLER: Caller = { principal: NOBODY, email: null, session: null, from: null };

const KEY = 'caller';

export const setCaller = (c: Context, caller: Caller): void => {
  c.set(KEY, caller);
};

/** Who the guard found; nobody where it has not looked. */
export const callerOf = (c: Context): Caller => (c.get(KEY) as Caller | undefined) ?? NO_CALLER;

/** How imports by a key are entered; people may have no such name. */
export const KEY_IMPORTER = 'API key ';

/** The name that stands beside what somebody does. */
export const nameOf = (principal: Principal): string =>
  principal.kind === 'nobody'
    ? 'nobody'
    : principal.kind === 'key'
      ? `${KEY_IMPORTER}${principal.name}`
      : principal.name;
