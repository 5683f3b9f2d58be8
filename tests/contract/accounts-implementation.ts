import type { Running } from './implementation.ts';

/** An implementation in which people sign in with e-mail and password, before anybody has. */
export type AccountsImplementation = {
  readonly name: string;
  readonly start: () => Promise<Running & { readonly firstAdministrator: string }>;
};
